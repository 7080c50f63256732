"""Stated numbers of people harmed, moved or held."""
