"""CSL-JSON: what Zotero, pandoc and most citation managers read."""

import json

from app.renderers.citation.work import Work


def csl(work: Work) -> str:
    """A list of one item, as the format wants it."""
    item = {
        "id": work.id,
        "type": "dataset",
        "author": [{"literal": work.author}],
        "title": work.title,
        "issued": {"date-parts": [[work.year]]},
        "version": work.version,
        "language": "zh-CN" if work.lang == "zh" else "en-GB",
        "URL": work.address,
        "note": work.note,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"
