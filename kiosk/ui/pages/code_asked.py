"""Sign-up of an invited person: asks for the activation code, and explains why (S16-S19)."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refused
from kiosk.domain.replies import Reply, ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Patience, Problems, Work
from kiosk.ui.pages.code_field import CodeField
from kiosk.ui.pages.resend_panel import ResendPanel
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.theme import look
from kiosk.ui.widgets import Notice, ScrollArea, Text

__all__ = ["CodeAskedPage"]

WIDE, PANEL = 1000, 360
"""The page's least width with the panel beside it, and the panel's, in pixels at 100 % text."""


class CodeAskedPage(Page):
    """The panel stands at the side and does not scroll with the page; where the screen is narrow it stands below."""

    step = Step.CODE_ASKED
    slug = "code_asked"
    patience = Patience.MESSAGE

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build page and panel."""
        super().__init__(practice, service)
        self._why = Notice(name="code_why")
        self._how = Text(name="code_how")
        self.box.addWidget(self._why)
        self.box.addWidget(self._how)
        self._code = self.add_field("asked_code", CodeField("asked_code", self.run))
        self._code.camera_read.connect(self._camera_read)
        self._panel = ResendPanel(practice.now)
        self._panel.resend.connect(self._resend)
        self._panel.ask_desk.connect(self._ask_desk)
        self._lay_out()
        self.retranslate()

    def heading(self) -> str:
        """The title."""
        return self.tr("Enter your activation code")

    def retranslate(self) -> None:
        """Look up the words; the explanation is the source's, whole."""
        super().retranslate()
        self._code.set_label(self.tr("Activation code"))
        self._code.set_hint(self.tr("Type it, or hold its square code under the scanner. We put the lines in between."))
        self._why.set_text(
            self.tr(
                "You probably received an invitation to join the patient portal from your practice previously, but "
                "did not take action. That's ok!"
            )
        )
        self._how.setText(
            self.tr(
                "Click on the link on the right side of your screen to have your activation code resent to you so "
                "that you can proceed with establishing your account."
            )
            if self._beside
            else self.tr(
                "Press the button below to have your activation code resent to you so that you can proceed with "
                "establishing your account."
            )
        )
        self._panel.retranslate()

    def load(self, draft: Draft) -> None:
        """Offer the camera."""
        self._code.look_for_camera()

    def left(self) -> None:
        """Stop the panel's clock and the camera."""
        self._panel.stop()
        self._code.stop_camera()

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse the code; its check symbol catches a slip before it costs a try."""
        answers = Answers()
        answers.take("asked_code", ActivationCode.parse(self._code.text))
        return answers.problems or dataclasses.replace(draft, asks_desk=False)

    def work(self, draft: Draft) -> Work | None:
        """Ask the portal, unless it has said yes to this code already."""
        code = ActivationCode.parse(self._code.text)
        if isinstance(code, Refused) or code == draft.code:
            return None
        return partial(_check, self.service, draft, code)

    def scanned(self, text: str, host: str) -> bool:
        """Take what the scanner read into the field, or say why not."""
        problem = self._code.take_scan(text, host)
        if problem is not None:
            self.show_problems((problem,))
        return problem is None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turned: the panel changes its place."""
        super().resizeEvent(event)
        self._place_panel()

    def _lay_out(self) -> None:
        self._beside = True
        self._side = ScrollArea(name="resend_side")
        self._stack = QWidget()
        column = QVBoxLayout(self._stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._card)
        self.view.set_content(self._stack)
        self.view.setParent(None)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self._side)
        self.layout().addLayout(row)  # type: ignore[union-attr]  # Page gives itself a column
        self._side.set_content(self._panel)
        self._place_panel()

    def _place_panel(self) -> None:
        beside = self.width() >= look().text(WIDE)
        if beside and self._side.isHidden():
            self._side.set_content(self._panel)
        elif not beside and not self._side.isHidden():
            self._stack.layout().addWidget(self._panel)  # type: ignore[union-attr]  # made above
        self._panel.show()
        self._side.setVisible(beside)
        self._side.setFixedWidth(look().text(PANEL))
        if beside is not self._beside:
            self._beside = beside
            self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text leaves less room beside the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._place_panel()

    def _resend(self) -> None:
        if self.draft is not None:
            self.run(partial(self.service.resend_code, self.draft), self._resent)

    def _resent(self, reply: Reply) -> None:
        self._panel.show_reply(reply)

    def _ask_desk(self) -> None:
        if self.draft is not None:
            self.decided.emit(dataclasses.replace(self.draft, asks_desk=True))

    def _camera_read(self, text: str) -> None:
        if self.scanned(text, self.practice.host):
            self.answered.emit()


def _check(service: PatientUseCases, draft: Draft, code: ActivationCode) -> Draft | Problems:
    reply = service.check_code(draft, code)
    match reply.state:
        case ReplyState.WRONG:
            return (FieldProblem("asked_code", Setback.CODE_WRONG),)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.EXPIRED:
            return (FieldProblem("", Setback.TOO_LATE),)
        case ReplyState.LOCKED:
            return dataclasses.replace(draft, reply=reply)
        case ReplyState.DONE:
            return dataclasses.replace(draft, code=code)
        case ReplyState.NOT_CONNECTED:
            # Nobody can check now: the sign-up goes on and is decided later (K1).
            return draft
