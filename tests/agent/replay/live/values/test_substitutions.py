"""What is typed and looked for when the variables have other values."""

from __future__ import annotations

import pytest

from agent.errors import BadInput
from agent.replay.live.values.substitutions import Substitutions, substitutions

STEPS = (
    "Register ${name} from ${country}.",
    'Type "${name}" into "Full name"',
    'Type "Dear ${name}!" into "Greeting"',
    'Select "${country}" in "Country"',
)
OLD = {"name": "Ada Lovelace", "country": "Norway", "seed": "0", "workdir": "/runs/1/workdir"}


def words(steps: tuple[str, ...] = STEPS, **new: str) -> Substitutions:
    return substitutions(steps, OLD, {**OLD, "workdir": "/runs/2/workdir", **new}, ())


def test_a_text_typed_for_a_variable_becomes_the_new_value() -> None:
    made = words(name="Zoë Łukasiewicz", country="Chad")
    assert made.now("Ada Lovelace") == "Zoë Łukasiewicz"
    assert made.now("Dear Ada Lovelace!") == "Dear Zoë Łukasiewicz!"
    assert made.now("Norway") == "Chad"
    assert made.now("Berlin") == "Berlin"


def test_a_value_is_found_inside_of_other_texts_as_whole_words() -> None:
    made = words(country="Chad")
    assert made.now("made in Norway.") == "made in Chad."
    assert made.now("Norwayan") == "Norwayan"


def test_a_value_that_only_programs_get_is_not_looked_for() -> None:
    assert words(seed="7").now("0") == "0"


def test_the_run_s_folder_is_another_one() -> None:
    assert words().now("/runs/1/workdir/note.txt") == "/runs/2/workdir/note.txt"


def test_values_with_quotes_and_backslashes() -> None:
    steps = ('Type "${name}" into "F"',)
    made = substitutions(steps, {"name": 'a "b" \\ c'}, {"name": "d $ {e}"}, ())
    assert made.now('a "b" \\ c') == "d $ {e}"


def test_a_text_that_stood_for_two_variables_is_refused_only_where_it_matters() -> None:
    steps = ('Type "${first}" into "A"', 'Type "${second}" into "B"')
    old = {"first": "x1", "second": "x1"}
    assert substitutions(steps, old, {"first": "y", "second": "y"}, ()).now("x1") == "y"
    with pytest.raises(BadInput, match=r'"x1" stands for several things.*record it again'):
        substitutions(steps, old, {"first": "y", "second": "z"}, ()).now("x1")


def test_new_values_are_not_looked_through_again() -> None:
    steps = ("${a} ${b}",)
    made = substitutions(steps, {"a": "one", "b": "two"}, {"a": "two", "b": "one"}, ())
    assert made.now("one and two") == "two and one"


def test_nothing_changes_when_no_value_does() -> None:
    assert not substitutions(STEPS, OLD, OLD, ()).changes
    assert words().changes  # another folder
    assert not Substitutions().changes


def test_what_stands_beside_a_chosen_text_is_another_one_too() -> None:
    given = Substitutions(pairs=(("Meier", "Smith"), ("Book", "Book")), values=(("Meier", "Smith"),))
    both = given.along_with([("A-102", "A-104"), ("250.00", "310.00"), ("Kiel", "Kiel")])
    asked = "Book order A-102 of Meier for 250.00?"
    assert both.meanings(asked) == ["Book order A-104 of Smith for 310.00?"]
    assert both.meanings("A-102b") == ["A-102b"]


def test_a_short_or_doubtful_text_beside_a_chosen_one_stands_for_itself() -> None:
    """It has two meanings, it is one of the step's own words, or two signs long."""
    given = Substitutions(pairs=(("Open", "Open"),))
    both = given.along_with([("7.50", "8.00"), ("7.50", "9.00"), ("Open", "Paid"), ("12", "13")])
    assert both.values == ()


def test_a_short_value_may_stand_in_a_text_or_be_there_by_chance() -> None:
    steps = ('Type "Send ${count} to ${name}" into "Order"',)
    made = substitutions(steps, {"count": "12", "name": "Ada"}, {"count": "7", "name": "Grace"}, ())
    assert made.now("12 of Ada") == "12 of Grace"
    assert made.may_mean("12 of Ada") == {"12 of Grace", "7 of Grace"}
    assert made.may_mean("12a") == {"12a"}
    assert made.with_short_values("12 of 12") == {"7 of 7", "7 of 12", "12 of 7"}
    assert made.values_within("1 Send 12 to Ada") == ["Grace", "7"]
