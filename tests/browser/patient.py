"""Opening a page in the tests means: until its own scripts listen. They come after its first paint, so later than what
the browser calls loaded; a page whose scripts may not run has nothing to wait for."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

_READY = "html:not([data-scripts=coming])"


def teach(patch: pytest.MonkeyPatch) -> None:
    """Make every page wait after `goto` and `reload`, for as long as `patch` holds."""
    for name in ("goto", "reload"):
        patch.setattr(Page, name, _patient(getattr(Page, name)))


def _patient(method: Callable[..., Any]) -> Callable[..., Any]:
    def opened(page: Page, *given: Any, **named: Any) -> Any:
        answer = method(page, *given, **named)
        if "wait_until" not in named:
            page.locator(_READY).wait_for(state="attached")
        return answer

    return opened
