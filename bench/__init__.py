"""Measurements beside other readers; for a checkout, no part of the installed package."""
