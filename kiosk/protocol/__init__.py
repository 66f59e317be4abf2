"""The sync protocol ``kiosk-sync/1``: what tablet and portal say to each other, byte for byte.

Shared by both sides, so that nothing is written twice; frozen from the first release (``docs/protocol.md``).
"""
