"""Tables in text: set with bars, rules, tabs, signs or spaces."""
