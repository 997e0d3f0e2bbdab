"""What was typed where the focus was: another text in a field there is told, and is no failure."""

from __future__ import annotations

import pytest

from agent.models.reader.entries.focused import shown_instead
from agent.models.reader.step_parser import parse_step
from tests.agent.models.reader.paper import PaperParser, Program, Run, entry, form, label
from tools.locate.look import Look


def looks(shown: str, held: str = "") -> tuple[Look, Look]:
    """Before and after a step, of which the field "Name" shows something else."""
    parser = PaperParser()
    before, after = (Look(parser.paint(form(text=text)), parser) for text in (held, shown))
    return before, after


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ABCDEFGHI", "ABCDEF"),  # cut at a length
        ("2026-03-31", "2026-02-03"),  # a date went into some of its segments
        ("17", "42"),
    ],
)
def test_another_text_in_the_field_is_told(typed: str, shown: str) -> None:
    assert shown_instead(parse_step(f'Type "{typed}"'), *looks(shown, "Grace")) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ada", "Ada"),
        ("Ada", "Grace Ada"),  # put to what it held
        ("Ber", "Berlin"),  # completed
        ("1234", "1,234.00"),  # formatted
        ("hunter2", "•••••••"),
    ],
)
def test_what_may_be_the_text_is_not(typed: str, shown: str) -> None:
    assert shown_instead(parse_step(f'Type "{typed}"'), *looks(shown, "Grace")) is None


def test_nor_is_what_a_field_shows_that_is_named_or_unchanged_or_one_of_several() -> None:
    before, after = looks("ABCDEF")
    assert shown_instead(parse_step('Type "ABCDEFGHI" into "Name"'), before, after) is None
    assert shown_instead(parse_step('Type "ABCDEFGHI"'), after, after) is None
    assert shown_instead(parse_step('Type "${secret.PIN}"'), before, after) is None
    parser = PaperParser()
    two = [
        Program([label("Name", 20, 44), entry(100, 40, text=text), entry(100, 90, text=text)])
        for text in ("", "B")
    ]
    assert shown_instead(parse_step('Type "A"'), *(Look(parser.paint(one), parser) for one in two)) is None


def test_the_end_of_a_task_says_so() -> None:
    program = form()
    program.parts[1].most = 6
    run = Run(program, 'Type "Ada" into "Name"', 'Type "BCDEFGH"')
    assert run.go() == "success"
    assert (
        run.thought
        == "All 2 steps are done; after step 2 (line 2: Type \"BCDEFGH\") the field shows 'AdaBCD'."
    )
