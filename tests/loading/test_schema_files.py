"""The schemas an editor reads are those of the model."""

import json
from pathlib import Path

from app.loading.files import schemas

FOLDER = Path(__file__).parents[2] / "datasets" / "schema"


def test_the_written_schemas_are_those_of_the_model() -> None:
    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}
    assert written == schemas(), "run `python -m app schema`"
