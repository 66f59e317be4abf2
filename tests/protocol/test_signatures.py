"""Signed messages: the RFCs' own examples, and no covered component can be changed."""

import base64
from collections.abc import Mapping

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.protocol import signatures
from kiosk.protocol.encoding import b64decode
from kiosk.protocol.signatures import (
    REQUEST_COMPONENTS,
    RESPONSE_COMPONENTS,
    Parameters,
    SignatureError,
    content_digest,
    request_values,
    response_values,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
PARAMETERS = Parameters(created=1795424400, keyid="00000000-0000-0000-0000-000000000002", nonce="n-1")
REQUEST_ID = "00000000-0000-0000-0000-000000000009"
BODY = b'{"operations":[]}'
VALUES = request_values(
    method="post", authority="Portal.Example.org", path="/v1/sync", query="a=1", body=BODY, request_id=REQUEST_ID
)
ANSWER = response_values(status=200, body=BODY, request_id=REQUEST_ID)


def lowered(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers as the other side receives them."""
    return {name.lower(): value for name, value in headers.items()}


HEADERS = lowered(signatures.sign(VALUES, REQUEST_COMPONENTS, PARAMETERS, KEY))


def test_rfc_9421_appendix_b_2_6() -> None:
    """The RFC's Ed25519 example: our base of its message carries its signature under its key."""
    components = ("date", "@method", "@path", "@authority", "content-type", "content-length")
    values = {
        "date": "Tue, 20 Apr 2021 02:07:55 GMT",
        "@method": "POST",
        "@path": "/foo",
        "@authority": "example.com",
        "content-type": "application/json",
        "content-length": "18",
    }
    parameters = Parameters(created=1618884473, keyid="test-key-ed25519").encode(components)
    base = signatures.signature_base(values, components, parameters)
    assert base.decode() == (
        '"date": Tue, 20 Apr 2021 02:07:55 GMT\n'
        '"@method": POST\n'
        '"@path": /foo\n'
        '"@authority": example.com\n'
        '"content-type": application/json\n'
        '"content-length": 18\n'
        '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length")'
        ';created=1618884473;keyid="test-key-ed25519"'
    )
    signature = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=="
    public_key = b64decode("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs")
    Ed25519PublicKey.from_public_bytes(public_key).verify(base64.b64decode(signature), base)
    headers = {"signature-input": f"sig={parameters}", "signature": f"sig=:{signature}:", "content-digest": "x"}
    signatures.verify(headers, values | {"content-digest": "x"}, components, public_key)


def test_rfc_9530_content_digest() -> None:
    """The digests of the RFC's examples, with and without the line end."""
    assert content_digest(b'{"hello": "world"}\n') == "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"
    assert content_digest(b'{"hello": "world"}') == "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"


def test_a_signed_request_is_accepted() -> None:
    """Method and authority are written in one case on both sides; the parameters come back as they were."""
    signatures.verify(HEADERS, VALUES, REQUEST_COMPONENTS, PUBLIC)
    assert signatures.read_parameters(HEADERS, REQUEST_COMPONENTS) == PARAMETERS
    assert (VALUES["@method"], VALUES["@authority"], VALUES["@query"]) == ("POST", "portal.example.org", "?a=1")
    assert HEADERS[signatures.REQUEST_ID] == REQUEST_ID


def test_a_signed_response_is_accepted_without_a_nonce() -> None:
    """A response is bound to its request by the request's id."""
    headers = lowered(signatures.sign(ANSWER, RESPONSE_COMPONENTS, Parameters(1795424400, "sign-1"), KEY))
    signatures.verify(headers, ANSWER, RESPONSE_COMPONENTS, PUBLIC)
    assert signatures.read_parameters(headers, RESPONSE_COMPONENTS).nonce is None


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "GET"},
        {"authority": "portal.example.org:8443"},
        {"authority": "eve.example"},
        {"path": "/v1/sync/"},
        {"path": "/v1/devices/wiped"},
        {"query": ""},
        {"query": "a=2"},
        {"body": BODY + b" "},
        {"body": b""},
        {"request_id": "00000000-0000-0000-0000-000000000008"},
    ],
    ids=str,
)
def test_every_changed_component_of_a_request_is_refused(changes: dict[str, str | bytes]) -> None:
    """Whatever arrives other than it was signed, even when the digest header is made to fit."""
    received: dict[str, str | bytes] = {
        "method": "POST",
        "authority": "portal.example.org",
        "path": "/v1/sync",
        "query": "a=1",
        "body": BODY,
        "request_id": REQUEST_ID,
    }
    values = request_values(**(received | changes))  # type: ignore[arg-type]  # one dict of both kinds
    assert values != VALUES
    for headers in (HEADERS, HEADERS | {"content-digest": values["content-digest"]}):
        with pytest.raises(SignatureError):
            signatures.verify(headers, values, REQUEST_COMPONENTS, PUBLIC)


@pytest.mark.parametrize(
    "values",
    [
        response_values(status=201, body=BODY, request_id=REQUEST_ID),
        response_values(status=200, body=b"{}", request_id=REQUEST_ID),
        response_values(status=200, body=BODY, request_id="00000000-0000-0000-0000-000000000008"),
    ],
    ids=["status", "body", "another question's answer"],
)
def test_every_changed_component_of_a_response_is_refused(values: dict[str, str]) -> None:
    """An old answer fits no new question."""
    headers = lowered(signatures.sign(ANSWER, RESPONSE_COMPONENTS, Parameters(1795424400, "sign-1"), KEY))
    for received in (headers, headers | {"content-digest": values["content-digest"]}):
        with pytest.raises(SignatureError):
            signatures.verify(received, values, RESPONSE_COMPONENTS, PUBLIC)


