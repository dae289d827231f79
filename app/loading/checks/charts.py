"""Charts choose something, have the views that are named, stand in their lists; an article is one source."""

from collections.abc import Iterator

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.chart import ChartKind
from app.model.reference import Path


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
