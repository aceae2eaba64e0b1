from pathlib import Path

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Read from the environment. The password comes from DATABASE_PASSWORD_FILE where that is set."""

    database_host: str = "localhost"
    database_port: int = Field(default=5432, ge=1, le=65535)
    database_name: str = "tasks"
    database_user: str = "tasks"
    database_password: SecretStr = SecretStr("")
    database_password_file: Path | None = None
    revision: str = "unknown"

    @model_validator(mode="after")
    def read_password_file(self) -> "Settings":
        if self.database_password_file is None:
            return self
        if self.database_password.get_secret_value():
            raise ValueError("set DATABASE_PASSWORD or DATABASE_PASSWORD_FILE, not both")
        try:
            # Editors end files with a newline; it is not part of the password.
            password = self.database_password_file.read_text().rstrip("\r\n")
        except OSError as error:
            raise ValueError(f"DATABASE_PASSWORD_FILE cannot be read: {error.strerror}") from error
        self.database_password = SecretStr(password)
        return self
