"""What the program says by its id is in the data: the lexicon's units and places, and the constants of the model."""

from app.claims.lexicon import lexicon_file
from app.model.vocabulary import HOME, NATION, PERCENT, TIMES, WORLD
from app.site import Site

#: What the lexicon's words may stand for besides: units that no figure is in, and places elsewhere.
NO_UNITS = {"foreign", "other", "point"}
NO_PLACES = {"other"}


def test_units_of_the_lexicon_are_the_data_sets(any_site: Site) -> None:
    words = lexicon_file().units
    classified = frozenset[str]().union(*(each.units for each in words.classifiers))
    assert {*words.zh.values(), *words.en.values(), *classified} <= any_site.catalog.units.keys() | NO_UNITS


def test_places_of_the_lexicon_are_the_data_sets_or_lie_in_one(any_site: Site) -> None:
    ours = any_site.catalog.geographies.keys()
    places = lexicon_file().places
    assert {name for name, names in places.items() if not names.within} <= ours | NO_PLACES
    assert {names.within for names in places.values() if names.within} <= ours
    assert {words.place for group in lexicon_file().concepts.values() for words in group.values()} <= ours | {""}


def test_places_and_units_that_the_model_names_are_there(any_site: Site) -> None:
    catalog = any_site.catalog
    assert catalog.geographies[WORLD].part_of is None
    assert catalog.geographies[NATION].part_of == WORLD
    assert catalog.geographies[HOME].part_of == NATION
    assert {catalog.units[name].base for name in (PERCENT, TIMES)} == {PERCENT, TIMES}
