"""A view that is named is one of its chart's."""

from collections.abc import Iterator

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.reference import Path


def unknown_view(draft: Draft, path: Path, chart_id: str, view: str) -> Iterator[Problem]:
    """The problem at `path`, if a known chart has no such view; an unknown chart is told of elsewhere."""
    chart = draft.charts.get(chart_id)
    if chart is not None and view not in chart.views:
        sentence = f"the chart '{chart_id}' has no view '{view}'{did_you_mean(view, chart.views)}"
        yield draft.problem(path, "unknown-view", sentence)
