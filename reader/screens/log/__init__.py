"""The screen of the log of edits, made of parts."""
