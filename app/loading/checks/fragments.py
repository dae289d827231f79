"""What is printed must read back to the value, unit and qualifier that the file gives."""

from collections.abc import Iterator

from app.loading.draft import Draft
from app.loading.printed import ParsedFragment, UnreadableFragmentError, read_printed
from app.loading.problems import Problem
from app.model.observation import Observation
from app.model.reference import Path


def problems(draft: Draft) -> Iterator[Problem]:
    for path, _, _, observation in draft.observations():
        if observation.printed is not None and observation.value is not None:
            yield from _printed_problems(draft, path, observation)


def _printed_problems(draft: Draft, path: Path, observation: Observation) -> Iterator[Problem]:
    printed = str(observation.printed)
    try:
        reading = read_printed(printed)
    except UnreadableFragmentError as error:
        yield draft.problem((*path, "printed"), "unreadable-fragment", str(error))
        return
    for field, sentence in _differences(draft, observation, reading):
        yield draft.problem((*path, field), f"printed-{field.replace('_', '-')}", f"'{printed}' {sentence}")


def _differences(draft: Draft, observation: Observation, reading: ParsedFragment) -> Iterator[tuple[str, str]]:
    """The fields that say something other than the print, each with a sentence that begins with the print."""
    if observation.value != reading.value:
        yield "value", f"reads {reading.value}, not {observation.value}"
    if observation.value_to != reading.value_to:
        yield "value_to", f"reads up to {reading.value_to}, not {observation.value_to}"
    if observation.qualifier is not reading.qualifier:
        yield "qualifier", f"reads as {reading.qualifier}, not {observation.qualifier}"
    unit = draft.units.get(observation.unit)
    if unit is not None and reading.unit not in unit.printed:
        words = ", ".join(unit.printed)
        yield (
            "unit",
            f"has the unit '{reading.unit}', which is not among those of '{observation.unit}' ({words})",
        )