@pytest.mark.parametrize("name", ["signature", "signature-input", "content-digest"])
@given(data=st.data())
def test_any_changed_character_of_a_header_is_refused(name: str, data: st.DataObject) -> None:
    """Signature, parameters and digest, each to the last bit."""
    value = HEADERS[name]
    place = data.draw(st.integers(0, len(value) - 1))
    changed = value[:place] + data.draw(st.characters(codec="ascii")) + value[place + 1 :]
    if changed != value:
        with pytest.raises(SignatureError):
            signatures.verify(HEADERS | {name: changed}, VALUES, REQUEST_COMPONENTS, PUBLIC)


def test_stray_bits_in_the_signatures_last_character_are_refused() -> None:
    """Sixty-four bytes leave four bits of it unused; a message has one signature text, not sixteen."""
    value = HEADERS["signature"]
    assert value.endswith("Q==:")
    for stray in "RSTUVWXYZabcdef":
        changed = f"{value[:-4]}{stray}==:"
        with pytest.raises(SignatureError):
            signatures.verify(HEADERS | {"signature": changed}, VALUES, REQUEST_COMPONENTS, PUBLIC)


@pytest.mark.parametrize("name", ["signature", "signature-input", "content-digest"])
def test_a_missing_header_is_refused(name: str) -> None:
    """There is no unsigned message."""
    headers = {header: value for header, value in HEADERS.items() if header != name}
    with pytest.raises(SignatureError):
        signatures.verify(headers, VALUES, REQUEST_COMPONENTS, PUBLIC)


def test_a_foreign_key_is_refused() -> None:
    """Signed by somebody else under the same key id."""
    stranger = Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32)
    headers = lowered(signatures.sign(VALUES, REQUEST_COMPONENTS, PARAMETERS, stranger))
    with pytest.raises(SignatureError, match="does not hold"):
        signatures.verify(headers, VALUES, REQUEST_COMPONENTS, PUBLIC)


@pytest.mark.parametrize("left_out", REQUEST_COMPONENTS)
def test_a_signature_that_covers_less_is_refused(left_out: str) -> None:
    """A right signature over fewer components is none of this protocol; so is another order."""
    fewer = tuple(name for name in REQUEST_COMPONENTS if name != left_out)
    for components in (fewer, (left_out, *fewer, "date"), (*reversed(REQUEST_COMPONENTS),)):
        values = VALUES | {"date": "x"}
        headers = lowered(signatures.sign(values, components, PARAMETERS, KEY))
        with pytest.raises(SignatureError, match="components"):
            signatures.verify(headers, values, REQUEST_COMPONENTS, PUBLIC)


LIST = " ".join(f'"{name}"' for name in REQUEST_COMPONENTS)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "sig=()",
        f"sig=({LIST})",
        f"sig=({LIST});created=1",
        f'sig=({LIST});keyid="d";created=1',
        f'sig=({LIST});created=;keyid="d"',
        f'sig=({LIST});created=-1;keyid="d"',
        f'sig=({LIST});created=1.5;keyid="d"',
        f'sig=({LIST});created={"9" * 13};keyid="d"',
        f'sig=({LIST});created=١;keyid="d"',
        f'sig=({LIST});created=1;keyid=""',
        f'sig=({LIST});created=1;keyid="a b"',
        f'sig=({LIST});created=1;keyid="a\\"b"',
        f'sig=({LIST});created=1;keyid="{"k" * 65}"',
        f'sig=({LIST});created=1;keyid="d";nonce=""',
        f'sig=({LIST});created=1;keyid="d";nonce="{"n" * 129}"',
        f'sig=({LIST});created=1;keyid="d";alg="hmac-sha256"',
        f'sig=({LIST});created=1;keyid="d";expires=2',
        f'sig=({LIST});created=1;keyid="d"\n',
        f'sig=({LIST});created=1;keyid="d", sig2=({LIST});created=1;keyid="d"',
        f'sig1=({LIST});created=1;keyid="d"',
    ],
)
def test_malformed_parameters_are_refused(given: str) -> None:
    """Missing, reordered, doubled, unknown or odd parameters: there is nothing to negotiate."""
    with pytest.raises(SignatureError):
        signatures.read_parameters({"signature-input": given}, REQUEST_COMPONENTS)


@pytest.mark.parametrize("path", ['/v1\n"@query": ?admin', "/v1/\r", "/v1/é", "/v1/\x00", "/v1/\ud800"])
def test_a_component_that_is_not_one_ascii_line_is_refused(path: str) -> None:
    """One value cannot pass for two lines of the base (RFC 9421, 2.5), on either side."""
    values = VALUES | {"@path": path}
    with pytest.raises(SignatureError):
        signatures.sign(values, REQUEST_COMPONENTS, PARAMETERS, KEY)
    with pytest.raises(SignatureError):
        signatures.verify(HEADERS, values, REQUEST_COMPONENTS, PUBLIC)
