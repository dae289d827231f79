"""Every slide of a story has what its kind shows, and shows what there is."""

from collections.abc import Iterator

from app.loading.checks.charts import unknown_view
from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.chart import ChartKind
from app.model.reference import Path
from app.model.story import SlideKind, Story, StoryChart, StorySlide

#: How many charts and how many figures a slide of each kind has, at least and at most.
_CHARTS = {SlideKind.CHART: (1, 1), SlideKind.TWO_CHARTS: (2, 2), SlideKind.TIMELINE: (1, 1)}
_FIGURES = {SlideKind.FIGURE: (1, 3), SlideKind.FACTS: (2, 6)}
_NONE = (0, 0)


def problems(draft: Draft) -> Iterator[Problem]:
    for name, story in draft.stories.items():
        yield from _repeated(draft, name, story)
        for index, slide in enumerate(story.slides):
            path: Path = ("stories", name, "slides", index)
            yield from _part_problems(draft, path, slide)
            for place, shown in enumerate(slide.charts):
                yield from _shown_problems(draft, (*path, "charts", place), slide, shown)


def _repeated(draft: Draft, name: str, story: Story) -> Iterator[Problem]:
    ids = [slide.id for slide in story.slides]
    for index, slide_id in enumerate(ids):
        if slide_id in ids[:index]:
            path = ("stories", name, "slides", index, "id")
            yield draft.problem(path, "slide-twice", f"the slide '{slide_id}' stands in this story already")


def _part_problems(draft: Draft, path: Path, slide: StorySlide) -> Iterator[Problem]:
    counts = (("charts", len(slide.charts), _CHARTS), ("figures", len(slide.figures), _FIGURES))
    for noun, count, limits in counts:
        least, most = limits.get(slide.kind, _NONE)
        if not least <= count <= most:
            expected = str(least) if least == most else f"{least} to {most}"
            sentence = f"a slide of kind {slide.kind} has {expected} {noun}, not {count}"
            yield draft.problem((*path, noun), "slide-parts", sentence)


def _shown_problems(draft: Draft, path: Path, slide: StorySlide, shown: StoryChart) -> Iterator[Problem]:
    if shown.view and shown.select:
        yield draft.problem((*path, "select"), "view-or-select", "a chart is shown by a view or a selection, not both")
    chart = draft.charts.get(shown.chart)
    if chart is None:
        return
    if shown.view:
        yield from unknown_view(draft, (*path, "view"), shown.chart, shown.view)
    if slide.kind is SlideKind.TIMELINE and chart.kind is not ChartKind.EVENTS:
        sentence = f"a timeline shows a chart of kind events; '{shown.chart}' is of kind {chart.kind}"
        yield draft.problem((*path, "chart"), "slide-timeline", sentence)
    for index, name in enumerate(shown.highlight):
        ids = draft.ids.get("events" if chart.kind is ChartKind.EVENTS else "observations", frozenset({name}))
        if name not in ids:
            sentence = f"'{name}' is no figure or milestone to highlight{did_you_mean(name, ids)}"
            yield draft.problem((*path, "highlight", index), "unknown-highlight", sentence)
