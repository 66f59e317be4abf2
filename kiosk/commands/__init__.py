"""Commands for scripts, without a window: the same services, sign-in and audit as the screens (``kiosk.cli``)."""
