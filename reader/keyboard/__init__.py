"""Keys: what they are called, which command each gives, counts, sequences, and taking turns."""
