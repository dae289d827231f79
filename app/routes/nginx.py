"""The headers of baked files in nginx's words, so that a file has those that the app gives the same address."""

from collections.abc import Iterable, Mapping

from app.model.text import LANGS
from app.routes.headers import PATTERNS, STATUSES, ResponseKind, headers_of
from app.urls import SITE_URLS, Urls

#: What nginx answers where the app would send the whole: a part of it.
_AS_WELL = {206: 200}
#: For an address that is not there, the baked answer by the kind of its route; the first that fits is taken.
MISSING: Mapping[str, str] = {
    **{Urls(lang, version="[^/]*").embed(".*"): Urls(lang, version="404").embed("404.html") for lang in LANGS},
    **{Urls(lang).embed(".*"): Urls(lang).embed("404.html") for lang in LANGS},
    PATTERNS[ResponseKind.ASSET]: "/assets/404.json",
    PATTERNS[ResponseKind.RELEASED]: "/v/404.json",
    PATTERNS[ResponseKind.COPY]: SITE_URLS.api("404.json"),
    "/en/.*": "/en/404.html",
    "": "/404.html",
}


def nginx(
    *,
    public_url: str,
    data_version: str,
    released: Mapping[str, str],
    attached: Iterable[str],
    asking: Iterable[str],
) -> str:
    """Maps and `add_header` lines, to be included in `http`.

    `released` are the data versions of the releases, by version; `attached` the endings of files to be kept, `asking`
    the addresses that answer only to a query.
    """
    names = sorted({name for which in ResponseKind for name in headers_of(which, 200, public_url=public_url)})
    endings = "|".join(ending.replace(".", "[.]") for ending in attached)
    written = [
        "# Written by `python -m app bake` for the files beside it. deploy/nginx.conf includes it.",
        _map("$uri", "$kind", {f"~^(?:{pattern})$": which for which, pattern in PATTERNS.items()}, ResponseKind.PAGE),
        _map(
            "$uri", "$missing", {f"~^(?:{pattern})$": path for pattern, path in MISSING.items() if pattern}, MISSING[""]
        ),
        _map("$uri", "$kept", {f"~^/(?!api/).+/[^./]+[.](?:{endings})$": "attachment"}, ""),
        _map("$uri", "$asks", dict.fromkeys(asking, "1"), ""),
        _map("$uri", "$depends", {"/": "Accept-Language"}, ""),
        _map("$uri", "$data_version", {_of(version): data for version, data in released.items()}, data_version),
        *(_header_map(name, public_url) for name in names),
        *(f"add_header {name} {_variable(name)} always;" for name in names),
        "add_header X-Data-Version $data_version always;",
        "add_header Content-Disposition $kept;",
        "add_header Vary $depends;",
    ]
    return "\n".join(written) + "\n"


def _of(version: str) -> str:
    """The pictures and files of a release."""
    return f"~^{Urls('(zh|en)', version=version.replace('.', '[.]')).chart('')}"


def types(mimetypes: Mapping[str, str]) -> str:
    """The media types of the endings, as the app has sent them."""
    lines = "".join(f"    {_quoted(mimetype)} {ending};\n" for ending, mimetype in sorted(mimetypes.items()))
    return f"types {{\n{lines}}}\n"


def _header_map(name: str, public_url: str) -> str:
    """A header by kind and status; nginx leaves out one that is empty."""
    values: dict[str, str] = {}
    for which in ResponseKind:
        usual = headers_of(which, 500, public_url=public_url).get(name, "")
        for status, like in {**{each: each for each in STATUSES}, **_AS_WELL}.items():
            value = headers_of(which, like, public_url=public_url).get(name, "")
            values |= {f"{which}:{status}": value} if value != usual else {}
        values |= {f"~^{which}:": usual} if usual else {}
    return _map('"$kind:$status"', _variable(name), values, "")


def _variable(name: str) -> str:
    return f"$baked_{name.lower().replace('-', '_')}"


def _map(source: str, target: str, values: Mapping[str, str], default: str) -> str:
    lines = "".join(f"    {_quoted(key)} {_quoted(value)};\n" for key, value in values.items())
    return f"map {source} {target} {{\n    default {_quoted(default)};\n{lines}}}"


def _quoted(text: str) -> str:
    """A text of ours as nginx reads it; a `$` of a pattern is at its end, where nginx takes it as such."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
