"""What developers run on the repository itself: the setup, the printer of rules."""
