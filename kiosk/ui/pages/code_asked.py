"""Sign-up of an invited person: asks for the activation code, and explains why (S16-S19)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refused
from kiosk.domain.replies import Reply, ReplyState
from kiosk.ui.page import Answers, FieldProblem, Patience, Problems, Work
from kiosk.ui.pages.code_field import CodeField
from kiosk.ui.pages.resend_panel import ResendPanel
from kiosk.ui.pages.side_panel import SidePanelPage
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import Notice, Text

__all__ = ["CodeAskedPage"]


class CodeAskedPage(SidePanelPage):
    """The panel at the side has the code resent and leads to the front desk; what was typed is kept (S19)."""

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
        self._resending = ResendPanel(practice.now)
        self._resending.resend.connect(self._resend)
        self._resending.ask_desk.connect(self._ask_desk)
        self.retranslate()
        self.place(self._resending)

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
            if self.panel_beside
            else self.tr(
                "Press the button below to have your activation code resent to you so that you can proceed with "
                "establishing your account."
            )
        )
        self._resending.retranslate()

    def load(self, draft: Draft) -> None:
        """Offer the camera."""
        self._code.look_for_camera()

    def left(self) -> None:
        """Stop the panel's clock and the camera."""
        self._resending.stop()
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

    def _resend(self) -> None:
        if self.draft is not None:
            self.run(partial(self.service.resend_code, self.draft), self._resent)

    def _resent(self, reply: Reply) -> None:
        self._resending.show_reply(reply)

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
