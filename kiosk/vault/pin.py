"""Staff PINs: Argon2id verifiers in PHC form (RFC 9106), made at the portal and checked on the device (F5).

Six digits are a million guesses, so the verifier is slow on purpose and never the only key (F5).
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SALT_BYTES: Final = 16
MEMORY_KIB: Final = 64 * 1024
ITERATIONS: Final = 3
LANES: Final = 1
HASH_BYTES: Final = 32


def pin_verifier(pin: str, salt: bytes) -> str:
    """Make the verifier of an accepted PIN: ``$argon2id$v=19$m=65536,t=3,p=1$…``; about 0.15 s, run it in a worker.

    Args:
        pin: as ``kiosk.domain.staff.Pin.digits``.
        salt: 16 random bytes.

    Raises:
        ValueError: another number of salt bytes.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a PIN's salt has {SALT_BYTES} bytes")
    derivation = Argon2id(salt=salt, length=HASH_BYTES, iterations=ITERATIONS, lanes=LANES, memory_cost=MEMORY_KIB)
    return derivation.derive_phc_encoded(pin.encode("utf-8"))


class Argon2PinVerifier:
    """Checks typed PINs (``kiosk.domain.staff_ports.PinVerifier``)."""

    def matches(self, pin: str, verifier: str) -> bool:
        """Whether the PIN made this verifier; a verifier that cannot be read matches nothing."""
        try:
            Argon2id.verify_phc_encoded(pin.encode("utf-8"), verifier)
        except (InvalidKey, ValueError):
            return False
        return True
