"""A presentation as bytes; the same slides give the same bytes, whenever they are written."""

import io
import zipfile
from typing import Any

#: The first moment that a zip file can name.
_THEN = (1980, 1, 1, 0, 0, 0)


def saved(presentation: Any) -> bytes:
    """The PPTX, its parts in the library's own order, without the time of writing."""
    written, out = io.BytesIO(), io.BytesIO()
    presentation.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _THEN), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
