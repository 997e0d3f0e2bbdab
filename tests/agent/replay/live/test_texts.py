"""What came up and went away, told by its texts."""

from __future__ import annotations

import numpy as np
import pytest

from agent.replay.live.substitutions import Substitutions
from agent.replay.live.texts import Effect, effect, missing, surprises
from tools.geometry import Box
from tools.observation import Frame
from tools.see.scene import Line, Scene

FRAME = Frame.from_rgb(np.zeros((400, 300, 3), np.uint8))


def lines(*texts: str, score: float = 1.0) -> tuple[Line, ...]:
    return tuple(Line(text, Box(10, 20 * place, 100, 14), score) for place, text in enumerate(texts))


def scene(*texts: str) -> Scene:
    return Scene(FRAME, lines(*texts), ())


NOTHING = scene()


def texts(found: tuple[Line, ...] | list[Line]) -> list[str]:
    return [line.text for line in found]


def lacking(
    recorded: Effect, seen: Effect, after: Scene, known: Scene, opened: Scene = NOTHING
) -> str | None:
    return missing(recorded, known.lines, opened.lines, seen, after, Substitutions())


def test_lines_count_one_by_one_wherever_they_stand() -> None:
    found = effect(scene("Street", "City", "File"), scene("City", "Street", "Street", "Quit"))
    assert texts(found.came) == ["Street", "Quit"]
    assert texts(found.went) == ["File"]


def test_what_is_new_has_to_come() -> None:
    form, asked = scene("Save", "Name"), scene("Save", "Name", "Really save?", "Yes please")
    recorded = effect(form, asked)
    assert lacking(recorded, effect(form, asked), asked, form) is None
    assert lacking(recorded, effect(form, form), form, form) == '"Really save?" did not come up'


def test_a_list_may_show_fewer_of_its_entries() -> None:
    form = scene("Country")
    shown = scene("Country", "Austria", "Belgium", "Croatia", "Denmark", "Estonia")
    fewer = scene("Country", "Austria", "Belgium", "Croatia")
    one = scene("Country", "Austria")
    recorded = effect(form, shown)
    assert lacking(recorded, effect(form, fewer), fewer, form) is None
    assert lacking(recorded, effect(form, one), one, form) is not None


def test_what_is_only_uncovered_need_not_come() -> None:
    """A dialog covered a line when it was recorded, and now it stands beside it."""
    covered, whole = scene("Sure?", "Yes"), scene("Name", "Remarks", "Saved well")
    recorded = effect(covered, whole)
    beside = scene("Sure?", "Yes", "Name", "Remarks")
    after = scene("Name", "Saved well")
    assert lacking(recorded, effect(beside, after), after, scene("Name", "Remarks", "Sure?")) is None


def test_what_had_come_up_has_to_go() -> None:
    first, asked = scene("Name"), scene("Name", "Really save?")
    recorded = effect(asked, first)
    known = scene("Name", "Really save?")
    still = lacking(recorded, effect(asked, asked), asked, known, opened=scene("Really save?"))
    assert still == '"Really save?" did not go away'
    assert lacking(recorded, effect(asked, first), first, known, opened=scene("Really save?")) is None


@pytest.mark.parametrize("seen", ["Customer 4711 saved", "Customer registr", "Custorner saved"])
def test_other_numbers_parts_and_slips_are_no_surprise(seen: str) -> None:
    recorded = lines("Customer 17 saved", "Customer registration", "Customer saved")
    assert surprises(lines(seen), recorded, Substitutions()) == []


def test_a_text_that_was_never_recorded_is_a_surprise() -> None:
    recorded = lines("Save customer", "Full name")
    assert texts(surprises(lines("An update is available", "OK", "ab"), recorded, Substitutions())) == [
        "An update is available"
    ]
    assert surprises(lines("An update is available", score=0.6), recorded, Substitutions()) == []


def beside(*texts: str, gap: int = 3) -> tuple[Line, ...]:
    """Lines in one row, as one line is read in pieces."""
    found, left = [], 10
    for text in texts:
        found.append(Line(text, Box(left, 50, 8 * len(text), 16)))
        left = found[-1].box.right + gap
    return tuple(found)


def test_a_line_that_was_read_in_pieces_is_no_surprise() -> None:
    recorded = lines("Warning: you are using the root account. You may harm your system.")
    seen = beside("Warr", "ing: you are using", "the root account. You may harm your system.")
    assert surprises(seen, recorded, Substitutions()) == []
    assert texts(surprises(seen[:1], recorded, Substitutions())) == ["Warr"]


def test_a_text_beside_a_known_one_is_a_surprise() -> None:
    recorded = lines("customer record", "Remember me")
    assert texts(surprises(beside("Delete", "customer record"), recorded, Substitutions())) == ["Delete"]
    assert texts(surprises(beside("Memb", "er me", gap=40), recorded, Substitutions())) == ["Memb", "er me"]


def test_a_new_value_is_no_surprise() -> None:
    substitutions = Substitutions(pairs=(("Hello Ada", "Hello Grace Hopper"),))
    assert surprises(lines("Hello Grace Hopper"), lines("Hello Ada"), substitutions) == []
    assert texts(surprises(lines("Hello Grace Hopper"), lines("Hello Ada"), Substitutions())) != []


def test_an_entry_that_is_the_new_value_stays_in_sight() -> None:
    """The list closes, and the field shows the entry that was chosen now."""
    opened, chosen = scene("Country", "Denmark", "Germany"), scene("Country", "Germany")
    now = scene("Country", "Denmark")
    substitutions = Substitutions(pairs=(("Germany", "Denmark"),))
    recorded, seen = effect(opened, chosen), effect(opened, now)
    rest = (recorded, opened.lines, opened.lines, Effect((), ()), now)
    assert missing(*rest, Substitutions()) == '"Denmark" did not go away'
    assert missing(recorded, opened.lines, opened.lines, seen, now, substitutions) is None
