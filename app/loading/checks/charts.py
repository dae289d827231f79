"""Charts choose something and stand in their lists; every slide of a story has what its kind shows."""

from collections.abc import Iterator

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.chart import ChartKind
from app.model.reference import Path
from app.model.story import SlideKind, Story, StoryChart, StorySlide


def unknown_view(draft: Draft, path: Path, chart_id: str, view: str) -> Iterator[Problem]:
    """The problem at `path`, if a known chart has no such view; an unknown chart is told of elsewhere."""
    chart = draft.charts.get(chart_id)
    if chart is not None and view not in chart.views:
        sentence = f"the chart '{chart_id}' has no view '{view}'{did_you_mean(view, chart.views)}"
        yield draft.problem(path, "unknown-view", sentence)


def problems(draft: Draft) -> Iterator[Problem]:
    yield from _topic_lists(draft)
    yield from _front_page(draft)
    yield from _charts_in_no_list(draft)
    yield from _empty_selections(draft)
    yield from _repeated_articles(draft)
    yield from slide_problems(draft)
    yield from board_problems(draft)


def _topic_lists(draft: Draft) -> Iterator[Problem]:
    for name, topic in draft.topics.items():
        for index, listed in enumerate(topic.charts):
            chart = draft.charts.get(listed)
            path = ("topics", name, "charts", index)
            if chart is not None and chart.topic != name:
                sentence = f"the chart '{listed}' belongs to the topic '{chart.topic}'"
                yield draft.problem(path, "chart-topic", sentence)
            if listed in topic.charts[:index]:
                yield draft.problem(path, "chart-twice", f"the chart '{listed}' stands here twice")


def _front_page(draft: Draft) -> Iterator[Problem]:
    for name, view in ({} if draft.overview is None else draft.overview.views).items():
        topic = draft.topics.get(name)
        if topic is not None:
            yield from unknown_view(draft, ("overview", "views", name), topic.charts[0], view)


def _charts_in_no_list(draft: Draft) -> Iterator[Problem]:
    for name, chart in draft.charts.items():
        topic = draft.topics.get(chart.topic)
        if topic is not None and name not in topic.charts:
            sentence = f"the chart is not among the charts of its topic '{chart.topic}' in topics.yaml"
            yield draft.problem(("charts", name, "topic"), "chart-unlisted", sentence)


def _empty_selections(draft: Draft) -> Iterator[Problem]:
    for name, chart in draft.charts.items():
        selections = {(): chart.select} | {("views", view): v.select for view, v in chart.views.items()}
        for path, select in selections.items():
            events = chart.kind is ChartKind.EVENTS
            named = (select.milestones, select.topics) if events else (select.indicators, select.observations)
            if not any(named):
                expected = "milestones or topics" if events else "indicators or observations"
                sentence = f"a selection of a chart of kind {chart.kind} names {expected}"
                yield draft.problem(("charts", name, *path, "select"), "empty-selection", sentence)


def _repeated_articles(draft: Draft) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, source in draft.sources.items():
        other = first.setdefault(source.article, name)
        if other != name:
            sentence = f"the article {source.article} is already the source '{other}'"
            yield draft.problem(("sources", name, "article"), "article-twice", sentence)


#: How many charts and how many figures a slide of each kind has, at least and at most.
_CHARTS = {SlideKind.CHART: (1, 1), SlideKind.TWO_CHARTS: (2, 2), SlideKind.TIMELINE: (1, 1)}
_FIGURES = {SlideKind.FIGURE: (1, 3), SlideKind.FACTS: (2, 6)}
_NONE = (0, 0)


def slide_problems(draft: Draft) -> Iterator[Problem]:
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


def board_problems(draft: Draft) -> Iterator[Problem]:
    """What a sector's indicators measure is a column beside it; else nobody would see them."""
    sectors, columns = ({}, ()) if draft.board is None else (draft.board.sectors, draft.board.columns)
    for name, sector in sectors.items():
        for index, indicator_id in enumerate(sector.indicators):
            indicator = draft.indicators.get(indicator_id)
            if indicator is not None and indicator.measures not in columns:
                sentence = f"'{indicator_id}' measures '{indicator.measures}', which is no column of the board"
                yield draft.problem(("board", "sectors", name, "indicators", index), "sector-column", sentence)
