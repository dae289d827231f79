"""Labels on one line, each as near to its wish as the others allow."""

from collections.abc import Sequence


def spread(
    wishes: Sequence[float], widths: Sequence[float], *, low: float, high: float, gap: float = 8
) -> tuple[float, ...] | None:
    """The centres of labels that wish to stand at `wishes` (ascending), kept apart and within `low` to `high`.

    None when all of them together do not fit on the line.
    """
    if sum(widths) + gap * (len(widths) - 1) > high - low:
        return None
    centres: list[float] = []
    edge = low
    for page_query, width in zip(wishes, widths, strict=True):
        centres.append(max(page_query, edge + width / 2))
        edge = centres[-1] + width / 2 + gap
    edge = high
    for n in range(len(centres) - 1, -1, -1):
        centres[n] = min(centres[n], edge - widths[n] / 2)
        edge = centres[n] - widths[n] / 2 - gap
    return tuple(centres)
