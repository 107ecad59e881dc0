"""Run migrations over the connection that was handed in."""

from __future__ import annotations

from alembic import context

from app.store.schema.tables import schema_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema_metadata(),
    render_as_batch=True,  # SQLite alters little in place: a table is made anew and filled
)
with context.begin_transaction():
    context.run_migrations()
