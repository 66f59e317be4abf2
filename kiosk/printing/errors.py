"""Faults of printing, below the domain's tree."""

from __future__ import annotations

from kiosk.domain.errors import KioskError


class PrintError(KioskError):
    """Slips did not get onto paper; the sentence says why, and what helps."""


class LinkTooLongError(KioskError):
    """The link needs more than a version 4 QR code at level M holds: the portal's host is longer than 36 characters."""
