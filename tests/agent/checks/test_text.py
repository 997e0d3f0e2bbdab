"""The `text` check: what counts as readable, and what a real reader makes of a real picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.checks.text import check_text
from agent.task.checks import TextCheck
from tests.agent.checks.contexts import context, lines, written
from tools.geometry import Box
from tools.see.ocr import ScreenReader
from tools.see.scene import Line
from tools.see.text.saying import visible

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Customer saved", "Customer saved"),
        ("Customer saved", "customer saved."),
        ("Customer saved", "Customersaved"),
        ("Customer saved", 'Done: "Customer saved" (1)'),
        ("Customer   saved", "Customer saved"),
        ("Il 10 OK", "ll 10 0K"),
        ("it's “so” \N{EN DASH} yes", 'it\'s "so" - yes'),
        ("7397", "= 7397."),
        ("-5", "Sum -5"),
        ("5", "Sum - 5"),
        ("note.txt", "*note.txt - Mousepad"),
        ("ok", "e-ok"),
        ("東京", "東京 1"),
    ],
)
def test_readable(text: str, seen: str) -> None:
    assert visible(text, lines("Other", seen, "Line"))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Customer saved", "Customer not saved"),
        ("Customer saved", "Customer saves"),
        ("Customer saved", "Customer unsaved"),
        ("Customer saved", "saved Customer"),
        ("Il 10 OK", "ll l0 0K"),
        ("Zoë Łukasiewicz", "Zoe Lukasiewicz"),
        ("Saved", "Not saved"),
        ("saved", "unsaved"),
        ("Save", "Saved"),
        ("5", "1.5"),
        ("5", "-5"),
        ("5", "55"),
        ("500", "1,500"),
        ("10", "10,50"),
        ("$5.00", "$500"),
        ("7397", "7391"),
        ("", "anything"),
        ("  ", "anything"),
    ],
)
def test_not_readable(text: str, seen: str) -> None:
    assert not visible(text, lines("Other", seen, "Line"))


def test_a_text_may_run_on_in_the_next_line_of_its_paragraph_only() -> None:
    texts = ("The customer", "was saved in", "the database.")
    assert visible("customer was saved in the database", lines(*texts, gap=4))
    assert not visible("customer was saved in the database", lines(*texts, gap=40))
    beside = (Line("Customer", Box(20, 20, 80, 14)), Line("saved", Box(200, 24, 40, 14)))
    assert not visible("Customer saved", beside)


def test_a_failure_shows_what_comes_nearest(tmp_path: Path) -> None:
    world = context(tmp_path, read=lambda _: lines("Customer not saved", "Cancel"))
    found = check_text(TextCheck(text="Customer saved"), world)
    assert found == (False, '"Customer saved"', 'nearest: "Customer not saved"')
    nothing = check_text(TextCheck(text="Customer saved"), context(tmp_path))
    assert nothing.actual == "the screen shows: no text at all"


@pytest.fixture(scope="module")
def reader():
    return ScreenReader()


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Customer saved", False),
        ("Customer not saved", True),
        ("Order 4711 is paid.", True),
        ("Order 471", False),
        ("2,500.00", True),
        ("500.00", False),
    ],
)
def test_on_a_picture_with_the_real_reader(
    tmp_path: Path, reader: ScreenReader, text: str, passed: object
) -> None:
    frame = written("Customer not saved", "Order 4711 is paid.", "Credit limit: 2,500.00 EUR")
    world = context(tmp_path, frames=[frame], read=lambda seen: reader.read(seen).lines)
    assert check_text(TextCheck(text=text), world).passed is passed
