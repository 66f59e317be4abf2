"""The floor of sync: uvicorn, a raw ASGI application, one durable SQLite transaction a request, and nothing else.

Prints its port when it accepts connections.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import msgspec
import uvicorn
from sqlcipher3 import dbapi2

Message = MutableMapping[str, Any]


def make_app(path: str) -> Callable[..., Awaitable[None]]:
    """An application that stores each text of a posted JSON list."""
    db = dbapi2.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE records (body TEXT)")

    async def app(
        scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        records = msgspec.json.decode(body, type=list[str])
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO records VALUES (?)", [(record,) for record in records])
        db.execute("COMMIT")
        answer = msgspec.json.encode(["accepted"] * len(records))
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(answer)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    return app


def main(path: str) -> None:
    """Serve until SIGTERM."""
    # With its protocol named, or asyncio would leave Nagle's algorithm on, which costs 40 ms an answer.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    bound.listen()
    config = uvicorn.Config(make_app(path), lifespan="off", access_log=False, log_level="warning")
    print(bound.getsockname()[1], flush=True)  # connections wait until the server takes them
    asyncio.run(uvicorn.Server(config).serve(sockets=[bound]))


if __name__ == "__main__":
    main(sys.argv[1])
