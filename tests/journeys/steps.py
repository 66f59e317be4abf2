"""What a patient and a receptionist do, one method a step: a journey that goes wrong swaps one of them."""

from __future__ import annotations

from tests.journeys.steps_base import empty, retype, words
from tests.journeys.steps_desk import Receptionist, code_of
from tests.journeys.steps_help import HelpSteps
from tests.journeys.steps_match import MatchSteps
from tests.journeys.steps_recovery import RecoverySteps
from tests.journeys.steps_sign_up import ENDINGS, SignUpSteps

__all__ = ["ENDINGS", "Patient", "Receptionist", "code_of", "empty", "retype", "words"]


class Patient(SignUpSteps, MatchSteps, RecoverySteps, HelpSteps):
    """Somebody at the tablet, who may take any way."""
