"""Bytes to a card as printed, with places. Knows geometry and text, nothing of dates or money."""
