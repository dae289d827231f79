"""A chart as JSON: its words in one language, its figures under the promised names."""

import json

from app.quantities.period_text import period_text
from app.renderers.chart_export import ChartExport
from app.renderers.shown import spoken_rows
from app.renderers.tidy import json_rows


def chart_json(extract: ChartExport) -> str:
    """`shown` is the table as the chart shows it, `rows` what stands behind it, both in the order of the chart."""
    scene, lang, edition = extract.scene, extract.lang, extract.edition
    shown = spoken_rows(extract)
    whole = {
        "chart": scene.chart_id,
        "lang": lang,
        "kind": scene.kind.value,
        "title": scene.title,
        "subtitle": scene.subtitle,
        "description": scene.description,
        "notes": list(scene.notes),
        "source_line": scene.source_line,
        "address": extract.address,
        "data_version": edition.version,
        "reach": edition.reach,
        "shown": [dict(zip(shown.header, row, strict=True)) for row in shown.rows],
        "rows": json_rows(extract.rows),
        "sources": [
            {
                "source": name,
                "title": one.title[lang],
                "published": period_text(one.published, one.published_basis, lang).text,
            }
            for name, one in extract.sources.items()
        ],
        "definitions": [{"name": name, "text": text} for name, text in extract.definitions],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
