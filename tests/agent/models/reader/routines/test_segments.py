"""Dates that are typed segment by segment, into a field that takes nothing in the place of all."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

import pytest

from agent.models.reader.routines.segments import numbers_of
from tests.agent.models.reader.paper import PaperParser, Program, Run, form
from tools.action import Action, Click, Key, Type
from tools.geometry import Box
from tools.locate.look import Look
from tools.see.scene import Widget

MONTHS = {"02": 28}


@dataclass
class Dates(Program):
    """A date field as Qt has it: a double click selects a segment, and only digits for that one are taken.

    A day that its month does not have is corrected.
    """

    at: int | None = None
    """The segment that is selected."""
    took: list[int] = field(default_factory=list)
    """The segments that took a number."""

    def execute(self, action: Action) -> None:
        """React."""
        date = self.parts[1]
        match action:
            case Click(count=2, point=point):
                step = 8 * len(date.text) / 9  # ten signs of which two are marks of half the width
                ends = list(accumulate(len(part) + 0.5 for part in date.text.split(".")))
                self.at = sum(point.x > date.box.left + 6 + step * end for end in ends)
            case Click() | Key():
                self.at = None
            case Type(text=text) if self.at is not None and text.isdigit():
                parts = date.text.split(".")
                parts[self.at] = text
                parts[0] = f"{min(int(parts[0]), MONTHS.get(parts[1], 31)):02}"
                date.text = ".".join(parts)
                self.took.append(self.at)


def dates(text: str) -> Dates:
    """A field that holds a date."""
    return Dates(form(text=text).parts)


def test_each_segment_is_selected_and_typed_and_one_that_is_right_is_left_alone() -> None:
    run = Run(program := dates("10.08.2022"), 'Type "20.08.2000" into "Name"')
    assert run.go() == "success"
    assert program.parts[1].text == "20.08.2000"
    assert program.took == [2, 0]


def test_a_day_that_the_old_month_does_not_have_is_typed_once_more() -> None:
    run = Run(program := dates("10.02.2022"), 'Type "31.03.2000" into "Name"')
    assert run.go() == "success"
    assert program.parts[1].text == "31.03.2000"


@dataclass
class Times(Dates):
    """A time field as Qt has it: of a text in the place of all it keeps what is behind the first number.

    At its start it shows again what it held, and it does so as well once it is left.
    """

    held: str = ""

    def execute(self, action: Action) -> None:
        """React."""
        time = self.parts[1]
        match action:
            case Click(count=2, point=point):
                self.at = int(point.x > time.box.left + 6 + 20)
            case Type(text=text) if self.at is None and ":" in text:
                self.held, time.text = time.text, text[text.index(":") :]
            case Key(keys=("home",)):
                time.text = self.held
            case Click():
                self.at = None
            case Type(text=text) if self.at is not None and ":" in time.text[1:]:
                parts = time.text.split(":")
                parts[self.at] = text
                time.text = ":".join(parts)


def test_a_time_of_which_a_field_took_the_end_alone_is_typed_segment_by_segment() -> None:
    run = Run(program := Times(form(text="08:05").parts), 'Type "14:30" into "Name"')
    assert run.go() == "success"
    assert program.parts[1].text == "14:30"


def test_what_the_segments_do_not_become_is_told() -> None:
    run = Run(dates("10.03.2022"), 'Type "31.02.2000" into "Name"')
    assert run.go() == "failure"
    assert "it shows '28.02.2000'" in run.thought


@pytest.mark.parametrize(
    ("shown", "text", "numbers"),
    [
        ("10.08.2022", "20.08.2000", ["20", "08", "2000"]),
        ("mm/dd/yyyy", "03/14/2026", ["03", "14", "2026"]),
        ("14:30", "09:05", ["09", "05"]),
        ("02:30 PM", "14:30", []),
        ("10.08.2022", "tomorrow", []),
        ("Ada", "20.08.2000", []),
    ],
)
def test_only_numbers_that_fit_the_segments_are_typed_so(shown: str, text: str, numbers: list[str]) -> None:
    parser, program = PaperParser(), form(text=shown)
    look = Look(parser.paint(program), parser)
    assert numbers_of(text, look, Widget("field", Box(*program.parts[1].box))) == numbers
