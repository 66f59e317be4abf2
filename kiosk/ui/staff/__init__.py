"""The staff area: what the front desk sees behind its PIN (F1, F5, F6)."""
