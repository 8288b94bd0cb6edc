"""From the glyphs of a page to its rows of text."""
