from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, StringConstraints

from app.database import Pool

router = APIRouter(prefix="/api/tasks", tags=["tasks"])

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]*$")]


class NewTask(BaseModel):
    title: Title


class TaskChange(BaseModel):
    title: Title | None = None
    done: bool | None = None


class Task(BaseModel):
    id: int
    title: str
    done: bool
    created_at: datetime


def pool_of(request: Request) -> Pool:
    return request.app.state.pool


Database = Annotated[Pool, Depends(pool_of)]


@router.get("")
def list_tasks(pool: Database) -> list[Task]:
    with pool.connection() as connection:
        rows = connection.execute("SELECT * FROM tasks ORDER BY done, id DESC LIMIT 500").fetchall()
    return [Task(**row) for row in rows]


@router.post("", status_code=201)
def add_task(task: NewTask, pool: Database) -> Task:
    with pool.connection() as connection:
        row = connection.execute("INSERT INTO tasks (title) VALUES (%s) RETURNING *", [task.title]).fetchone()
    return found(row)


@router.patch("/{id}")
def change_task(id: int, change: TaskChange, pool: Database) -> Task:
    with pool.connection() as connection:
        row = connection.execute(
            "UPDATE tasks SET title = coalesce(%s, title), done = coalesce(%s, done) WHERE id = %s RETURNING *",
            [change.title, change.done, id],
        ).fetchone()
    return found(row)


@router.delete("/{id}", status_code=204)
def remove_task(id: int, pool: Database) -> None:
    with pool.connection() as connection:
        found(connection.execute("DELETE FROM tasks WHERE id = %s RETURNING *", [id]).fetchone())


def found(row: dict | None) -> Task:
    if row is None:
        raise HTTPException(404, "no such task")
    return Task(**row)
