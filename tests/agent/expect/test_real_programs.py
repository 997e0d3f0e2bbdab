"""Expectations, readings and conditions on real programs, each with its failing twin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.task.file import load_task
from tests.agent.models.reader.playing import play
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from agent.episode import Ending

TASKS = Path(__file__).parents[3] / "tasks"
CONTACT, SUM, NOTE, FORM = "zenity_form", "galculator_sum", "mousepad_note", "fill_form"
TYPED = 'Type "Ada" into "First name"'


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    """One eye for all: it loads its models once."""
    return ScreenReader()


def played(name: str, steps: tuple[str, ...], reader: ScreenReader, folder: Path) -> Ending:
    """These steps on a program of the tree's tasks."""
    task = load_task(TASKS / f"{name}.yaml").runs()[0].resolve(folder)
    limits = task.limits.model_copy(update={"wait": 2.0, "seconds": 840.0})
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    changed = task.model_copy(
        update={
            "steps": tuple(type(task.steps[0])(**step) for step in written),
            "limits": limits,
            "checks": (),
        }
    )
    return play(changed, reader, folder)


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        (
            SUM,
            (
                'Click "4"',
                'Click "7"',
                'Click "+"',
                'Click "1"',
                'Click "="',
                'Expect "48"',
                'Expect no "49"',
            ),
        ),
        (
            CONTACT,
            (
                TYPED,
                'Expect "First name" shows "Ada"',
                'Expect "Surname" shows ""',
                'Expect "OK" is enabled',
                'Read "First name" as name',
                'Type "${name} L." into "Surname"',
                'Expect "Surname" shows "Ada L."',
                'Click "OK"',
                'Expect no "Enter the contact"',
            ),
        ),
        (
            NOTE,
            (
                'If "Do you want to save" appears: Click "Cancel"',
                'Type "Order 4711 is paid."',
                'Expect "4711 is paid"',
                "Press Ctrl+Q",
                'If "Do you want to save" appears: Click "Don\'t Save"',
                'Expect no "4711"',
            ),
        ),
        (
            FORM,
            (
                'Choose "Business"',
                'Expect "Business" is chosen',
                'Expect "Private" is not chosen',
                'Select "Germany" in "Country"',
                'Expect "Country" shows "Germany"',
                'Tick "Send newsletter"',
                'Expect "Send newsletter" is ticked',
                'Expect "I accept the terms" is not ticked',
            ),
        ),
    ],
    ids=[SUM, CONTACT, NOTE, FORM],
)
def test_what_is_so_holds(name: str, steps: tuple[str, ...], reader: ScreenReader, tmp_path: Path) -> None:
    ending = played(name, steps, reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    assert len(ending.checks) == sum(step.startswith("Expect") for step in steps)


@pytest.mark.parametrize(
    ("name", "steps", "told"),
    [
        (SUM, ('Click "4"', 'Click "7"', 'Expect "48"'), 'nearest: "8", "47"'),
        (CONTACT, (TYPED, 'Expect "First name" shows "Adam"'), 'it shows "Ada"'),
        (CONTACT, (TYPED, 'Expect "Surname" shows "Ada"'), "it is empty"),
        (CONTACT, (TYPED, 'Expect "OK" is disabled'), "it is enabled"),
        (CONTACT, (TYPED, 'Expect no "Enter the contact"'), "it is there"),
        (CONTACT, (TYPED, 'Read "City" as city'), "it is empty"),
        (NOTE, ('Type "Order 4711 is paid."', 'Expect no "4711"'), 'it is there: "Order 4711 is paid."'),
        (FORM, ('Choose "Business"', 'Expect "Private" is chosen'), "it is not chosen"),
        (FORM, ('Tick "Send newsletter"', 'Expect "Send newsletter" is not ticked'), "it is ticked"),
    ],
)
def test_what_is_not_so_fails_and_says_what_is(
    name: str, steps: tuple[str, ...], told: str, reader: ScreenReader, tmp_path: Path
) -> None:
    ending = played(name, steps, reader, tmp_path)
    assert ending.verdict == "failed", ending.message
    assert told in ending.message
    assert ending.checks[-1].line == len(steps)
