"""Alembic's environment; revisions stand in ``versions``, named by date."""
