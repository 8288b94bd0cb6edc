"""The number and the title at the head of a card."""
