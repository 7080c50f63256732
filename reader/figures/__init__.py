"""A casualty figure as a person fills it in, field by field. Pure.

`values` reads what was typed for one field; `form` makes a figure of all of them, or says what is
wrong where; `draft` is a form as far as it has been filled in.
"""
