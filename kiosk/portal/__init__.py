"""The reference central portal of ``kiosk-sync/1``: a process of its own (``kiosk-portal serve``)."""
