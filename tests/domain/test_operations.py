"""The register of operations: kinds and schemas never change their meaning, and decisions find their bodies."""

import dataclasses

from kiosk.domain.desk_operations import Invitation, InvitationReissued, InvitationRevoked, StaffAdded, StaffUpdated
from kiosk.domain.operations import BODIES
from kiosk.domain.patient_operations import Activation, Consent, Credentials, SignUp

KINDS = (
    "sign_up activation invitation invitation_delivered invitation_revoked invitation_reissued desk_request resolution "
    "staff_added staff_updated profile_update call_back"
)
FIELDS = {
    SignUp: "first last birth_date zip_code email gender phone language relationship guardian credentials consent",
    Activation: "code birth_date zip_code gender phone language relationship guardian credentials consent",
    Invitation: "invitation_id number code first last birth_date zip_code email phone gender language expires_at "
    "issued_by delivery id_document",
    InvitationRevoked: "invitation_id by",
    InvitationReissued: "invitation_id code expires_at by",
    StaffAdded: "staff_id name role verifier by",
    StaffUpdated: "staff_id role verifier active by",
    Credentials: "user_id password_hash question answer_hash",
    Consent: "text_id version language at",
}


def test_kinds_and_schemas_are_registered() -> None:
    """The names on the wire of this version."""
    assert {kind for kind, schema in BODIES if schema == 1} == set(KINDS.split())
    assert all(name == (body.KIND, body.SCHEMA) for name, body in BODIES.items())


def test_schema_one_keeps_its_fields() -> None:
    """Records of schema 1 are read for years: a change of fields needs a new schema beside it."""
    for kind, names in FIELDS.items():
        assert [field.name for field in dataclasses.fields(kind)] == names.split()
