"""Settling the disagreements of two annotators, one after the other."""
