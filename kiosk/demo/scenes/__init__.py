"""The journeys that the demo plays, in their order; each is a function that takes the house."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kiosk.demo.scenes import (
    front_desk,
    help_and_chat,
    invitations,
    known_people,
    locked_out,
    recovery,
    sign_ups,
    without_network,
)
from kiosk.demo.scenes.house import House

SCENES: Final[tuple[Callable[[House], None], ...]] = (
    sign_ups.sign_up,
    invitations.with_a_slip,
    without_network.sign_up,
    sign_ups.two_children,
    sign_ups.no_email,
    sign_ups.teenager,
    invitations.code_resent,
    invitations.at_home,
    known_people.exact_match,
    known_people.close_match,
    recovery.user_id,
    recovery.password,
    recovery.password_at_home,
    locked_out.wrong_passwords,
    help_and_chat.direct_link,
    help_and_chat.new_email,
    without_network.call_back,
    without_network.user_id_taken,
    front_desk.morning,
    front_desk.wrong_zip,
    front_desk.lost_password,
    front_desk.hands_over,
)
