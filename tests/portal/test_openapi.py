"""``/openapi.json`` describes the calls as they are, so that another portal can implement them."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from kiosk.portal import openapi
from kiosk.portal.calls import CALLS
from kiosk.portal.refusals import STATUS
from tests.portal.conftest import Served
from tests.portal.device import send


@pytest.fixture(scope="module")
def document(served: Served) -> dict[str, Any]:
    """The document as it is served."""
    answer = send(served.address, "GET", "/openapi.json", b"", {})
    assert answer.headers["content-type"] == "application/json"
    return msgspec.json.decode(answer.body, type=dict[str, Any])


def test_every_call_is_described(document: dict[str, Any]) -> None:
    """Each call has its answer, every status of a refusal, and its signature where one is demanded."""
    assert document["openapi"] == "3.1.0"
    for call in CALLS:
        described = document["paths"][call.path][call.method.lower()]
        assert {"200", *(str(status) for status in STATUS.values())} == set(described["responses"])
        assert bool(described["security"]) == call.signed
        assert ("requestBody" in described) == (call.takes is not None)
    identifiers = [entry["operationId"] for path in document["paths"].values() for entry in path.values()]
    assert len(identifiers) == len(set(identifiers))


def test_every_reference_resolves(document: dict[str, Any]) -> None:
    """No schema points to one that is not there."""
    named = set(re.findall(rb'"\$ref":"#/components/schemas/([^"]+)"', openapi.document()))
    assert {name.decode() for name in named} <= set(document["components"]["schemas"])
    assert b"Problem" in named


def test_every_code_is_in_the_schema(document: dict[str, Any]) -> None:
    """The codes of refusals are typed in the document, each with one status."""
    problem = document["components"]["schemas"]["Problem"]
    assert set(problem["properties"]["error"]["enum"]) == set(STATUS)
