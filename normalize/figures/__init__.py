"""Figures as Korean prints them: numbers, their signs and multipliers, units, sums in words."""
