"""Where a native chart's plot stands in its frame, and how its text is set."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SlideFrame:
    """The plot within its frame, in parts of it, and the sizes of text in points."""

    left: float
    top: float
    width: float
    height: float
    size: float
    #: Of the names of rows, and of a legend.
    names: float
    #: How wide the frame is, in points.
    across: float
    #: The gap between bars, in percent of a bar.
    gap: int = 60
