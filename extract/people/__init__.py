"""Lines and boxes that name people, in charge or not."""
