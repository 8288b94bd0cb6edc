"""Sample cards and their generator."""
