"""The support console's routes under ``/support`` (S40, S41): sign in, queue, chats, what agents do, call-backs.

Pages work without JavaScript; the script only keeps them up to date and sends a line without loading the page.
"""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from kiosk.portal.bcrypts import Workers
from kiosk.portal.support import acts, agents, call_backs, identity, pages, people, queue, sessions, transcript
from kiosk.portal.support.acts import Told
from kiosk.portal.support.events import Watch
from kiosk.portal.support.frame import COOKIE, PREFIX, SIGN_IN, Form, Refused, endpoint, guarded, is_https, run
from kiosk.portal.support.people import Found
from kiosk.portal.support.visit import Visit

if TYPE_CHECKING:
    from kiosk.portal.app import Portal

CHATS: Final = f"{PREFIX}/chats"
CALL_BACKS: Final = f"{PREFIX}/call-backs"

SIGN_INS: Final = 4
"""How many sign-ins wait for bcrypt: apart from the patients', since anybody on the internet can ask for one."""


def open_console(portal: Portal) -> tuple[Portal, list[Route], Callable[[], None]]:
    """Make the console.

    Returns:
        the portal, whose commits from now on wake the console's pages; the routes; and what ends the pages' streams
        when the server stops.
    """
    watch = Watch(portal)

    def after_commit() -> None:
        portal.after_commit()
        watch.wake()

    waking = dataclasses.replace(portal, after_commit=after_commit)
    return waking, routes(waking, watch), watch.stop


def routes(portal: Portal, watch: Watch) -> list[Route]:
    """The console's routes."""
    workers = Workers(threads=1, waiting=SIGN_INS)

    async def sign_in_page(request: Request, form: Form) -> Response:
        return pages.page("sign_in.html", refused=False)

    async def sign_in(request: Request, form: Form) -> Response:
        name, password, code = (form.get(field, "") for field in ("user_name", "password", "code"))
        known = await run(portal, lambda: portal.database.run(lambda c: agents.look_up(c, portal.keys, name)))
        right = await workers.run(lambda: agents.password_agrees(password, known))
        now = portal.clock()

        def work(connection: sa.Connection) -> tuple[str | None, bool]:
            agent_id = agents.decide(connection, known, right=right, code="".join(code.split()), now=now)
            token = None if agent_id is None else sessions.begin(connection, agent_id, now)
            return token, is_https(connection)

        token, secure = await run(portal, lambda: portal.database.run(work))
        if token is None:
            return pages.page("sign_in.html", 403, refused=True)
        response = RedirectResponse(CHATS, 303)
        response.set_cookie(COOKIE, token, path=PREFIX, secure=secure, httponly=True, samesite="strict")
        return response

    async def static(request: Request, form: Form) -> Response:
        return pages.static(request.path_params["name"]) or pages.problem(404)

    def events(visit: Visit, request: Request, form: Form) -> Response:
        token = request.cookies.get(COOKIE, "")

        def is_present() -> bool:
            now = portal.clock()
            return portal.database.run(lambda c: sessions.find(c, token, now, acted=False)) is not None

        stream = watch.stream(is_present)
        return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    return [
        Route(SIGN_IN, guarded(portal, sign_in_page), methods=["GET"]),
        Route(SIGN_IN, guarded(portal, sign_in), methods=["POST"]),
        Route(f"{PREFIX}/static/{{name}}", guarded(portal, static), methods=["GET"]),
        Route(f"{PREFIX}/events", endpoint(portal, events, live=True), methods=["GET"]),
        Route(PREFIX, endpoint(portal, _home), methods=["GET"]),
        Route(f"{PREFIX}/sign-out", endpoint(portal, _sign_out), methods=["POST"]),
        Route(f"{PREFIX}/availability", endpoint(portal, _availability), methods=["POST"]),
        Route(CHATS, endpoint(portal, _home), methods=["GET"]),
        Route(f"{CHATS}/{{chat_id:uuid}}", endpoint(portal, _chat), methods=["GET"]),
        Route(f"{CHATS}/{{chat_id:uuid}}/{{action}}", endpoint(portal, _act), methods=["POST"]),
        Route(CALL_BACKS, endpoint(portal, _call_backs), methods=["GET"]),
        Route(f"{CALL_BACKS}/{{call_back_id:uuid}}/done", endpoint(portal, _call_done), methods=["POST"]),
    ]


def _sign_out(visit: Visit, request: Request, form: Form) -> Response:
    sessions.end(visit.connection, visit.session)
    response = RedirectResponse(SIGN_IN, 303)
    response.delete_cookie(COOKIE, path=PREFIX)
    return response


def _availability(visit: Visit, request: Request, form: Form) -> Response:
    sessions.set_available(visit.connection, visit.session, form.get("available") == "yes")
    back = form.get("back", "")
    try:
        return RedirectResponse(f"{CHATS}/{UUID(back)}", 303)
    except ValueError:
        return RedirectResponse(CALL_BACKS if back == "call-backs" else CHATS, 303)


