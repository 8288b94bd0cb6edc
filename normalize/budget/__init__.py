"""The budget table as rows of amounts, and its sums."""
