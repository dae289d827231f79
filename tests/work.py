"""Work counted in calls of functions: the same on a busy machine as on an idle one."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType


def calls(task: Callable[[], object]) -> int:
    """How many functions, ours and the interpreter's own, are called until the task ends."""
    counted: Counter[str] = Counter()

    def note(frame: FrameType, event: str, argument: object) -> None:
        counted[event] += 1

    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


def calls_of(names: frozenset[str], task: Callable[[], object]) -> Counter[str]:
    """How often each of our functions of these names is called until the task ends."""
    counted: Counter[str] = Counter()

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_name in names and "/app/" in frame.f_code.co_filename:
            counted[frame.f_code.co_name] += 1

    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(None)
    return counted
