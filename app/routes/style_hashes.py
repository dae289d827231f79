"""The hashes of the style sheets that Dash and Plotly insert while they run, for the pages' policy.

They belong to the pinned versions: a browser test fails when one is missing, and
`python -m tests.browser.collect_style_hashes` collects them anew.
"""

import json
from pathlib import Path

STYLE_HASHES: tuple[str, ...] = tuple(
    f"'{found}'" for found in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))["hashes"]
)
