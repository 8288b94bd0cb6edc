"""What a text copied from pages brings along: running heads, columns, broken titles, watermarks."""
