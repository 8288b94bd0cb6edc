"""The lines of a text: what each is, and what was broken over several of them."""
