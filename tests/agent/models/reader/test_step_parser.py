"""Sentences to commands: every form, every slip, and texts that try to break out of their quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.models.reader.step_parser import FORMS, parse_step, parse_steps
from agent.models.reader.steps import (
    ChooseStep,
    ClearStep,
    ClickIconStep,
    ClickImageStep,
    ClickStep,
    DragStep,
    FoldStep,
    HoverIconStep,
    HoverStep,
    PressStep,
    ScrollStep,
    SelectStep,
    TickStep,
    TypeStep,
    WaitStep,
)
from agent.runs.last_look import write_picture
from agent.task.variables import quoted
from tests.agent.fakes import make_task
from tests.tools.icons import with_crosses
from tools.geometry import Box, Point
from tools.locate.locator import Locator
from tools.relocate.picture import cut_out

if TYPE_CHECKING:
    from pathlib import Path

X, Y = Locator("X"), Locator("Y")
CELL = Locator("C", None, (("in row", Locator("R")),))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_shown_is_a_sentence(form: str) -> None:
    assert parse_step(form) is not None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ('Click "X"', ClickStep(X)),
        ('click on "X".', ClickStep(X)),
        ('Double click "X"', ClickStep(X, count=2)),
        ('triple-click "X"', ClickStep(X, count=3)),
        ('Right-click "X"', ClickStep(X, button="right")),
        ('MIDDLE-CLICK "X"', ClickStep(X, button="middle")),
        ('Click the second "X" in "Y"', ClickStep(Locator("X", 2, (("in", Y),)))),
        ('Click the 12th "X"', ClickStep(Locator("X", 12))),
        ('Click the last "X"', ClickStep(Locator("X", -1))),
        ('Click "X" next to the third "Y"', ClickStep(Locator("X", None, (("next to", Locator("Y", 3)),)))),
        ('Click "X" to the left of "Y"', ClickStep(Locator("X", None, (("left of", Y),)))),
        ('Click "X" below "Y" in "Z"', ClickStep(Locator("X", None, (("below", Y), ("in", Locator("Z")))))),
        ('Click "C" in row "R"', ClickStep(CELL)),
        ('Click the cell in row "R" column "C"', ClickStep(CELL)),
        ('Double-click cell in the row "R", and column "C".', ClickStep(CELL, count=2)),
        ('Type "5" into the cell in row "R" column "C"', TypeStep("5", CELL)),
        ('Set "C" in row "R" to 5', TypeStep("5", CELL)),
        ('Tick "C" in row "R"', TickStep(CELL, on=True)),
        ('Click image "a b.png"', ClickImageStep("a b.png")),
        ('Right-click image "a.png"', ClickImageStep("a.png", "right")),
        ('Click "image"', ClickStep(Locator("image"))),
        ('Type "T" into "F"', TypeStep("T", Locator("F"))),
        ("Type “T” into “F”", TypeStep("T", Locator("F"))),
        ('Type "T" into the second "F" in "Y"', TypeStep("T", Locator("F", 2, (("in", Y),)))),
        ('Type "T"', TypeStep("T", None)),
        ('Append "T" to "F"', TypeStep("T", Locator("F"), append=True)),
        ('Type "a\\nb\\tc" into "F"', TypeStep("a\nb\tc", Locator("F"))),
        ('Type "${secret.PIN}" into "F"', TypeStep("${secret.PIN}", Locator("F"))),
        ('Type "T" into the "F" field in "Y"', TypeStep("T", Locator("F", None, (("in", Y),)))),
        ('Enter "T" in "F"', TypeStep("T", Locator("F"))),
        ("enter “T” into the “F” field.", TypeStep("T", Locator("F"))),
        ('Enter "T" in "F" in "Y"', TypeStep("T", Locator("F", None, (("in", Y),)))),
        ('Enter "" in "F"', TypeStep("", Locator("F"))),
        ('Fill "F" with "T"', TypeStep("T", Locator("F"))),
        ('Fill in the second "F" in "Y" with "a "b" c".', TypeStep('a "b" c', Locator("F", 2, (("in", Y),)))),
        ('Set "F" to 70', TypeStep("70", Locator("F"))),
        ('Set "F" to -1.5.', TypeStep("-1.5", Locator("F"))),
        ('Set "F" to 70 %', TypeStep("70 %", Locator("F"))),
        ('Set "F" to 2026-03-14', TypeStep("2026-03-14", Locator("F"))),
        ('Set the "F" field to the left of "Y" to "T"', TypeStep("T", Locator("F", None, (("left of", Y),)))),
        ('Set "X" to on', TickStep(X, on=True)),
        ('Clear "F"', ClearStep(Locator("F"))),
        ('Clear the "F" field', ClearStep(Locator("F"))),
        ("Press Ctrl+S", PressStep(("ctrl", "s"))),
        ("press Control-Shift-Page_Down twice", PressStep(("ctrl", "shift", "pagedown"), 2)),
        ("Press Tab 3 times", PressStep(("tab",), 3)),
        ("Press Right 40 times", PressStep(("right",), 40)),
        ("Press Ctrl++", PressStep(("ctrl", "+"))),
        ('Select "V" in "F"', SelectStep("V", Locator("F"))),
        ('Select "V" from "F" in "Y"', SelectStep("V", Locator("F", None, (("in", Y),)))),
        ('Choose "V" from "F"', SelectStep("V", Locator("F"))),
        ('Press the "X" button', ClickStep(X)),
        ('Click the "X" tab', ClickStep(X)),
        ('Select the "X" tab', ChooseStep(("X",), X)),
        ('Select the second "X" tab in "Y"', ChooseStep(("X",), Locator("X", 2, (("in", Y),)))),
        ('Click the "X" link', ClickStep(X)),
        ('press "X"', ClickStep(X)),
        ('Press the second "X" button in "Y"', ClickStep(Locator("X", 2, (("in", Y),)))),
        ('Click the "X" button in "Y"', ClickStep(Locator("X", None, (("in", Y),)))),
        ('Tick the "X" box', TickStep(X, on=True)),
        ('Check the "X" check box in "Y"', TickStep(Locator("X", None, (("in", Y),)), on=True)),
        ('Turn on "X"', TickStep(X, on=True)),
        ('Turn the "X" switch off', TickStep(X, on=False)),
        ('Switch off "X" in "Y"', TickStep(Locator("X", None, (("in", Y),)), on=False)),
        ('Tick "X"', TickStep(X, on=True)),
        ('check "X"', TickStep(X, on=True)),
        ('Uncheck "X"', TickStep(X, on=False)),
        ('Choose "X"', ChooseStep(("X",), X)),
        ('Choose "X" in "Y"', ChooseStep(("X",), Locator("X", None, (("in", Y),)))),
        ('Choose "File > Save as…"', ChooseStep(("File", "Save as…"), Locator("Save as…"))),
        ('Expand "X"', FoldStep(("X",), X, opens=True)),
        ('Expand "2025 > X" in "Y"', FoldStep(("2025", "X"), Locator("X", None, (("in", Y),)), opens=True)),
        ('collapse the second "X"', FoldStep(("X",), Locator("X", 2), opens=False)),
        ('Scroll down until "X"', ScrollStep("down", "X", None)),
        ('Scroll up in "Y" until "X"', ScrollStep("up", "X", Y)),
        ('Scroll right until "X"', ScrollStep("right", "X", None)),
        ('Scroll up until "X" in "Y"', ScrollStep("up", "X", Y)),
        ('Drag "X" to "Y"', DragStep(X, Y)),
        ('Drag "X" to the left of "Y" to "Y"', DragStep(Locator("X", None, (("left of", Y),)), Y)),
        ('Click the "X" icon', ClickIconStep(X)),
        ('Double-click the "X" icon in "Y"', ClickIconStep(Locator("X", None, (("in", Y),)), "left", 2)),
        ('Right-click the second "X" icon', ClickIconStep(Locator("X", 2), "right")),
        ('Hover over the "X" icon', HoverIconStep(X)),
        ('Hover over "X"', HoverStep(X)),
        ('Hover over the "X" button in "Y"', HoverStep(Locator("X", None, (("in", Y),)))),
        ('Wait until "X" appears', WaitStep("X", appears=True, seconds=20)),
        ('Wait until "X" disappears within 2.5 seconds', WaitStep("X", appears=False, seconds=2.5)),
    ],
)
def test_sentence(text: str, command: object) -> None:
    assert parse_step(text) == command


@given(text=st.text(min_size=1), name=st.text(min_size=1))
@settings(deadline=None)
def test_any_text_survives_quoting(text: str, name: str) -> None:
    typed = parse_step(f'Type "{quoted(text)}" into "{quoted(name)}"')
    assert typed == TypeStep(text, Locator(name))
    assert parse_step(f'Type "{quoted(text)}"') == TypeStep(text, None)
    assert parse_step(f'Append "{quoted(text)}" to "{quoted(name)}"') == TypeStep(
        text, Locator(name), append=True
    )
    assert parse_step(f'Select "{quoted(text)}" in "{quoted(name)}"') == SelectStep(text, Locator(name))
    for sentence in ('Enter "{text}" in "{name}"', 'Fill "{name}" with "{text}"', 'Set "{name}" to "{text}"'):
        assert parse_step(sentence.format(text=quoted(text), name=quoted(name))) == typed


@pytest.mark.parametrize("text", ['say "a" in "b"', 'x" into the "F', 'a" to "b', "“a” on “b”", '\\" in "x"'])
def test_a_quoted_text_is_typed_whatever_it_looks_like(text: str) -> None:
    assert parse_step(f'Type "{quoted(text)}"') == TypeStep(text, None)


@pytest.mark.parametrize("count", ["0", "2.5", "1001"])
def test_a_key_is_pressed_a_whole_number_of_times(count: str) -> None:
    with pytest.raises(BadInput, match=f"a key is pressed 1 to 1000 times, not {count}"):
        parse_step(f"Press Tab {count} times")


def test_raw_quotes_inside_a_text_are_typed() -> None:
    text = 'it\'s "quoted" \\ text'
    assert parse_step(f'Type "{text}" into "Full name"') == TypeStep(text, Locator("Full name"))
    assert parse_step('Type "a" into "b" into "F"') == TypeStep('a" into "b', Locator("F"))
    assert parse_step('Type "say "hi" to all in short"') == TypeStep('say "hi" to all in short', None)
    assert parse_step('Type "ends in \\" into "F"') == TypeStep("ends in \\", Locator("F"))


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ('Klick "X"', 'Click "X"'),
        ("Click X", 'Click "X"'),
        ('Type "x" in "F"', 'Type "text" into "F"'),
        ('Type "x" into the large "F"', 'Type "text" into "F"'),
        ('Type "x" on the "F"', 'Type "text" into "F"'),
        ("Type", 'Type "text"'),
        ("Press", "Press Ctrl+S"),
        ("Press the Enter", "Press Ctrl+S"),
        ('Press the "X" key', 'Press the "X" button'),
        ('Click the "X" field', 'Click the "X" tab'),
        ('Type "x" into the "X" button', 'Type "text" into "F"'),
        ('Enter "say "hi"" in "F"', 'Enter "text" in "F"'),
        ('Enter "x"', 'Enter "text" in "F"'),
        ('Fill "X"', 'Fill "F" with "text"'),
        ('Set "X" to half', 'Set "F" to 70'),
        ('Turn "X"', 'Turn on "X"'),
        ('Tick the box "a"', 'Tick "X"'),
        ('Wait until "X"', 'Wait until "X" appears'),
        ('Click "X" and "Y"', 'Click "X" next to "Y"'),
        ("Clik Save", 'Click "X"'),
        ("Press Down some times", "Press Tab 3 times"),
        ('Scroll up until it says "X"', 'Scroll down until "X"'),
    ],
)
def test_other_sentences_are_refused_with_the_nearest_form(text: str, nearest: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_step(text)
    message = str(caught.value)
    assert text in message
    assert f"nearest form: {nearest}\n" in message
    assert all(form in message for form in FORMS)


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(BadInput, match=r"Press Ctlr\+S: no key is called 'Ctlr'"):
        parse_step("Press Ctlr+S")


def test_a_task_is_refused_with_the_line_of_its_step() -> None:
    task = make_task(steps=[{"text": 'Click "X"', "line": 7}, {"text": "Dance", "line": 9}])
    with pytest.raises(BadInput, match=r"demo\.yaml:9:1: steps: not a step"):
        parse_steps(task)


def test_all_wrong_steps_are_told_at_once_and_the_forms_once() -> None:
    texts = ["Dance", 'Click "X"', "Sing", "Press Ctlr+S"]
    task = make_task(steps=[{"text": text, "line": line} for line, text in enumerate(texts, 3)])
    with pytest.raises(BadInput) as caught:
        parse_steps(task)
    told = str(caught.value)
    assert [line for line in told.splitlines() if line.startswith("demo.yaml:")] == [
        "demo.yaml:3:1: steps: not a step that `reader` understands (from column 1): Dance",
        "demo.yaml:5:1: steps: not a step that `reader` understands (from column 1): Sing",
        "demo.yaml:6:1: steps: Press Ctlr+S: no key is called 'Ctlr'; did you mean 'ctrl'?",
    ]
    assert told.count("all forms:") == 1


def test_a_picture_lies_beside_the_task(tmp_path: Path) -> None:
    task = make_task(steps=[{"text": 'Click image "a.png"', "line": 3}], source=tmp_path / "t.yaml")
    with pytest.raises(BadInput, match=r"t\.yaml:3:1: steps: there is no picture .*a\.png"):
        parse_steps(task)
    write_picture(cut_out(with_crosses(Point(60, 60)), Box(48, 48, 24, 24)), tmp_path / "a.png")
    assert parse_steps(task) == (ClickImageStep(str(tmp_path / "a.png")),)


@pytest.mark.parametrize(
    "step",
    [
        'Click "სახელი"',
        'Type "x" into "सहेजें"',
        'Select "სახელი" in "X"',
        'Choose "X > सहेजें"',
        'Click "X" in "सहेजें"',
        'Wait until "სახელი" appears',
    ],
)
def test_a_name_in_a_script_that_is_not_read_is_refused_before_the_run(step: str) -> None:
    with pytest.raises(BadInput, match=r"demo\.yaml:3:1: .*does not read (Georgian|Devanagari)"):
        parse_steps(make_task(steps=[{"text": step, "line": 3}]))


def test_a_text_to_type_may_be_in_any_script() -> None:
    assert parse_steps(make_task(steps=[{"text": 'Type "Иван" into "Größe"', "line": 3}]))


def test_a_task_without_steps_is_refused() -> None:
    with pytest.raises(BadInput, match="the task has none: add `steps:`"):
        parse_steps(make_task())
