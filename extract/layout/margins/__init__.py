"""What stands in the margins of pages and belongs to no card, and how far lines are set in."""
