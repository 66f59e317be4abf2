"""Support: chats between a tablet and an agent, what agents may do, and their console (S40, S41, S47)."""
