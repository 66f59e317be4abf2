"""Runs the migrations on the connection that ``kiosk.portal.schema`` hands over."""

from alembic import context

from kiosk.portal.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # also on SQLite, where BEGIN IMMEDIATE makes it true
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
