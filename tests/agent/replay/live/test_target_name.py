"""What a recorded target is called, and how often a screen says that."""

from __future__ import annotations

from agent.replay.live.target_name import count_of, is_read, name_of, only_label, renamed
from agent.replay.live.values.substitutions import Substitutions
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box, Point
from tools.locate.describe import NamedElement
from tools.locate.locator import Locator

FORM = scene(line("E-maiI", 20, 100), widget("field", 120, 96, 300), line("Save", 40, 300))
INTO = Point(200, 108)
TOWN = NamedElement(Locator("Oslo", qualifiers=(("in", Locator("Norway")),)), "text", line("Oslo", 20, 20))


def test_a_name_is_spelt_as_the_sentence_spells_it_where_that_leads_to_the_same() -> None:
    spelt = name_of(FORM, INTO, 'Click "E-mail".')
    assert spelt is not None
    assert (spelt.locator.text, spelt.role) == ("E-mail", "field")


def test_a_quoted_word_that_leads_elsewhere_is_not_the_name() -> None:
    name = name_of(FORM, INTO, 'Click "Save".')
    assert name is not None
    assert name.locator.text == "E-maiI"


def test_empty_ground_has_no_name() -> None:
    assert name_of(FORM, Point(600, 500), 'Click "Save".') is None


def test_a_new_value_is_in_the_name_and_in_what_says_where() -> None:
    values = Substitutions(pairs=(("Oslo", "Bergen"), ("Norway", "Sweden")))
    assert renamed(TOWN, values).locator == Locator("Bergen", qualifiers=(("in", Locator("Sweden")),))


def test_a_slip_of_the_ocr_is_not_the_very_text() -> None:
    name = NamedElement(Locator("Save customer"), "text", line("Save customer", 0, 0))
    assert is_read(name, scene(line("Save customer", 0, 0)))
    assert not is_read(name, scene(line("Save custorner", 0, 0)))


def test_how_often_a_screen_says_it() -> None:
    name = NamedElement(Locator("Save"), "text", line("Save", 0, 0))
    assert [count_of(scene(*(line("Save", 0, 40 * row) for row in range(n))), name) for n in range(3)] == [
        0, 1, 2,
    ]  # fmt: skip


def test_unlike_readings_count_as_more_than_one() -> None:
    slips = scene(line("BilI", 0, 0), line("BiIl", 0, 80))
    assert count_of(slips, NamedElement(Locator("Bill"), "text", line("Bill", 0, 0))) == 2


def test_a_label_that_stands_twice_is_not_the_only_one() -> None:
    name = NamedElement(Locator("Town"), "field", line("Town", 0, 0))
    assert only_label(scene(line("Town", 8, 8)), name) == Box(8, 8, 32, 16)
    assert only_label(scene(line("Town", 8, 8), line("Town", 8, 80)), name) is None
    assert only_label(scene(line("Towns", 8, 8)), name) is None


def test_the_row_that_the_sentence_names_is_part_of_the_name() -> None:
    """So that another value of a variable leads to its own row."""
    orders = scene(
        *(
            part
            for at in range(3)
            for part in (line(f"A-{at}", 20, 100 + 30 * at), line("Pay", 300, 100 + 30 * at))
        )
    )
    spelt = name_of(orders, Point(310, 138), 'Click "Pay" in row "A-1".')
    assert spelt is not None
    assert str(spelt.locator) == '"Pay" in row "A-1"'
    other = name_of(orders, Point(310, 138), 'Click "Pay" in row "A-2".')
    assert other is not None
    assert str(other.locator) != '"Pay" in row "A-2"', "the sentence is not of this place"
