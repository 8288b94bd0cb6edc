"""Tables as drawn or set: by rules, by fills, or by nothing but where their words stand."""
