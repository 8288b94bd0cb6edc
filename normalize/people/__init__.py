"""The people in charge."""
