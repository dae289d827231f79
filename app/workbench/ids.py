"""The ids of the workbench's components, written once for the layout, the callback, its guard and the tests."""

READER = "reader"
TOPIC = "topic"
INDICATOR = "indicator"
#: One a drawing, in the order in which `Bench.scenes` gives them.
PANELS = ("series", "breakdown", "comparison")


def graph(panel: str) -> str:
    return f"{panel}-graph"
