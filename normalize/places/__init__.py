"""The 243 local governments: how they are named, and which one a card is of."""
