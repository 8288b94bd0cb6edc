"""The tables of targets and results as rows."""
