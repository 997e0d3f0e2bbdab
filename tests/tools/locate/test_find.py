"""What a step names, on scenes made by hand: and no answer where a person would ask back."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from agent.models.reader.step_parser import parse_step
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.locate.find import find, may_see, sees
from tools.locate.locator import Locator
from tools.see.scene import Scene


def target(words: str) -> Locator:
    """The target of `Click` and these words."""
    return parse_step(f"Click {words}").target  # type: ignore[union-attr]  # it is a Click


@dataclass(frozen=True)
class Weighed:
    """A line that shows one text about as likely, and no other."""

    text: str
    weight: float

    def weigh(self, text: str) -> float:
        return self.weight if text == self.text else -30.0

    def rival(self, text: str, part: range) -> str | None:
        del text, part
        return None


def test_a_button_wins_over_a_title_and_a_typed_word() -> None:
    button = widget("button", 300, 200, 100)
    page = scene(
        line("Save", 40, 4),
        line("Save", 60, 104),
        widget("field", 50, 100, 200),
        line("Save", 330, 204),
        button,
    )
    assert find(page, Locator("Save")).widget == button


def test_the_exact_label_wins_over_a_like_one() -> None:
    page = scene(line("Item l1", 20, 20), line("Item 11", 20, 60), line("Item 17", 20, 100))
    assert find(page, Locator("Item 11")).line.text == "Item 11"
    with pytest.raises(NotFound, match='no "Item 12" on the screen; nearest: "Item'):
        find(page, Locator("Item 12"))


def test_a_value_in_small_letters_is_not_the_caption_that_is_yet_to_come() -> None:
    table = [line("Paid", 60, 24), line("yes", 60, 48), line("no", 60, 72)]
    with pytest.raises(NotFound, match='no "Yes" on the screen; nearest: "yes"'):
        find(scene(*table), Locator("Yes"))
    button = widget("button", 300, 200, 80)
    assert find(scene(*table, line("Yes", 320, 204), button), Locator("Yes")).widget == button
    assert find(scene(line("go", 320, 204), button), Locator("Go")).widget == button
    assert find(scene(line("YES", 60, 48)), Locator("Yes")).line.text == "YES"
    assert find(scene(*table), Locator("yes")).line.text == "yes"


def test_two_unlike_readings_are_no_answer() -> None:
    page = scene(line("Hall I", 20, 20), line("Hall l", 20, 60))
    with pytest.raises(NotFound, match='"Hall \\|" could be "Hall I" and "Hall l"'):
        find(page, Locator("Hall |"))


def test_equal_buttons_are_told_apart_or_refused() -> None:
    page = scene(
        line("Apples", 20, 24),
        line("Edit", 210, 24),
        widget("button", 200, 20, 60),
        line("Pears", 20, 64),
        line("Edit", 210, 64),
        widget("button", 200, 60, 60),
    )
    with pytest.raises(NotFound, match=r"2 places are equally good.*the second"):
        find(page, target('"Edit"'))
    assert find(page, target('the second "Edit"')).box.top == 60
    assert find(page, target('the last "Edit"')).box.top == 60
    assert find(page, target('"Edit" next to "Apples"')).box.top == 20
    assert find(page, target('"Edit" right of "Pears"')).box.top == 60
    assert find(page, target('"Edit" below "Apples"')).box.top == 60
    with pytest.raises(NotFound, match='there are 2 of "Edit"'):
        find(page, target('the third "Edit"'))
    with pytest.raises(NotFound, match="but not there"):
        find(page, target('"Edit" left of "Pears"'))
    with pytest.raises(NotFound, match='no "Plums"'):
        find(page, target('"Edit" next to "Plums"'))


def test_a_doubtful_reading_gives_way() -> None:
    page = scene(line("1", 20, 20, score=0.7), line("1", 20, 60, score=0.98))
    assert find(page, Locator("1")).line.box.top == 60


def test_a_text_can_be_part_of_a_line() -> None:
    page = scene(line("Status: Customer saved.", 20, 20))
    assert sees(page, "Customer saved")
    assert not sees(page, "Customer save")
    assert not sees(page, "Customer saves")
    assert may_see(page, "Customer saves")
    assert not sees(Scene(page.frame, (), ()), "Customer")


def test_an_arrow_that_was_read_as_a_digit_is_none() -> None:
    cell = line("4", 20, 60)
    arrow = replace(line("4", 300, 60), box=Box(300, 60, 10, 8))
    page = scene(line("Quantity", 20, 20), cell, arrow)
    assert find(page, Locator("4")).line == cell


def test_an_entry_with_dots_that_was_read_with_a_slip_may_be_meant() -> None:
    button = widget("button", 300, 200, 80)
    entry = replace(line("Prin..", 60, 48), evidence=Weighed("Print...", -3.4))
    with pytest.raises(NotFound, match=r'"Print\.\.\." could be "Print" and "Prin\.\."'):
        find(scene(entry, line("Print", 320, 204), button), Locator("Print..."))
    entry = replace(line("Hint..", 60, 48), evidence=Weighed("Hint...", -3.4))
    assert find(scene(entry, line("Print", 320, 204), button), Locator("Print...")).widget == button


def test_an_entry_with_dots_is_not_the_button_without() -> None:
    button = widget("button", 300, 200, 80)
    page = scene(line("Open…", 60, 48), line("Open", 320, 204), button)
    assert find(page, Locator("Open...")).line.text == "Open…"
    assert find(page, Locator("Open")).widget == button
    assert find(scene(line("Open", 320, 204), button), Locator("Open...")).widget == button
    with pytest.raises(NotFound, match=r'"Open\.\.\." could be "Open" and "Oopen\.\.\."'):
        find(scene(line("Oopen...", 60, 48), line("Open", 320, 204), button), Locator("Open..."))
