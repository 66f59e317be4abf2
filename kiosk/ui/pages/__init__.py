"""The pages of the patient's journeys: one module a step, its class in `PAGES`."""

from __future__ import annotations

from typing import Final

from kiosk.domain.flow import Step
from kiosk.ui.page import Page
from kiosk.ui.pages.about_you import AboutYouPage
from kiosk.ui.pages.activation_code import ActivationCodePage
from kiosk.ui.pages.active import ActivePage
from kiosk.ui.pages.code_asked import CodeAskedPage
from kiosk.ui.pages.confirm_password import ConfirmPasswordPage
from kiosk.ui.pages.credentials import CredentialsPage
from kiosk.ui.pages.front_desk import FrontDeskPage
from kiosk.ui.pages.have_account import HaveAccountPage
from kiosk.ui.pages.held import HeldAboutPage, HeldMatchPage
from kiosk.ui.pages.invited_person import InvitedPersonPage
from kiosk.ui.pages.join import JoinPage
from kiosk.ui.pages.joined import JoinedPage
from kiosk.ui.pages.locked import LockedPage
from kiosk.ui.pages.log_in import LogInPage
from kiosk.ui.pages.not_connected import NotConnectedPage
from kiosk.ui.pages.password_changed import PasswordChangedPage
from kiosk.ui.pages.password_confirmed import PasswordConfirmedPage
from kiosk.ui.pages.password_mailed import PasswordMailedPage
from kiosk.ui.pages.phone_code import PhoneCodePage
from kiosk.ui.pages.profile import ProfilePage
from kiosk.ui.pages.recover_answer import RecoverAnswerPage
from kiosk.ui.pages.recover_birth_date import RecoverBirthDatePage
from kiosk.ui.pages.recover_email import RecoverEmailPage
from kiosk.ui.pages.recover_user_id import RecoverUserIdPage
from kiosk.ui.pages.required_questions import RequiredQuestionsPage
from kiosk.ui.pages.reset_slip import ResetSlipPage
from kiosk.ui.pages.saved import SavedPage
from kiosk.ui.pages.set_password import SetPasswordPage
from kiosk.ui.pages.slip_password import SlipPasswordPage
from kiosk.ui.pages.user_id_sent import UserIdSentPage
from kiosk.ui.pages.verify_phone import VerifyPhonePage

__all__ = ["PAGES"]

PAGES: Final[dict[Step, type[Page]]] = {
    page.step: page
    for page in (
        AboutYouPage,
        ActivationCodePage,
        InvitedPersonPage,
        RequiredQuestionsPage,
        CredentialsPage,
        ActivePage,
        SavedPage,
        FrontDeskPage,
        HeldAboutPage,
        HeldMatchPage,
        CodeAskedPage,
        HaveAccountPage,
        VerifyPhonePage,
        PhoneCodePage,
        ProfilePage,
        LockedPage,
        NotConnectedPage,
        LogInPage,
        JoinPage,
        JoinedPage,
        RecoverEmailPage,
        RecoverBirthDatePage,
        RecoverAnswerPage,
        UserIdSentPage,
        RecoverUserIdPage,
        SetPasswordPage,
        ConfirmPasswordPage,
        PasswordMailedPage,
        PasswordConfirmedPage,
        ResetSlipPage,
        SlipPasswordPage,
        PasswordChangedPage,
    )
}
