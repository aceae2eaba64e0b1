from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from app import health, tasks
from app.database import create_pool, migrate
from app.metrics import add_metrics
from app.settings import Settings


def create_app(settings: Settings | None = None) -> FastAPI:
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        pool = app.state.pool = create_pool(settings)
        pool.open()
        try:
            await run_in_threadpool(migrate, pool)
            yield
        finally:
            pool.close()

    app = FastAPI(
        title="Tasks",
        lifespan=lifespan,
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    add_metrics(app)
    app.include_router(tasks.router)
    app.include_router(health.router)

    @app.get("/api/version")
    def version() -> dict[str, str]:
        return {"revision": settings.revision}

    return app
