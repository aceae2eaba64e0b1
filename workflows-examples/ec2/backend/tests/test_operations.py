from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from app.main import create_app
from app.settings import Settings


def test_a_ready_application(client: TestClient):
    assert client.get("/health/live").status_code == 200
    assert client.get("/health/ready").status_code == 200
    assert client.get("/api/version").json() == {"revision": "0a3087a"}


def test_without_its_database_it_is_alive_but_not_ready(client: TestClient):
    client.app.state.pool.close()
    assert client.get("/health/live").status_code == 200
    assert client.get("/health/ready").status_code == 503


def test_metrics_name_routes_not_paths(client: TestClient):
    for id in (1, 2):
        client.delete(f"/api/tasks/{id}")
    assert (
        'http_request_duration_seconds_count{method="DELETE",route="/api/tasks/{id}",status="404"} 2.0'
        in client.get("/metrics").text
    )


def test_the_password_comes_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DATABASE_PASSWORD", raising=False)
    secret = tmp_path / "password"
    secret.write_text("pass word\n")
    monkeypatch.setenv("DATABASE_PASSWORD_FILE", str(secret))
    settings = Settings()
    assert settings.database_password.get_secret_value() == "pass word"
    assert "pass word" not in repr(settings)


def test_two_passwords_or_none_to_read_are_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_PASSWORD_FILE", str(tmp_path / "missing"))
    monkeypatch.delenv("DATABASE_PASSWORD", raising=False)
    with pytest.raises(ValidationError, match="cannot be read"):
        Settings()
    monkeypatch.setenv("DATABASE_PASSWORD", "x")
    with pytest.raises(ValidationError, match="not both"):
        Settings()


def test_the_factory_reads_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REVISION", "abc")
    with TestClient(create_app()) as client:
        assert client.get("/api/version").json() == {"revision": "abc"}
