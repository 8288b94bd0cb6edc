"""Which lines head a section of a card, and which section."""
