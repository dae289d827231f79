"""Which figures are the newest: a later one takes the place of an earlier one of the same thing only."""

from app.data.comparable import latest, latest_moves, results
from tests.figures import datum

EARLY = datum("early", "100", period="2022")
LATE = datum("late", "120", period="2024")


def test_a_later_figure_of_the_same_thing_follows() -> None:
    assert latest((EARLY, LATE)) == (LATE,)


def test_figures_of_other_things_do_not_follow_each_other() -> None:
    others = (
        datum("definition", "120", period="2024", definition="other"),
        datum("place", "120", period="2024", place="elsewhere"),
        datum("part", "120", period="2024", category="part"),
        datum("indicator", "120", period="2024", indicator="other"),
        datum("goal", "120", period="2024", target=True),
    )
    for other in others:
        assert latest((EARLY, other)) == (EARLY, other), other.id


def test_of_two_periods_that_overlap_neither_is_the_newer() -> None:
    quarter = datum("quarter", "110", period="2024-Q4")
    assert latest((LATE, quarter)) == (LATE, quarter)
    assert not latest_moves((LATE, quarter))
    assert latest_moves((EARLY, LATE))


def test_a_goal_stands_beside_results_only_where_there_is_nothing_else() -> None:
    goal = datum("goal", "500", period="2027", target=True)
    assert results((LATE, goal)) == (LATE,)
    assert results((goal,)) == (goal,)
