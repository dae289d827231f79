"""The environment, read once."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class SettingError(ValueError):
    """A setting whose value cannot be used; its text names the setting and what would be right."""


@dataclass(frozen=True)
class Settings:
    """What the environment decides. `public_url` is empty when it is not set, and never ends in a slash.

    `contact` is the mailbox or https address that readers send errors to; empty when it is not set.
    """

    host: str = "127.0.0.1"
    port: int = 8050
    datasets: Path = Path("datasets")
    public_url: str = ""
    contact: str = ""
    workers: int = 2
    debug: bool = False

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Settings from HOST, PORT, DATASETS, PUBLIC_URL, CONTACT, WEB_CONCURRENCY; raises SettingError."""
        return cls(
            host=environment.get("HOST") or cls.host,
            port=_number(environment, "PORT", cls.port, most=65535),
            datasets=Path(environment.get("DATASETS") or cls.datasets),
            public_url=_address(environment.get("PUBLIC_URL", "")),
            contact=_contact(environment.get("CONTACT", "")),
            workers=_number(environment, "WEB_CONCURRENCY", cls.workers, most=64),
        )


def _number(environment: Mapping[str, str], name: str, default: int, *, most: int) -> int:
    text = environment.get(name) or str(default)
    if not re.fullmatch(r"[0-9]{1,6}", text, re.ASCII) or not 1 <= int(text) <= most:
        raise SettingError(f"{name} is '{text}'; it must be a whole number from 1 to {most}")
    return int(text)


def _address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[a-zA-Z0-9.:\[\]-]+(/[a-zA-Z0-9._~/-]*)?", text, re.ASCII):
        raise SettingError(f"PUBLIC_URL is '{text}'; it must look like https://example.org or https://example.org/path")
    return text.rstrip("/")


def _contact(text: str) -> str:
    if text and not re.fullmatch(r"[a-zA-Z0-9._+-]+@[a-zA-Z0-9.-]+|https://[a-zA-Z0-9._~/-]+", text, re.ASCII):
        raise SettingError(f"CONTACT is '{text}'; it must look like desk@example.org or https://example.org/issues")
    return text
