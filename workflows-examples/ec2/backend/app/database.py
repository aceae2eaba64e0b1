from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool

from app.settings import Settings

Pool = ConnectionPool[Connection[DictRow]]

SCHEMA = """
CREATE TABLE IF NOT EXISTS tasks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    done boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
)
"""

# Any constant will do: replicas that start together take turns at the schema.
SCHEMA_LOCK = 7_405_001


def create_pool(settings: Settings) -> Pool:
    """A pool that is not yet open. It keeps trying while the database is away."""
    connection: dict[str, Any] = {
        "host": settings.database_host,
        "port": settings.database_port,
        "dbname": settings.database_name,
        "user": settings.database_user,
        "password": settings.database_password.get_secret_value(),
        "connect_timeout": 5,
        "application_name": "backend",
        "row_factory": dict_row,
    }
    return ConnectionPool(kwargs=connection, min_size=1, max_size=10, timeout=5, open=False)


def migrate(pool: Pool) -> None:
    """Brings the schema to where this version of the application needs it. Safe to repeat."""
    with pool.connection() as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [SCHEMA_LOCK])
        connection.execute(SCHEMA)
