"""A walk over many pages, charts or slides in one test, where a parameter for each would cost more than the test."""

from collections.abc import Callable
from contextlib import AbstractContextManager

#: Says where the walk is; what fails there is kept, and the walk goes on.
Walk = Callable[[object], AbstractContextManager[None]]
