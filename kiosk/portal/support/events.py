"""Live updates by server-sent events: a page is told that something changed and fetches itself anew.

One task per process watches while a page listens: woken by the portal's own commits, and every two seconds for those
of other processes. Nothing but "changed" is sent, so that an event can show nobody what is not theirs.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from kiosk.portal import faults
from kiosk.portal.support import chats, frame, queue

if TYPE_CHECKING:
    from kiosk.portal.app import Portal

_log = logging.getLogger(__name__)

POLL_S: Final = 2.0
GATHER_S: Final = 0.05
"""Commits in quick succession are looked at together."""

HEARTBEAT_S: Final = 15.0
"""Keeps proxies from closing a silent stream, and the agent on duty (``sessions.ABSENT``)."""

STREAM_S: Final = 300.0
"""After this the page connects again, and its session is checked again."""

CHANGED: Final = b"event: changed\ndata:\n\n"


class Watch:
    """Tells the streams of one process when agents' pages are out of date."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._streams = 0
        self._version = 0
        self._state = ""
        self._stopping = False
        self._task: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._news = asyncio.Condition()

    def wake(self) -> None:
        """Look now; from any thread, returns at once."""
        loop = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self._woken.set)

    def stop(self) -> None:
        """End every stream, so that none holds up the server's stop; from the loop's thread."""
        self._stopping = True
        self._woken.set()

    async def stream(self, is_present: Callable[[], bool]) -> AsyncIterator[bytes]:
        """What one page is sent.

        Args:
            is_present: notes that the page is open; false once its session is over. Blocks.
        """
        self._streams += 1
        try:
            if self._task is None:
                self._task = asyncio.create_task(self._watch())
            seen = self._version
            end = asyncio.get_running_loop().time() + STREAM_S
            yield b"retry: 1000\n\n" + CHANGED  # what happened before the page listened
            while not self._stopping and asyncio.get_running_loop().time() < end:
                if await self._newer_than(seen):
                    seen = self._version
                    yield CHANGED
                elif not await frame.run(self._portal, is_present):
                    return
                else:
                    yield b":\n\n"
        finally:
            self._streams -= 1
            self._woken.set()

    async def _newer_than(self, seen: int) -> bool:
        """Wait for news, or for the next heartbeat."""
        try:
            async with asyncio.timeout(HEARTBEAT_S), self._news:
                await self._news.wait_for(lambda: self._version != seen or self._stopping)
        except TimeoutError:
            return False
        return not self._stopping

    async def _watch(self) -> None:
        self._loop = asyncio.get_running_loop()
        while self._streams and not self._stopping:
            self._woken.clear()
            try:
                found = await frame.run(self._portal, self._look)
            except Exception as error:  # noqa: BLE001 - the next round tries again
                faults.log(_log, error, "support watch")
                found = self._state
            if found != self._state:
                self._state = found
                self._version += 1
                await self._tell()
            try:
                async with asyncio.timeout(POLL_S):
                    await self._woken.wait()
                await asyncio.sleep(GATHER_S)
            except TimeoutError:
                pass
        # Before anything is awaited: a stream that comes now needs a task of its own.
        self._loop = self._task = None
        await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    def _look(self) -> str:
        now = self._portal.clock()

        def work(connection: sa.Connection) -> str:
            chats.sweep(connection, now)
            return queue.state(connection, now)

        return self._portal.database.run(work)
