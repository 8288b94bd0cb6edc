"""What stands side by side on a page: columns of text, and names beside what they head."""
