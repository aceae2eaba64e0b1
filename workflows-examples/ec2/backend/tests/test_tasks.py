import pytest
from fastapi.testclient import TestClient


def titles(client: TestClient) -> list[str]:
    return [task["title"] for task in client.get("/api/tasks").json()]


def test_a_task_lives_from_post_to_delete(client: TestClient):
    made = client.post("/api/tasks", json={"title": "  water the plants "})
    assert made.status_code == 201
    task = made.json()
    assert (task["title"], task["done"]) == ("water the plants", False)

    done = client.patch(f"/api/tasks/{task['id']}", json={"done": True})
    assert done.json() == {**task, "done": True}

    assert client.delete(f"/api/tasks/{task['id']}").status_code == 204
    assert titles(client) == []


def test_open_tasks_come_first_and_the_newest_of_them_on_top(client: TestClient):
    ids = [client.post("/api/tasks", json={"title": title}).json()["id"] for title in ("a", "b", "c")]
    client.patch(f"/api/tasks/{ids[2]}", json={"done": True})
    assert titles(client) == ["b", "a", "c"]


def test_tasks_survive_a_restart(client: TestClient):
    client.post("/api/tasks", json={"title": "stay"})
    with TestClient(client.app) as restarted:
        assert titles(restarted) == ["stay"]


@pytest.mark.parametrize("title", ["", "   ", "x" * 201, "a\0b", None, 7])
def test_bad_titles_are_refused(client: TestClient, title: object):
    assert client.post("/api/tasks", json={"title": title}).status_code == 422
    assert titles(client) == []


@pytest.mark.parametrize("title", ["'; DROP TABLE tasks; --", "<script>", "%s", "€ ü 💡", "x" * 200])
def test_any_other_text_comes_back_as_it_went_in(client: TestClient, title: str):
    client.post("/api/tasks", json={"title": title})
    assert titles(client) == [title]


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_a_task_that_is_not_there(client: TestClient, method: str):
    body = {"json": {"done": True}} if method == "patch" else {}
    assert client.request(method, "/api/tasks/999", **body).status_code == 404
