"""Staff PINs against their verifiers (F5)."""

import pytest

from kiosk.vault.pin import Argon2PinVerifier, pin_verifier

VERIFIER = pin_verifier("739152", bytes(range(16)))


@pytest.mark.rule("F5")
def test_the_verifier_is_phc_and_salted() -> None:
    """Argon2id, 64 MiB, three passes (RFC 9106), and another salt makes another verifier."""
    assert VERIFIER.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert "739152" not in VERIFIER
    assert pin_verifier("739152", bytes(16)) != VERIFIER
    with pytest.raises(ValueError, match="16 bytes"):
        pin_verifier("739152", b"short")


@pytest.mark.rule("F5")
@pytest.mark.parametrize(
    ("pin", "matches"), [("739152", True), ("739153", False), ("", False), ("7391520", False), ("٧٣٩١٥٢", False)]
)
def test_only_the_pin_matches(pin: str, matches: bool) -> None:
    """The PIN itself and no other."""
    assert Argon2PinVerifier().matches(pin, VERIFIER) is matches


@pytest.mark.parametrize(
    "verifier", ["", "739152", "$argon2id$", VERIFIER[:-4], VERIFIER.replace("argon2id", "argon2i"), "$2b$12$x"]
)
def test_an_unreadable_verifier_matches_nothing(verifier: str) -> None:
    """Damaged or foreign: no sign-in, and no crash."""
    assert Argon2PinVerifier().matches("739152", verifier) is False