def _home(visit: Visit, request: Request, form: Form) -> Response:
    return _page(visit, request, "chats.html", path=CHATS, chat=None)


def _chat(visit: Visit, request: Request, form: Form) -> Response:
    return _show(visit, request, request.path_params["chat_id"])


def _show(
    visit: Visit, request: Request, chat_id: UUID, told: Told | None = None, found: list[Found] | None = None
) -> Response:
    """A chat's page: only who has the chat sees what was said, and the account."""
    chat = queue.get(visit.connection, visit.keys, chat_id, visit.now)
    if chat is None:
        raise Refused(404)
    mine = chat.agent_id == visit.agent_id
    return _page(
        visit,
        request,
        "chats.html",
        path=f"{CHATS}/{chat_id}",
        note=None if told is None else told.value,
        chat=chat,
        mine=mine,
        lines=transcript.read(visit.connection, visit.keys, chat_id) if mine else [],
        line_id=uuid.uuid4(),
        account=people.get(visit.connection, visit.keys, chat.account_id) if mine and chat.account_id else None,
        found=found,
        done=acts.done_in(visit, chat_id) if mine else [],
    )


def _act(visit: Visit, request: Request, form: Form) -> Response:
    """Do something in a chat; then show it anew, with a note."""
    chat_id: UUID = request.path_params["chat_id"]
    action = request.path_params["action"]
    if action == "find":
        told, found = acts.search(
            visit,
            chat_id,
            user_id=form.get("user_id", ""),
            email=form.get("email", ""),
            birth_date=form.get("birth_date", ""),
        )
        if found:
            return _show(visit, request, chat_id, told, found)
        return _back(chat_id, told.value)
    if action not in _ACTIONS:
        raise Refused(404)
    return _back(chat_id, _ACTIONS[action](visit, chat_id, form))


def _take(visit: Visit, chat_id: UUID, form: Form) -> str:
    return "taken" if queue.take(visit, chat_id) else "gone"


def _say(visit: Visit, chat_id: UUID, form: Form) -> str:
    text = transcript.tidy(form.get("text", ""))
    if text is None:
        return "bad_line"
    return "" if queue.say(visit, chat_id, _uuid(form.get("line_id", "")), text) else Told.NOT_YOURS.value


def _close(visit: Visit, chat_id: UUID, form: Form) -> str:
    return "closed" if queue.close(visit, chat_id) else Told.NOT_YOURS.value


_ACTIONS: Final[dict[str, Callable[[Visit, UUID, Form], str]]] = {
    "take": _take,
    "say": _say,
    "close": _close,
    "choose": lambda visit, chat_id, form: acts.choose(visit, chat_id, _uuid(form.get("account_id", ""))).value,
    "reset": lambda visit, chat_id, form: acts.send_direct_reset(visit, chat_id).value,
    "user-id": lambda visit, chat_id, form: acts.send_user_id(visit, chat_id).value,
    "phone-code": lambda visit, chat_id, form: identity.send_phone_code(visit, chat_id).value,
    "check-code": lambda visit, chat_id, form: identity.check_phone_code(visit, chat_id, form.get("code", "")).value,
    "desk-check": lambda visit, chat_id, form: identity.use_desk_check(visit, chat_id).value,
    "email": lambda visit, chat_id, form: acts.update_email(visit, chat_id, form.get("email", "")).value,
}


def _call_backs(visit: Visit, request: Request, form: Form) -> Response:
    return _page(visit, request, "call_backs.html", path=CALL_BACKS, call_backs=call_backs.waiting(visit))


def _call_done(visit: Visit, request: Request, form: Form) -> Response:
    did = call_backs.done(visit, request.path_params["call_back_id"])
    return RedirectResponse(f"{CALL_BACKS}?note={'call_done' if did else 'call_gone'}", 303)


def _page(
    visit: Visit, request: Request, template: str, *, path: str, note: str | None = None, **values: Any
) -> Response:
    shown = pages.NOTES.get(note or request.query_params.get("note", ""))
    return pages.page(
        template,
        session=visit.session,
        queue=queue.live(visit.connection, visit.keys, visit.now),
        asked=call_backs.count(visit),
        agents=sessions.on_duty(visit.connection, visit.now),
        path=path,
        note=shown,
        **values,
    )


def _back(chat_id: UUID, note: str) -> Response:
    return RedirectResponse(f"{CHATS}/{chat_id}" + (f"?note={note}" if note else ""), 303)


def _uuid(text: str) -> UUID:
    """A form's id.

    Raises:
        Refused: it is none.
    """
    try:
        return UUID(text)
    except ValueError:
        raise Refused(400) from None
