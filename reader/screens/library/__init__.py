"""The library: one screen, whose parts each see to one thing that a person does there."""
