"""What was published must stay: its addresses answer, and no value changes without a reason."""

from collections.abc import Iterator, Mapping

from app.loading.problems import FilePlace, Problem
from app.model.catalog import Catalog
from app.releases.releases import ReleaseDiff, Releases

Places = Mapping[tuple[str, ...], FilePlace]


def ledger_problems(
    catalog: Catalog, releases: Releases, standing: ReleaseDiff, *, places: Places, shown: str
) -> Iterator[Problem]:
    """What a dataset may not be, given its releases; `shown` is the name of its folder."""
    yield from _gone(catalog, releases, shown)
    if releases.ordered and catalog.corrections:
        yield from _idle(catalog, standing, places)


def unexplained(standing: ReleaseDiff, *, shown: str) -> Iterator[Problem]:
    """The changes that no reason is given for: with one of these there is no release."""
    for change in standing.pending:
        if change.kind == "added" or change.reason:
            continue
        after = change.after.en if change.after else "taken away"
        before = change.before.en if change.before else ""
        sentence = f"{change.id} was “{before}” and is “{after}”; say why: add {change.id}: {{zh: …, en: …}}"
        yield Problem(f"{shown}/corrections.yaml", 1, 1, "no-reason", sentence)


def _gone(catalog: Catalog, releases: Releases, shown: str) -> Iterator[Problem]:
    for archive in releases.ordered:
        for chart_id, views in archive.release.charts.items():
            for view_id in ("", *views):
                if not catalog.has_chart(chart_id, view_id):
                    yield _missing(archive.version, chart_id, view_id, shown)


def _missing(version: str, chart_id: str, view_id: str, shown: str) -> Problem:
    code, what = ("removed-view", f"the view '{view_id}'") if view_id else ("removed-chart", "the chart")
    sentence = f"{what} was released in {version}, and its address answers for ever; bring it back"
    return Problem(f"{shown}/charts/{chart_id}.yaml", 1, 1, code, sentence)


def _idle(catalog: Catalog, standing: ReleaseDiff, places: Places) -> Iterator[Problem]:
    changed = {change.id for change in standing.pending if change.kind != "added"}
    for name in catalog.corrections:
        if name not in changed:
            sentence = f"'{name}' has not changed since the last release, so there is nothing to explain; take it away"
            yield Problem.at(places[("corrections", name)], "idle-correction", sentence)
