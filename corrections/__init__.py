"""What people put right: read from their files, applied to rows, kept beside the values as they were read."""
