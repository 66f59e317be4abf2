"""Slips on paper: one painter for preview and PDF, layouts as data, and every printed code read back (F1, F3)."""
