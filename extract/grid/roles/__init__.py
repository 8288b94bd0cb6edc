"""What a table of a card is: its role, told by what its heads and names say."""
