"""``/openapi.json``: OpenAPI 3.1 of the calls, so that another portal can implement them."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from kiosk import __version__
from kiosk.portal.calls import CALLS, Call
from kiosk.portal.refusals import STATUS
from kiosk.protocol import signatures, wire

_REFERENCE = "#/components/schemas/{name}"


@cache
def document() -> bytes:
    """The document as JSON."""
    types = [
        wire.Problem,
        *(kind for call in CALLS for kind in (call.takes, call.seals, call.gives) if kind is not None),
    ]
    _, schemas = msgspec.json.schema_components(list(dict.fromkeys(types)), ref_template=_REFERENCE)
    paths: dict[str, dict[str, Any]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call)
    paths["/v1/sync"]["head"] = {
        "operationId": "probe",
        "summary": "Tells the portal from a captive one, before any data leaves the device",
        "responses": {"204": {"description": "the portal", "headers": {"X-Kiosk-Sync": _header("always 1")}}},
    }
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "kiosk-sync", "version": "1", "x-portal-version": __version__},
            "paths": paths,
            "components": {
                "schemas": schemas,
                "securitySchemes": {
                    "deviceSignature": {
                        "type": "apiKey",
                        "in": "header",
                        "name": "Signature",
                        "description": "RFC 9421 with Ed25519 over "
                        + ", ".join(signatures.REQUEST_COMPONENTS)
                        + "; keyid is the device id, nonce comes from the header Kiosk-Nonce of any answer",
                    }
                },
            },
        }
    )


def _operation(call: Call) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": call.path.removeprefix("/v1/").replace("/", "_").replace("-", "_"),
        "summary": call.summary,
        "security": [{"deviceSignature": []}] if call.signed else [],
        "responses": {
            "200": _content(call.gives, "the answer; signed where the device is known"),
            **{str(status): _content(wire.Problem, _codes(status)) for status in sorted(set(STATUS.values()))},
        },
    }
    if call.takes is not None:
        described["requestBody"] = _content(call.takes, "") | {"required": True}
    if call.seals is not None:
        described["requestBody"]["description"] = f"what is sealed: {call.seals.__name__}, as JSON"
        described["requestBody"]["x-sealed"] = {"$ref": _REFERENCE.format(name=call.seals.__name__)}
    if call.parameters:
        described["parameters"] = [
            {"name": name, "in": "query", "required": True, "description": text, "schema": {"type": "string"}}
            for name, text in call.parameters.items()
        ]
    return described


def _content(kind: type[wire.Message], description: str) -> dict[str, Any]:
    schema = {"$ref": _REFERENCE.format(name=kind.__name__)}
    described: dict[str, Any] = {"content": {"application/json": {"schema": schema}}}
    return described | ({"description": description} if description else {})


def _codes(status: int) -> str:
    return ", ".join(code for code, of_code in STATUS.items() if of_code == status)


def _header(text: str) -> dict[str, Any]:
    return {"description": text, "schema": {"type": "string"}}
