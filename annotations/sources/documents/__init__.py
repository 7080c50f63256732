"""Documents: PDF, EPUB, and what word processors write."""
