"""The checkbox block: its choices, their options, and which are checked."""
