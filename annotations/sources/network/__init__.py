"""Addresses: what is one, and what is fetched from them.

Nothing here is imported before an address has to be opened, but `addresses`, which tells them
from paths.
"""
