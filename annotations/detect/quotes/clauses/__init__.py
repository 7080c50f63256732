"""Reported clauses, read off the parse: a construction a module.

They follow the annotation guidelines of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018).
"""
