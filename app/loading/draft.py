"""The records of all files that could be read, before the rules that one file cannot know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import chain

from pydantic import BaseModel

from app.loading.files import FOLDERS, RECORD_FILES, SINGLE_FILES
from app.loading.problems import FilePlace, Problem
from app.loading.yaml_source import Document
from app.model.board import Board
from app.model.catalog import Catalog, Overview
from app.model.chart import Chart
from app.model.indicator import Indicator
from app.model.milestone import Milestone, Milestones
from app.model.observation import Observation
from app.model.reference import Path
from app.model.source import Source
from app.model.story import Story, StoryChart
from app.model.text import Text
from app.model.vocabulary import Category, Geography, Measure, Subject, Topic, Unit


@dataclass(frozen=True)
class Draft:
    """What was read. A record may be absent because its file is wrong; `ids` holds its id all the same."""

    overview: Overview | None
    board: Board | None
    units: Mapping[str, Unit]
    geographies: Mapping[str, Geography]
    topics: Mapping[str, Topic]
    subjects: Mapping[str, Subject]
    categories: Mapping[str, Category]
    measures: Mapping[str, Measure]
    corrections: Mapping[str, Text]
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    charts: Mapping[str, Chart]
    milestones: Mapping[str, Milestones]
    stories: Mapping[str, Story]
    #: Noun to the ids that its files give, right or wrong; a noun whose files could not all be read is absent.
    ids: Mapping[str, frozenset[str]]
    #: (noun, id) or (noun,) to the document it stands in.
    documents: Mapping[tuple[str, ...], Document]

    def has(self, noun: str, name: str) -> bool:
        """Whether the id exists; where a file could not be read nobody knows, and nothing is held against it."""
        return noun not in self.ids or name in self.ids[noun]

    def place(self, *path: str | int) -> FilePlace:
        """The place of `indicators/ai-firms/observations/0/unit`, or of its nearest ancestor in the file."""
        document, inner = self._document(path)
        return document.place(inner)

    def problem(self, path: Path, code: str, sentence: str) -> Problem:
        return Problem.at(self.place(*path), code, sentence)

    def records(self) -> Iterator[tuple[Path, BaseModel]]:
        """The record of every file, and every record of a file of many, with its path."""
        for noun in RECORD_FILES:
            if getattr(self, noun) is not None:
                yield (noun,), getattr(self, noun)
        for noun in chain(SINGLE_FILES.keys() - RECORD_FILES, FOLDERS):
            for name, record in getattr(self, noun).items():
                yield (noun, name), record

    def observations(self) -> Iterator[tuple[Path, str, Indicator, Observation]]:
        """Each observation with its path and its indicator's id."""
        for name, indicator in self.indicators.items():
            for index, observation in enumerate(indicator.observations):
                yield ("indicators", name, "observations", index), name, indicator, observation

    def all_milestones(self) -> Iterator[tuple[Path, Milestone]]:
        for topic, file in self.milestones.items():
            for index, milestone in enumerate(file.milestones):
                yield ("milestones", topic, "milestones", index), milestone

    def shown(self) -> Iterator[tuple[Path, StoryChart]]:
        """Each chart on a slide of a story."""
        for name, story in self.stories.items():
            for index, slide in enumerate(story.slides):
                for place, shown in enumerate(slide.charts):
                    yield ("stories", name, "slides", index, "charts", place), shown

    def catalog(self) -> Catalog:
        if self.overview is None or self.board is None:
            raise ValueError("a catalog needs its overview and its board")
        records = {field.name: getattr(self, field.name) for field in fields(Catalog)}
        milestones = {topic: file.milestones for topic, file in self.milestones.items()}
        return Catalog(**records | {"milestones": milestones})

    def _document(self, path: Path) -> tuple[Document, Path]:
        noun = str(path[0])
        if (noun,) in self.documents:
            return self.documents[(noun,)], path[1:]
        return self.documents[(noun, str(path[1]))], path[2:]
