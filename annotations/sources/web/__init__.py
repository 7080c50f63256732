"""Web pages: the article in a page, and the text of any other HTML."""
