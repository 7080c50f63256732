"""Themes, their colours, contrast, and doing without colour."""
