"""Mutants of a task: each step left out, each value another one, and those that do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.audit.baseline import Baseline
from agent.audit.mutants import Mutant, chooses, expects, mutants_of
from tests.agent.fakes import make_task
from tests.tools.scenes import FakeParser, line, scene, widget
from tools.geometry import Point

if TYPE_CHECKING:
    from agent.task import Task

STEPS = (
    'Click "Full name"',
    'Type "Ada" into "Full name"',
    'Select "Germany" in "Country"',
    'Choose "Business"',
    'Tick "I accept the terms"',
    'Choose "Notes"',
    'Click "Save"',
    'Wait until "Saved" appears',
)


def task(*steps: str) -> Task:
    return make_task(steps=[{"text": text, "line": 10 + at} for at, text in enumerate(steps)])


def baseline() -> tuple[Baseline, FakeParser]:
    """All steps acted; the list and the radio buttons were seen."""
    entries = scene(line("France", 100, 200), line("Germany", 100, 224))
    form = scene(
        widget("radio", 100, 102, 14, 14, checked=True),
        line("Private", 120, 100),
        widget("radio", 220, 102, 14, 14, checked=False),
        line("Business", 240, 100),
        line("Notes", 400, 40),
    )
    found = Baseline(
        acted=set(range(7)),
        first={3: form.frame, 5: form.frame},
        clicked={2: (entries.frame, Point(110, 230))},
    )
    return found, FakeParser(entries, form)


def told(mutants: tuple[Mutant, ...]) -> list[tuple[int, str, str]]:
    return [
        (one.at, one.kind, one.sentences[0] if one.sentences else "") for one in mutants if not one.equivalent
    ]


def test_all_of_a_form() -> None:
    assert told(mutants_of(task(*STEPS), *baseline())) == [
        (0, "nothing done", ""),
        (1, "other value", 'Type "Ade" into "Full name"'),
        (2, "other value", 'Select "France" in "Country"'),
        (3, "other value", 'Choose "Private"'),
        (4, "other value", 'Untick "I accept the terms"'),
        (1, "left out", ""),
        (2, "left out", ""),
        (3, "left out", ""),
        (5, "left out", ""),
        (6, "left out", ""),
    ]


def test_what_does_the_same_says_why_and_comes_last() -> None:
    mutants = mutants_of(task(*STEPS), *baseline())
    assert [(one.at, one.equivalent) for one in mutants[-2:]] == [
        (0, "the next step goes to this field by itself"),
        (7, "it only waits"),
    ]


def test_a_step_that_found_all_as_it_should_be_is_not_left_out() -> None:
    found, parser = baseline()
    found.acted.discard(3)
    [mutant] = [
        one for one in mutants_of(task(*STEPS), found, parser) if (one.at, one.kind) == (3, "left out")
    ]
    assert mutant.equivalent.startswith("it found everything as it should be")


def test_a_box_that_was_ticked_already_is_unticked_all_the_same() -> None:
    found, parser = baseline()
    found.acted.discard(4)
    mutants = [one for one in mutants_of(task(*STEPS), found, parser) if one.at == 4]
    assert [(one.kind, bool(one.equivalent)) for one in mutants] == [
        ("other value", False),
        ("left out", True),
    ]


def test_a_list_that_nobody_saw_has_no_other_entry() -> None:
    found, parser = baseline()
    found.clicked.clear()
    assert [one.kind for one in mutants_of(task(*STEPS), found, parser) if one.at == 2] == ["left out"]


def test_to_leave_out_the_only_step_is_to_do_nothing() -> None:
    mutants = mutants_of(task('Click "Save"'), Baseline(acted={0}), FakeParser())
    assert [one.kind for one in mutants] == ["nothing done"]


def test_the_changed_task_keeps_the_lines_of_its_steps() -> None:
    whole = task(*STEPS[:3])
    assert Mutant("nothing done").of(whole, 0).steps == ()
    left = Mutant("left out", 1).of(whole, 0).steps
    assert [(step.text, step.line) for step in left] == [(STEPS[0], 10), (STEPS[2], 12)]
    other = Mutant("other value", 1, ('Type "A" into "F"', 'Type "B" into "F"'), ("A", "B"))
    changed = other.of(whole, 1).steps
    assert [(step.text, step.line) for step in changed] == [
        (STEPS[0], 10),
        ('Type "B" into "F"', 11),
        (STEPS[2], 12),
    ]
    assert other.told(1) == '"B" instead'


def test_another_value_stays_in_the_folder_of_its_run() -> None:
    found = Baseline(acted={0})
    audited = task('Type "workdir/note.txt" into "Name"', 'Click "Save"')
    mutants = mutants_of(audited, found, FakeParser())
    [other] = [one for one in mutants if one.kind == "other value"]
    run = task('Type "/tmp/deskhand/note mutant 3/note.txt" into "Name"', 'Click "Save"')
    assert [other.of(run, turn).steps[0].text for turn in range(len(other.values))] == [
        'Type "/tmp/deskhand/note mutant 3/nota.txt" into "Name"',
        'Type "/tmp/deskhand/note mutant 3/note.txtx" into "Name"',
    ]


def test_steps_that_choose_something() -> None:
    assert chooses(task(*STEPS)) == {2, 3, 5}


def test_an_expectation_is_a_check_and_has_no_mutant() -> None:
    """To leave out a check is no way to do a task wrong."""
    whole = task('Click "Save"', 'Expect "Saved"')
    [nothing] = mutants_of(whole, Baseline(acted={0}), FakeParser())
    assert nothing.of(whole, 0).steps == whole.steps[1:], "what only looks is done even with nothing done"
    assert expects(whole)
    assert not expects(task('Click "Save"'))


def test_each_lie_is_a_mutant_that_does_the_task_as_it_is() -> None:
    found = mutants_of(task(*STEPS), *baseline(), lies=("drop", "twice"))
    lies = [one for one in found if one.kind == "lie"]
    assert [one.told() for one in lies] == ['the program lies: "drop"', 'the program lies: "twice"']
    assert lies[0].of(task(*STEPS), 0) == task(*STEPS)
    assert found.index(lies[0]) == 1  # right behind nothing done
