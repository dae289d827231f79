"""Citations as they are written, held to golden files, and read back by the libraries others use."""

import json
import warnings
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON

from app.data.datum import Datum
from app.model.text import LANGS, Lang
from app.renderers.citation import FORMATS, Work, cited_work, escape_tex, quotation, write_bibtex, write_csl, write_ris
from app.site import Site
from tests.renderers.hostile import hostile_texts

GOLDEN = Path(__file__).with_name("golden")
ADDRESS = "https://figures.example/zh/charts/firms-series"


def cited(title: str = "北京人工智能企业数量", *, lang: Lang = Lang.ZH, address: str = ADDRESS) -> Work:
    return Work(
        id=f"ai-firms-{lang}",
        lang=lang,
        author="北京创新指标" if lang is Lang.ZH else "Beijing Innovation Figures",
        title=title,
        year=2025,
        reach="2025年6月" if lang is Lang.ZH else "Jun 2025",
        version="0123456789ab",
        address=address,
        note="数据采自：〈甲〉（2025年6月）" if lang is Lang.ZH else "Data from: “A” (Jun 2025)",
    )


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_citation_is_as_its_golden_file(ending: str, lang: Lang) -> None:
    title = "北京人工智能企业数量" if lang is Lang.ZH else "AI firms in Beijing"
    expected = (GOLDEN / f"{lang}.{ending}").read_bytes()
    assert FORMATS[ending].write(cited(title, lang=lang)).encode() == expected


@pytest.mark.parametrize("title", ["AI & 50% of {all}_firms #1 ~ ^ \\ $", *hostile_texts()[::10]])
def test_the_machine_formats_are_read_back(title: str) -> None:
    """Each keeps the title, but for white space at a line's end."""
    plain = " ".join(title.split())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the readers' own
        library = parse_string(write_bibtex(cited(title)))
        (record,) = rispy.loads(write_ris(cited(title)))
        (item,) = json.loads(write_csl(cited(title)))
        source = CiteProcJSON([item])
    assert (len(library.entries), len(library.failed_blocks)) == (1, 0)
    assert library.entries[0].fields_dict["title"].value.strip("{}").strip() == escape_tex(title).strip("{}").strip()
    assert library.entries[0].fields_dict["url"].value == ADDRESS
    assert (record["title"], record["type_of_reference"]) == (plain, "DATA")
    assert (item["title"], str(source[item["id"].lower()]["issued"]["year"])) == (title, "2025")


@pytest.mark.parametrize("write", [form.write for form in FORMATS.values()])
def test_a_site_without_an_address_cites_none(write: "type[object]") -> None:
    assert "http" not in write(cited(address=""))  # type: ignore[operator,call-arg]


def test_a_chart_is_cited_with_its_articles_and_no_figure(site: Site) -> None:
    for lang in LANGS:
        for name, chart in site.catalog.charts.items():
            made = cited_work(site.export(name, lang))
            assert made.title == site.quote(chart.title[lang], lang)
            assert all(one.title[lang] in made.note for one in site.export(name, lang).sources.values())


QUOTED = [
    ("ai-firms-2024", Lang.ZH, "超2,400家（2024年；〈北京科创，热辣滚烫！〉，2025年6月）"),
    ("ai-firms-2024", Lang.EN, "over 2,400 firms (2024; “Beijing’s science and innovation, red hot!”, Jun 2025)"),
]


@pytest.mark.parametrize(("name", "lang", "expected"), QUOTED)
def test_a_number_is_quoted_on_one_line(real_site: Site, name: str, lang: Lang, expected: str) -> None:
    assert quotation(real_site.data[name], real_site.data, lang) == expected


def test_a_computed_number_names_the_articles_of_its_parts(real_site: Site) -> None:
    computed: list[Datum] = [datum for datum in real_site.data.values() if datum.is_derived]
    assert computed
    for datum in computed:
        assert "〈" in quotation(datum, real_site.data, Lang.ZH)
        assert "推算" in quotation(datum, real_site.data, Lang.ZH)
