"""What the words of a date mean in an article of a known day. Free of spaCy.

`resolving` is the way in; `words` reads them, `single_dates` and `periods` make dates of them.
"""
