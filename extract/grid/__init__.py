"""Tables as read: what their heads say, what they are, and operations on their grids."""
