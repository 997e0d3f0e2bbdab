"""Which texts count, and as often as they stand there, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare.screens.counted import apart, says_something
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box


def test_icons_shortcuts_and_guesses_are_no_texts() -> None:
    texts = ("OK", "7", "Ctrl+S", "Save", "41")
    shown = scene(
        *(line(text, 20, 100 + 30 * row) for row, text in enumerate(texts)), line("Smudge", 20, 400, 0.5)
    )
    assert [one.text for one in says_something(shown, ())] == ["Save", "41"]
    assert [one.text for one in says_something(shown, [Box(0, 180, 800, 30)])] == ["41"]


def test_a_border_or_a_cursor_is_no_sign_of_a_text() -> None:
    shown = scene(widget("field", 10, 96, 200), line("[Bergen|", 20, 100), line("user$ \u2588", 20, 200))
    assert [one.text for one in says_something(shown, ())] == ["Bergen", "user$"]


def test_each_text_counts_once() -> None:
    one, two = [line("Open", 20, 100)], [line("Open", 20, 100), line("Open", 20, 200)]
    assert apart((one, two), lambda was, text: was.text == text.text) == ([], two[1:])
    assert apart((two, one), lambda was, text: was.text == text.text) == (two[1:], [])
