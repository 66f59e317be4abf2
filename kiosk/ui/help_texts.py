"""The source's questions and answers (S42, S46), with the practice's names for network and operator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

__all__ = ["entries"]

translate = QCoreApplication.translate


def entries(network: str, operator: str) -> tuple[tuple[str, str], ...]:
    """Question and answer, in the source's order."""
    written = (*_accounts(), *_forgotten(), *_rest())
    return tuple(
        (asked.replace("%1", network).replace("%2", operator), told.replace("%1", network).replace("%2", operator))
        for asked, told in written
    )


def _accounts() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Help", "I would like to sign up for the patient portal."),
            translate(
                "Help",
                '1. Go to the portal login screen and click "Create An Account."\n'
                '2. Enter your name, date of birth, zip code and email. Click "Continue."\n'
                "3. Complete all required questions and create a unique user ID and password for your account. The "
                "password must be at least 6 characters, must contain at least one number OR an upper case letter, "
                'and should not contain any special characters (#%&*). Click "Create Account."\n'
                "4. Congratulations! You have an account.",
            ),
        ),
        (
            translate("Help", "My practice sent me an invitation to join the patient portal. Now what?"),
            translate(
                "Help",
                '1. You will receive an invitation in your email account. Open and click "Sign up for an account." '
                'Or press "I have an invitation" here and scan or type the code.\n'
                "PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must "
                "have their own account. Due to new regulations, accounts cannot be shared.\n"
                '2. Enter your date of birth and zip code to activate your account. Click "Continue."\n'
                "3. Create a unique user ID and password for your account. The password must be at least 6 "
                "characters, must contain at least one number OR an upper case letter, and should not contain any "
                'special characters (#%&*). Click "Create Account."\n'
                "4. Congratulations! You have an account. Now just update your profile and click "
                '"update profile."',
            ),
        ),
        (
            translate("Help", "I am trying to create an account, but am prompted to enter an activation code. Why?"),
            translate(
                "Help",
                "You probably received an invitation to join the patient portal from your practice previously, but "
                "did not take action. That's ok! Click on the link on the right side of your screen to have your "
                "activation code resent to you so that you can proceed with establishing your account.",
            ),
        ),
        (
            translate("Help", 'I got a message that says I already have a "%1" portal account. Why?'),
            translate(
                "Help",
                "Although you haven't logged into this portal before, you may have created an account with another "
                "patient portal powered by %2. %1 is a tool that allows you to join multiple patient portals, powered "
                "by %2, with one user ID and password. If you remember your user ID and password, you may simply "
                "login.\n"
                "PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must "
                "have their own account. Due to new regulations, accounts cannot be shared.\n"
                "If your first and last name, gender, date of birth, zip code and email address exactly match an "
                "existing portal account, you will receive an email containing your user ID and a list of the medical "
                "practices with which you have an active patient portal account. If you remember your password, you "
                'can simply login, otherwise click the "Forgot Password" link to reset your password.\n'
                "If your information closely matches an existing portal account, you can verify your account by "
                'clicking on "Verify by Phone Number."',
            ),
        ),
    )


def _forgotten() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Help", "I forgot my user ID."),
            translate(
                "Help",
                '1. Use the "forgot your user ID?" link on the portal login page.\n'
                "2. Enter your email address.\n"
                "3. Confirm your date of birth.\n"
                "4. Answer your secret question.\n"
                "5. Your User ID will be sent to your email address.",
            ),
        ),
        (
            translate("Help", "I forgot my password."),
            translate(
                "Help",
                '1. Use the "forgot your password?" link on the portal login page.\n'
                "2. Enter your user ID.\n"
                "3. Answer your security question and develop a new password.\n"
                '4. Open your email and click the "confirm my password" link.\n'
                "5. Confirm your password.",
            ),
        ),
        (
            translate("Help", "I tried that, but don't remember my secret question. Help!"),
            translate("Help", "Chat with us and we'd be happy to send you a direct link to reset your password."),
        ),
        (
            translate("Help", "I don't have access to the email address I used when I set-up my portal account."),
            translate(
                "Help",
                "Chat with us and we'd be happy to update your email address and assist you with your user ID and/or "
                "password.",
            ),
        ),
    )


def _rest() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Help", "What are the requirements for my password?"),
            translate(
                "Help",
                "Your password must be at least 6 characters, must contain at least one number OR an upper case "
                "letter, and should not contain any special characters.",
            ),
        ),
        (
            translate("Help", "I've been locked out because of too many password attempts."),
            translate(
                "Help",
                "Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your "
                "account.",
            ),
        ),
        (
            translate("Help", "What browser should I use?"),
            translate(
                "Help",
                "Mozilla Firefox, Chrome, Edge and Safari are all supported. Be sure you're using a current version "
                "of your web browser for optimal performance.",
            ),
        ),
    )
