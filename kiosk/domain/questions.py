"""The secret questions (S3, S33): fixed, so that they can be translated and a decoy looks like the real thing.

To add one: a member here and its sentence in ``kiosk/ui/texts.py``. A value, once used, never changes its meaning:
it is hashed into the answer.
"""

from __future__ import annotations

import enum


class SecretQuestion(enum.Enum):
    """A question whose answer the patient knows for life and a stranger does not find in public."""

    FIRST_SCHOOL = "first_school"
    FIRST_PET = "first_pet"
    CHILDHOOD_STREET = "childhood_street"
    CHILDHOOD_FRIEND = "childhood_friend"
    FAVORITE_TEACHER = "favorite_teacher"
    FIRST_JOB = "first_job"
    PARENTS_MET = "parents_met"
    CHILDHOOD_DISH = "childhood_dish"
    FIRST_TRIP = "first_trip"
    GRANDMOTHER_FIRST_NAME = "grandmother_first_name"
