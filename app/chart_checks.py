"""Whether every chart can honestly be drawn and what was released still stands: the last part of the data check."""

from collections.abc import Iterator, Mapping

from app.charts.base_scene import DishonestChartError
from app.loading.dataset import load
from app.loading.problems import DatasetError, FilePlace, Problem
from app.model.story import StoryChart
from app.model.text import LANGS, Lang
from app.releases.ledger import ledger_problems
from app.settings import Settings
from app.site import Site

Places = Mapping[tuple[str, ...], FilePlace]


def open_checked_site(settings: Settings) -> Site:
    """The site over the folder of the settings; raises DatasetError, also for what honesty forbids."""
    data = load(settings.datasets)
    site = Site.over(data.catalog, settings)
    ledger = ledger_problems(
        site.catalog, site.releases, site.release_diff, places=data.places, shown=settings.datasets.name
    )
    problems = (*chart_problems(site, data.places), *story_problems(site, data.places), *ledger)
    if problems:
        raise DatasetError(problems)
    return site


def chart_problems(site: Site, places: Places) -> tuple[Problem, ...]:
    """One problem for each chart or view whose figures cannot take its kind, at the line of the chart file."""
    views = [(name, view) for name, chart in site.catalog.charts.items() for view in ("", *chart.views)]
    problems = [_refusal(site, places, name, view) for name, view in views]
    return tuple(each for each in problems if each is not None)


def story_problems(site: Site, places: Places) -> tuple[Problem, ...]:
    """The same for the charts that stories show by selections of their own, and for what they highlight in vain."""
    problems: list[Problem] = []
    for name, story in site.catalog.stories.items():
        for index, slide in enumerate(story.slides):
            for nth, shown in enumerate(slide.charts):
                path = ("stories", name, "slides", str(index), "charts", str(nth))
                problems.extend(_shown_refusals(site, places, path, shown))
    return tuple(problems)


def _shown_refusals(site: Site, places: Places, path: tuple[str, ...], shown: StoryChart) -> Iterator[Problem]:
    try:
        scene = site.slide_scene(shown, Lang.EN)
    except DishonestChartError as refusal:
        yield Problem.at(places[(*path, "select") if shown.select else path], "dishonest-chart", refusal.sentence.en)
        return
    if scene.empty:
        yield Problem.at(places[path], "empty-chart", "the selection names nothing that could be drawn")
    drawn = {point.id for point in scene.points} | {event.id for event in scene.events}
    for index, name in enumerate(shown.highlight):
        if name not in drawn:
            place = places[*path, "highlight", str(index)]
            yield Problem.at(place, "highlight-absent", f"'{name}' does not stand in this chart")


def _refusal(site: Site, places: Places, chart_id: str, view_id: str) -> Problem | None:
    path = ("charts", chart_id, "views", view_id) if view_id else ("charts", chart_id, "kind")
    try:
        for lang in LANGS:
            scene = site.chart(chart_id, lang, view_id)
            if scene.empty:
                return Problem.at(places[path], "empty-chart", "the selection names nothing that could be drawn")
    except DishonestChartError as refusal:
        return Problem.at(places[path], "dishonest-chart", refusal.sentence.en)
    return None
