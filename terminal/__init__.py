"""What a person sees in the terminal: text in columns, a card as a tree."""
