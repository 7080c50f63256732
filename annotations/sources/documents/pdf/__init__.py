"""PDF with a text layer: from what is painted where to paragraphs in the order of reading."""
