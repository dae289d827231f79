"""The widths charts are laid out at. A container shows the widest that fits, unscaled, so text is never shrunk."""

#: Phones of 320, 360 and 390 px with their margins, half a small and half a large desktop page, a full column.
WIDTHS = (288, 326, 356, 440, 530, 720)

#: Of a drawing that stands beside many others, so that a page of a dozen is half as long; assets/site.css knows them.
FEW = (288, 326, 356, 530)


def fitting(width: float) -> int:
    """The largest of the widths not above `width`, or the smallest of all."""
    return max((each for each in WIDTHS if each <= width), default=WIDTHS[0])
