"""What a person prefers, from `config.toml`, and what the reader remembers for them beside it.

`preferences` lists everything that can be preferred, `reading` reads the file, `places` says where
it is, and `memory` is the file that the program itself writes.
"""
