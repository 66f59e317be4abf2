"""Brings a database to the newest schema (Alembic, run from the program and not from a shell)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from kiosk.portal import tables_people, tables_support
from kiosk.portal.engine import Database
from kiosk.portal.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

_MODULES: Final = (tables_people, tables_support)
"""Imported so that ``metadata`` is complete."""

_LOCK: Final = 0x6B696F736B  # any fixed number: two portals must not migrate at once


def upgrade(database: Database) -> None:
    """Run the missing migrations in one transaction; a failed one leaves nothing behind."""
    from alembic import command  # here, not above: only ``init`` and ``serve`` need it, and it is slow to import

    def work(connection: sa.Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        command.upgrade(_config(connection), "head")

    database.run(work)


def differences(connection: sa.Connection) -> list[object]:
    """What the migrated database lacks of ``tables``, or has more; empty when the migrations are complete."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    options = {"compare_type": True, "include_name": _is_ours}
    context = MigrationContext.configure(connection, opts=options)
    return list(compare_metadata(context, metadata))


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Leave out the vault's sentinel table, which stands in every encrypted file."""
    return name != "kiosk_file"


def _config(connection: sa.Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
