"""As printed to typed rows and issues. Knows no PDF."""
