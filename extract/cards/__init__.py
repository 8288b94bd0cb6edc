"""Where the cards of a file begin and end."""
