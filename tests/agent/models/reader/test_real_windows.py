"""The model on a real window: its eye, the loop, mouse and keyboard; the program's own file judges it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.runs.last_look import write_picture
from tests.agent.fakes import make_task
from tests.agent.models.reader.playing import play
from tests.tools.icons import with_crosses
from tools.geometry import Box, Point
from tools.relocate.picture import cut_out
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Ending
    from agent.task import Task

PROGRAMS = Path(__file__).parent / "programs"
ORDER = PROGRAMS / "order.py"
STEPS = (
    r'Type "Ada \"the first\" Lovelace" into "Name" in "Sender"',
    'Type "Paris" into the second "City"',
    'Append " on Thames" to "City" in "Sender"',
    'Clear "Name" in "Recipient"',
    'Type "17" into "Amount" next to "Pears"',
    'Type "3.20" into "Price" in "Apples"',
    'Select "Sweden" in "Country"',
    'Untick "It is a gift"',
    'Choose "Express"',
    r'Type "Ring twice.\nThen wait." into "Remarks"',
    'Scroll down in "Warehouse" until "Hall 17"',
    'Click "Hall 17"',
    'Choose "File > Store"',
    'Wait until "The order is stored" appears',
)


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    """One eye for all: it loads its models once."""
    return ScreenReader()


def order(file: Path, steps: Sequence[str]) -> Task:
    """These steps on the order form."""
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    launch = {"command": ["python", str(ORDER), str(file)], "wait_for": {"text": "Warehouse", "seconds": 60}}
    return make_task(steps=written, launch=[launch], limits={"steps": 90, "seconds": 840})


def test_fills_a_form_that_makes_it_hard(reader: ScreenReader, tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    ending = play(order(file, STEPS), reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    assert json.loads(file.read_text("utf-8")) == {
        "Sender Name": 'Ada "the first" Lovelace',
        "Sender City": "old city on Thames",
        "Recipient Name": "",
        "Recipient City": "Paris",
        "Apples Amount": "",
        "Apples Price": "3.20",
        "Pears Amount": "17",
        "Pears Price": "",
        "Country": "Sweden",
        "Gift": False,
        "Speed": "Express",
        "note": "Ring twice.\nThen wait.",
        "chosen": ["Hall 17"],
    }


def test_asks_back_instead_of_guessing(reader: ScreenReader, tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    ending = play(order(file, ['Type "Ada" into "Name"', 'Choose "File > Store"']), reader, tmp_path)
    assert ending.verdict == "gave_up"
    assert '2 places are equally good for "Name"' in ending.message
    assert not file.exists()


@pytest.mark.parametrize("theme", ["default", "alt", "clam"])
def test_opens_and_closes_the_entries_of_a_tree(reader: ScreenReader, tmp_path: Path, theme: str) -> None:
    file = tmp_path / "open.json"
    texts = (
        'Collapse "Year 2024"',
        'Expand "Year 2025 > Autumn"',
        'Wait until "Letters of Autumn 2025" appears',
    )
    written = [{"text": text, "line": line} for line, text in enumerate(texts, 1)]
    command = ["python", str(PROGRAMS / "archive.py"), str(file), theme]
    launch = {"command": command, "wait_for": {"text": "Year 2025", "seconds": 60}}
    ending = play(
        make_task(steps=written, launch=[launch], limits={"steps": 20, "seconds": 840}), reader, tmp_path
    )
    assert ending.verdict == "passed", ending.message
    assert json.loads(file.read_text("utf-8")) == ["Year 2025", "Autumn"]


def test_a_box_that_is_on_for_a_part_is_turned_on_or_off(reader: ScreenReader, tmp_path: Path) -> None:
    file = tmp_path / "states.json"
    steps = ('Tick "Letters"', 'Untick "Pictures"', 'Tick "Music"', 'Untick "Films"')
    launch = {
        "command": ["python", str(PROGRAMS / "partly.py"), str(file), "clam"],
        "wait_for": {"text": "What is copied", "seconds": 60},
    }
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    assert json.loads(file.read_text("utf-8")) == {
        "Letters": "1",
        "Pictures": "0",
        "Music": "1",
        "Films": "0",
    }


@pytest.mark.parametrize("kind", ["Norma", "Rush", "Normal", "Late"])
def test_what_a_field_adds_to_what_was_typed_is_deleted(
    reader: ScreenReader, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "stored.json"
    steps = (f'Type "{kind}" into "Kind"', 'Type "Bell" into "Remark"', 'Click "Store"')
    launch = {
        "command": ["python", str(PROGRAMS / "completing.py"), str(file)],
        "wait_for": {"text": "Remark", "seconds": 60},
    }
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    assert json.loads(file.read_text("utf-8")) == {"Kind": kind, "Remark": "Bell"}


@pytest.mark.parametrize(
    ("steps", "done", "verdict"),
    [
        (('Right-click "Order Bravo"', 'Click "Export"'), "", "gave_up"),
        (('Right-click "Order Bravo"', "Press Escape", 'Click "Export"'), "tool bar Export\n", "passed"),
        (('Right-click "Order Bravo"', 'Click "Delete"'), "menu Delete\n", "passed"),
        (('Right-click "Order Bravo"', 'Click image "cross.png"'), "", "gave_up"),
        (('Click image "cross.png"', 'Right-click "Order Bravo"'), "tool bar picture\n", "passed"),
    ],
)
def test_a_click_that_a_context_menu_took_for_closing_it_is_not_called_done(
    reader: ScreenReader, tmp_path: Path, steps: tuple[str, ...], done: str, verdict: str
) -> None:
    file, picture = tmp_path / "done.txt", tmp_path / "cross.png"
    write_picture(cut_out(with_crosses(Point(60, 60)), Box(48, 48, 24, 24)), picture)
    launch = {
        "command": ["python", str(PROGRAMS / "orders.py"), str(file), str(picture)],
        "wait_for": {"text": "Order Bravo", "seconds": 60},
    }
    steps = tuple(text.replace(picture.name, str(picture)) for text in steps)
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, tmp_path)
    assert ending.verdict == verdict, ending.message
    assert file.read_text("utf-8") == done


@pytest.mark.parametrize(
    ("second", "verdict", "message"),
    [
        (
            'Click "7"',
            "gave_up",
            'the click on "7" may only have closed what was open: press Escape before it',
        ),
        ('Click "View"', "passed", ""),  # is meant to close it
    ],
)
def test_a_click_that_only_closed_a_menu_is_not_called_done(
    reader: ScreenReader, tmp_path: Path, second: str, verdict: str, message: str
) -> None:
    """A menu of GTK's takes the click on a key for closing it."""
    launch = {"command": ["galculator"], "wait_for": {"text": "View", "seconds": 60}}
    written = [{"text": text, "line": line} for line, text in enumerate(('Click "View"', second), 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, tmp_path)
    assert ending.verdict == verdict
    assert message in ending.message


def test_a_menu_that_comes_late_is_waited_for(reader: ScreenReader, tmp_path: Path) -> None:
    """Its title has lit up, and that is no menu yet: the next click would be spent on closing it."""
    file = tmp_path / "done.txt"
    launch = {
        "command": ["python", str(PROGRAMS / "late_menu.py"), str(file)],
        "wait_for": {"text": "Seven", "seconds": 60},
    }
    written = [{"text": text, "line": line} for line, text in enumerate(('Click "View"', 'Click "Seven"'), 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, tmp_path)
    assert (ending.verdict, file.read_text("utf-8")) == ("gave_up", ""), ending.message
    assert 'the click on "Seven" may only have closed what was open' in ending.message


@pytest.mark.parametrize("late", ["0", "30"])
def test_a_button_that_moves_as_it_is_pressed_gets_its_click(
    reader: ScreenReader, tmp_path: Path, late: str
) -> None:
    """Let go where it was, the step would count as done, as the window changed, and nothing be saved."""
    file = tmp_path / "saved.txt"
    launch = {
        "command": ["python", str(PROGRAMS / "moving.py"), str(file), late],
        "wait_for": {"text": "Save", "seconds": 60},
    }
    steps = ('Type "Ada" into "Mail"', 'Click "Save"')
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, tmp_path)
    assert (ending.verdict, file.read_text("utf-8")) == ("passed", "Ada"), ending.message


def edit_stock(reader: ScreenReader, folder: Path, mode: str, *steps: str) -> tuple[Ending, str]:
    """Steps on the table of `stock.py`: how they ended, and the rows that it wrote."""
    file = folder / "rows.txt"
    launch = {
        "command": ["python", str(PROGRAMS / "stock.py"), str(file), mode],
        "wait_for": {"text": "ready", "seconds": 60},
    }
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    ending = play(make_task(steps=written, launch=[launch]), reader, folder)
    return ending, file.read_text("utf-8")


@pytest.mark.parametrize(
    ("mode", "next_", "held", "shown"),
    [
        ("keeps", 'Double-click "Price" in row "Flange"', "Gasket|9|12", None),
        ("drops", 'Double-click "Price" in row "Flange"', "Gasket|4|12", "4"),
        ("clamps", 'Type "11" into "Price" in row "Flange"', "Gasket|5|12", "5"),
    ],
)
def test_a_cell_of_a_table_is_looked_at_again_once_its_editor_is_no_more(
    reader: ScreenReader, tmp_path: Path, mode: str, next_: str, held: str, shown: str | None
) -> None:
    step = 'Type "9" into "Quantity" in row "Gasket"'
    ending, rows = edit_stock(reader, tmp_path, mode, step, next_)
    assert held in rows
    assert ending.verdict == ("passed" if shown is None else "gave_up"), ending.message
    assert shown is None or f"since it was left it shows '{shown}'" in ending.message


@pytest.mark.parametrize(
    ("mode", "step", "held", "message"),
    [
        ("keeps", 'Type "9" into "Quantity" in row "Gasket"', "Gasket|9|12", ""),
        ("keeps", 'If "ready" appears: Type "9" into "Quantity" in row "Gasket"', "Gasket|9|12", ""),
        ("keeps", 'Clear "Quantity" in row "Gasket"', "Gasket||12", ""),
        ("enters", 'Type "9" into "Quantity" in row "Gasket"', "Gasket|9|12", ""),
        (
            "drops",
            'Type "9" into "Quantity" in row "Gasket"',
            "Gasket|4|12",
            "shows '4', by Tab and by Enter",
        ),
        ("drops", 'Clear "Quantity" in row "Gasket"', "Gasket|4|12", "shows '4', by Tab and by Enter"),
        ("refuses", 'Type "9" into "Quantity" in row "Gasket"', "Gasket|4|12", "has a red edge"),
        ("keeps", 'Append "5" to "Quantity" in row "Gasket"', "Gasket|45|12", ""),
        ("keeps", 'Append "${secret.PIN}" to "Quantity" in row "Gasket"', "Gasket|4${secret.PIN}|12", ""),
        ("enters", 'Append "5" to "Quantity" in row "Gasket"', "Gasket|45|12", ""),
        (
            "drops",
            'Append "5" to "Quantity" in row "Gasket"',
            "Gasket|4|12",
            "shows '4', by Tab and by Enter",
        ),
        ("locks", 'Append "5" to "Quantity" in row "Gasket"', "Gasket|4|12", "was seen to open"),
        ("keeps", 'Type "Ball" into "Article" in row "Gasket"', "Ball|4|12", ""),
        ("enters", 'Type "Ball" into "Article" in row "Gasket"', "Ball|4|12", ""),
        ("drops", 'Type "Ball" into "Article" in row "Gasket"', "Gasket|4|12", "shows 'Gasket', by Tab"),
        ("keeps", 'Append " two" to "Article" in row "Gasket"', "Gasket two|4|12", ""),
        ("drops", 'Append " two" to "Article" in row "Gasket"', "Gasket|4|12", "shows 'Gasket', by Tab"),
        ("keeps", 'Clear "Article" in row "Gasket"', "\n|4|12", ""),
    ],
)
def test_a_cell_is_left_before_a_button_is_clicked_that_takes_no_focus(
    reader: ScreenReader, tmp_path: Path, mode: str, step: str, held: str, message: str
) -> None:
    ending, rows = edit_stock(reader, tmp_path, mode, step, 'Click "Store"')
    assert held in rows
    assert ending.verdict == ("gave_up" if message else "passed"), ending.message
    assert message in ending.message


def test_a_cell_is_left_and_its_row_is_not(reader: ScreenReader, tmp_path: Path) -> None:
    """What removes the current row removes that one, though Tab goes on to the next."""
    step = 'Type "9" into "Price" in row "Flange"'
    ending, rows = edit_stock(reader, tmp_path, "moves", step, 'Click "Remove"')
    assert ending.verdict == "passed", ending.message
    assert rows == "Valve|4|10\nGasket|4|12"


def dates(folder: Path, field: str, date: str) -> Task:
    """A date that is typed into a field of a page, which tells what it holds once it is sent."""
    page = folder / "page.html"
    page.write_text(
        f"<!doctype html><title>Trip</title><p>Departure <input id=d {field}>"
        "<p><button onclick=\"s.textContent='Sent '+d.value\">Send</button><p id=s>Nothing yet",
        encoding="utf-8",
    )
    flags = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--lang=en-US")
    command = ["chromium", *flags, f"--user-data-dir={folder / 'profile'}", f"--app={page.as_uri()}"]
    steps = (f'Type "{date}" into "Departure"', 'Click "Send"', f'Wait until "Sent {date}" appears')
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    return make_task(
        steps=written, launch=[{"command": command, "wait_for": {"text": "Send", "seconds": 60}}]
    )


@pytest.mark.parametrize(
    "field",
    [
        'type=date value="2025-12-31"',  # shown as 12/31/2025: the month is first
        'value="12/31/2025"',  # takes any text, as it is written
        'value="05/06/2025"',
        # two of three clicks count at first, as on a busy machine, and select a word
        'value="12/31/2025" onmousedown="if(event.detail==3&&!d.late){d.late=1;event.preventDefault()}"',
    ],
)
def test_a_date_goes_into_the_order_of_a_fields_segments_if_it_has_some(
    reader: ScreenReader, tmp_path: Path, field: str
) -> None:
    ending = play(dates(tmp_path, field, "2026-03-14"), reader, tmp_path)
    assert ending.verdict == "passed", ending.message


def test_nothing_is_typed_into_segments_whose_order_can_not_be_told(
    reader: ScreenReader, tmp_path: Path
) -> None:
    ending = play(dates(tmp_path, 'type=date value="2025-05-06"', "2026-03-14"), reader, tmp_path)
    assert ending.verdict == "gave_up"
    assert "'05/06/2025', which it shows, doesn't tell which of them is the month" in ending.message
