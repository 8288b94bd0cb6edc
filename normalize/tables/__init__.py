"""What all tables of figures have in common: their lines, the years over and beside them, and what is said of them."""
