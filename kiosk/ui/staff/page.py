"""What the workplace asks of each of its pages."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background, Job
from kiosk.ui.widgets.surface import Piece

__all__ = ["StaffPage"]


class StaffPage(Piece):
    """A page of the staff area; the workplace draws its title and the navigation around it.

    Signals:
        headed: its heading changed.
    """

    slug = ""
    icon = ""
    headed = Signal()

    def __init__(self, background: Background) -> None:
        """Keep the way into the background; `slug` becomes the object name."""
        super().__init__()
        self.setObjectName(f"staff_{self.slug}")
        self.background = background
        self.session: StaffSession | None = None
        self.job: Job | None = None

    def title(self) -> str:
        """Name of the page, in the navigation."""
        raise NotImplementedError

    def heading(self) -> str:
        """What stands above it: its name, unless it shows something else."""
        return self.title()

    @property
    def unfinished(self) -> bool:
        """Whether something is lost if the program ends now."""
        return False

    def enter(self, session: StaffSession) -> None:
        """Come into sight, for somebody who is signed in."""
        self.session = session

    def take_over(self, session: StaffSession) -> None:
        """Go on in another's name; what runs just now was asked for in the first one's and ends so (F5)."""
        if self.session is not None:
            self.session = session

    def leave(self) -> None:
        """Go out of sight: wait for nothing any more. What was typed stays."""
        if self.job is not None:
            self.job.cancel()
            self.job = None

    def wipe(self) -> None:
        """Forget everything of patients and of who was signed in."""
        self.leave()
        self.session = None
