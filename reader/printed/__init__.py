"""Articles as text to be printed: for pipes, pagers and screen readers. Pure."""
