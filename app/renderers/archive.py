"""Files as one zip, a presentation among them, whose bytes depend on nothing but what is in it.

zipfile writes it; its order and date are ours, for it would take the clock's, and so does python-pptx.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

#: A zip keeps a date for each file, this one at the earliest; the same data must give the same bytes.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """The zip of `files` by their paths, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path, body in files.items():
            entry = zipfile.ZipInfo(path, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, body)
    return out.getvalue()


def write_presentation(presentation: Any) -> bytes:
    """The PPTX, its parts in the library's own order, without the time of writing, which the library puts on each."""
    written = io.BytesIO()
    presentation.save(written)
    with zipfile.ZipFile(written) as parts:
        return write_zip({name: parts.read(name) for name in parts.namelist()})
