"""Forms: tables whose cells label one another."""
