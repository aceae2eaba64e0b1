from fastapi import APIRouter, HTTPException
from psycopg import Error
from psycopg_pool import PoolTimeout

from app.tasks import Database

# Outside /api, so that Traefik does not route it: these answers are for the machinery, not for the public.
router = APIRouter(prefix="/health", include_in_schema=False)


@router.get("/live")
def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/ready")
def ready(pool: Database) -> dict[str, str]:
    """The process answers and so does its database."""
    try:
        with pool.connection(timeout=2) as connection:
            connection.execute("SELECT 1")
    except (Error, PoolTimeout) as error:
        raise HTTPException(503, "the database does not answer") from error
    return {"status": "ok"}
