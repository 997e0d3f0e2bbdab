"""Tables of pages: a step on a cell changes that cell, or tells why it can't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.agent.fakes import make_task
from tests.agent.models.reader.playing import play
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from pathlib import Path

    from agent.episode import Ending

HEAD = """<!doctype html><meta charset=utf-8><title>Stock</title>
<style>table{border-collapse:collapse} td,th{border:1px solid #bbb;padding:6px 30px}</style>
<p><button onmousedown="event.preventDefault()" onclick="tell()">Store</button>
<table><tr><th>Article<th>Quantity<th>Price%s</table><p id=said>ready
<script>
function held(cell) {
  const input = cell.querySelector("input")
  return input ? input.value : cell.textContent
}
function tell() { said.textContent = "Stored " + [...document.querySelectorAll("tr")].slice(1)
  .map(row => [...row.cells].map(held).join("|")).join(" ; ") }
"""
EDITED = """
document.querySelectorAll("td").forEach(cell => cell.ondblclick = () => {
  const input = document.createElement("input")
  input.value = cell.textContent; input.size = 8
  input.onblur = () => { if (input.isConnected) cell.textContent = input.value }
  cell.textContent = ""; cell.append(input); input.focus(); input.select()
})
"""
"""A double click opens an input, also one within that, which is empty."""
ROWS = (("Valve", "4", "10"), ("Gasket", "4", "12"), ("Flange", "7", "12"))


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    """One eye for all: it loads its models once."""
    return ScreenReader()


def play_page(page: str, folder: Path, reader: ScreenReader, *steps: str) -> Ending:
    """Steps on a page in a browser."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    flags = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--lang=en-US")
    command = ["chromium", *flags, f"--user-data-dir={folder / 'profile'}", f"--app={file.as_uri()}"]
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    launch = [{"command": command, "wait_for": {"text": "ready", "seconds": 60}}]
    return play(make_task(steps=written, launch=launch), reader, folder)


def opened_by_two_clicks() -> str:
    """The page whose cells are edited in inputs that open in them."""
    rows = "".join("<tr>" + "".join(f"<td>{value}" for value in row) for row in ROWS)
    return HEAD % rows + EDITED + "</script>"


@pytest.mark.parametrize(
    ("first", "second", "held"),
    [
        (
            'Type "9" into "Quantity" in row "Gasket"',
            'Append "5" to "Price" in row "Gasket"',
            "Gasket|9|125",
        ),
        (
            'Type "A long ball bearing" into "Article" in row "Gasket"',
            'Append " two" to "Article" in row "Valve"',
            "Valve two|4|10 ; A long ball bearing|4|12",
        ),
    ],
)
def test_cells_whose_inputs_are_narrower_than_they_are(
    reader: ScreenReader, tmp_path: Path, first: str, second: str, held: str
) -> None:
    steps = (first, second, 'Click "Store"', f'Expect "{held}"')
    ending = play_page(opened_by_two_clicks(), tmp_path, reader, *steps)
    assert ending.verdict == "passed", ending.message


def in_narrow_inputs() -> str:
    """The page whose quantities stand in inputs of four letters."""
    rows = "".join(f"<tr><td>{name}<td><input size=4 value={many}><td>{price}" for name, many, price in ROWS)
    return HEAD % rows + "</script>"


@pytest.mark.parametrize(
    ("steps", "held"),
    [
        (('Clear "Quantity" in row "Gasket"', 'Expect "Quantity" in row "Gasket" shows ""'), "Gasket||12"),
        (('Clear "Quantity" in row "Gasket"', 'Append "1" to "Quantity" in row "Gasket"'), "Gasket|1|12"),
    ],
)
def test_a_narrow_input_is_one_while_it_is_empty(
    reader: ScreenReader, tmp_path: Path, steps: tuple[str, str], held: str
) -> None:
    ending = play_page(in_narrow_inputs(), tmp_path, reader, *steps, 'Click "Store"', f'Expect "{held}"')
    assert ending.verdict == "passed", ending.message


def editable() -> str:
    """The page whose cells hold what the browser itself lets one edit."""
    cells = ("".join(f"<td><div contenteditable>{value}</div>" for value in row) for row in ROWS)
    return HEAD % "".join(f"<tr>{row}" for row in cells) + "</script>"


@pytest.mark.parametrize(
    ("first", "second", "held"),
    [
        (
            'Type "9" into "Quantity" in row "Gasket"',
            'Append "5" to "Price" in row "Valve"',
            "Valve|4|105 ; Gasket|9|12",
        ),
        (
            'Clear "Price" in row "Flange"',
            'Type "Ball" into "Article" in row "Gasket"',
            "Ball|4|12 ; Flange|7|",
        ),
    ],
)
def test_cells_that_the_browser_edits(
    reader: ScreenReader, tmp_path: Path, first: str, second: str, held: str
) -> None:
    ending = play_page(editable(), tmp_path, reader, first, second, 'Click "Store"', f'Expect "{held}"')
    assert ending.verdict == "passed", ending.message
