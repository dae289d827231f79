"""The first line of a dataset file names its schema, so that an editor completes and checks it."""

from app.loading.files import DatasetFile
from app.loading.problems import Problem


def schema_line(file: DatasetFile) -> str:
    """The first line that a file must have."""
    folder = "../schema" if file.id else "schema"
    return f"# yaml-language-server: $schema={folder}/{file.kind.schema}.json"


def header_problems(data: bytes, file: DatasetFile) -> list[Problem]:
    expected = schema_line(file)
    first = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].rstrip(b"\r")
    if first == expected.encode():
        return []
    return [Problem(file.shown, 1, 1, "schema-line", f"the first line must be '{expected}'")]
