"""The tables of a card: what each is, what stands around it and is said of it, and those that were not read."""
