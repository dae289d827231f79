"""The id of the workbench's one component and its properties, for the layout, the callback and the tests."""

BENCH = "bench"
ASKED = "asked"
ANSWER = "answer"
