"""What pages do to a card: breaks through its tables, notes at their feet, days in their margins."""
