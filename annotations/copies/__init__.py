"""Which articles are copies of one report, as several outlets print what an agency sends. Pure.

Texts become sets of overlapping stretches of words (`wording`); their sketches fall into the same
bands where the texts may well be alike (`sketching`); two that meet in a band are compared in full
(`likeness`); and what is alike is gathered into groups (`gathering`). The store keeps all that.
"""
