"""The tests use a real PostgreSQL; DATABASE_HOST and the other settings say which (see README.md)."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.database import create_pool
from app.main import create_app
from app.settings import Settings


@pytest.fixture
def settings() -> Settings:
    return Settings(revision="0a3087a")


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with create_pool(settings) as pool, pool.connection() as connection:
        connection.execute("DROP TABLE IF EXISTS tasks")
    with TestClient(create_app(settings)) as client:
        yield client
