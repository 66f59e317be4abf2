"""Operations: what a finished journey becomes. Immutable, numbered by schema, decided by the portal alone.

The bodies hold plain text fields, because they are encoded once on the device and read for years at the portal. A
change that an older portal cannot read raises ``schema``; the old shape stays readable.
"""

from __future__ import annotations

from kiosk.domain.desk_operations import (
    Invitation,
    InvitationDelivered,
    InvitationReissued,
    InvitationRevoked,
    Resolution,
    StaffAdded,
    StaffUpdated,
)
from kiosk.domain.patient_operations import Activation, CallBack, DeskRequest, ProfileUpdate, SignUp

Body = (
    SignUp
    | Activation
    | Invitation
    | InvitationDelivered
    | InvitationRevoked
    | InvitationReissued
    | DeskRequest
    | Resolution
    | StaffAdded
    | StaffUpdated
    | ProfileUpdate
    | CallBack
)
"""Every kind of operation there is; ``kind`` and ``schema`` name the type on the wire."""

BODIES: dict[tuple[str, int], type[Body]] = {
    (body.KIND, body.SCHEMA): body
    for body in (
        SignUp,
        Activation,
        Invitation,
        InvitationDelivered,
        InvitationRevoked,
        InvitationReissued,
        DeskRequest,
        Resolution,
        StaffAdded,
        StaffUpdated,
        ProfileUpdate,
        CallBack,
    )
}
