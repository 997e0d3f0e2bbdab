"""Own steps become the sentences that their functions give, whatever they are called with, or are refused."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.models.reader.step_parser import parse_steps
from agent.task.file import load_task
from agent.task.own.expanding import MAX_SENTENCES
from tests.agent.task.own.orders import STEPS

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task import Task


def task_of(folder: Path, *sentences: str, steps: str = STEPS, rest: str = "", **values: str) -> Task:
    (folder / "steps.py").write_text(steps, encoding="utf-8")
    listed = "".join(f"  - '{sentence}'\n" for sentence in sentences)
    (folder / "t.yaml").write_text(f"instruction: x\n{rest}steps:\n{listed}", encoding="utf-8")
    return load_task(folder / "t.yaml").runs(values, {"PW": "x"})[0].resolve(folder)


def refused(folder: Path, *sentences: str, steps: str) -> str:
    with pytest.raises(BadInput) as caught:
        task_of(folder, *sentences, steps=steps)
    return str(caught.value).replace(f"{folder}/", "")


def test_an_own_step_becomes_its_sentences_at_its_place(tmp_path: Path) -> None:
    task = task_of(tmp_path, "Press Tab", "Open order 7", "Press F1")
    assert [(step.line, step.own, step.template, step.text) for step in task.steps] == [
        (3, None, None, "Press Tab"),
        (4, "Open order 7", 'Type "7" into "Search"', 'Type "7" into "Search"'),
        (4, "Open order 7", "Press Enter", "Press Enter"),
        (5, None, None, "Press F1"),
    ]


def test_own_steps_may_use_others(tmp_path: Path) -> None:
    task = task_of(tmp_path, "Open orders 7 and ${n}", rest="vars: {n: '8 \"x\"'}\n")
    assert [step.text for step in task.steps] == [
        'Type "7" into "Search"',
        "Press Enter",
        r'Type "8 \"x\"" into "Search"',
        "Press Enter",
    ]
    assert task.steps[2].template == 'Type "${n}" into "Search"'
    assert {step.own for step in task.steps} == {"Open orders 7 and ${n}"}


def test_what_python_works_out_has_no_reference(tmp_path: Path) -> None:
    [step] = task_of(tmp_path, "Pick the year of ${due}", rest="vars: {due: 2026-11-27}\n").steps
    assert (step.text, step.template) == ('Select "2026" in "Year"', 'Select "2026" in "Year"')


def test_secrets_and_what_is_read_stay_references(tmp_path: Path) -> None:
    task = task_of(
        tmp_path, 'Read "Order number" as order', "Open order ${order}", 'Open order "${secret.PW}"',
        rest="secrets: [PW]\n",
    )  # fmt: skip
    assert [step.text for step in task.steps][1::2] == [
        'Type "${order}" into "Search"',
        'Type "${secret.PW}" into "Search"',
    ]


@settings(deadline=None, max_examples=60)  # a busy machine is no fault
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20))
def test_any_value_reaches_the_step_unchanged(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    folder = tmp_path_factory.mktemp("own")
    task = task_of(folder, "Open order ${n}", rest="vars: {n: ''}\n", n=value)
    assert getattr(parse_steps(task)[0], "text", None) == value


IMPORT = "from agent.steps import step\n"
OPEN = IMPORT + "@step('Open order {n}')\ndef f(n):\n"
FAULTS = {
    "syntax": ("def f(:\n    agent.steps", "steps.py:1:7: SyntaxError: invalid syntax"),
    "import": (
        OPEN + "    pass\nimport no_such_module\n",
        "steps.py:5:1: ModuleNotFoundError: No module",
    ),
    "exit": (OPEN + "    pass\nraise SystemExit(3)\n", "steps.py:5:1: SystemExit: 3"),
    "names": (
        IMPORT + "@step('Open order {no}')\ndef f(number): pass\n",
        "steps.py:2:1: @step('Open order {no}'): its names and the arguments of the function differ:",
    ),
    "pattern": (
        IMPORT + "@step('{all}')\ndef f(all): pass\n",
        "steps.py:2:1: @step('{all}'): it must begin with a word of its own",
    ),
    "no text": (
        IMPORT + "@step(5)\ndef f(): pass\n",
        "steps.py:2:7: @step must say its sentence",
    ),
    "raises": (
        OPEN + "    yield 'Press Tab'\n    yield 1 / 0\n",
        "steps.py:5:11: ZeroDivisionError: division by zero (own step of t.yaml:3:5: Open order 7)",
    ),
    "nothing": (
        OPEN + "    pass\n",
        "steps.py:2:1: 'Open order {n}' must give sentences, each a text (own step of t.yaml:3:5",
    ),
    "no sentences": (OPEN + "    return ['Press Tab', 5]\n", "must give sentences, each a text"),
    "endless": (OPEN + "    while True: yield 'Press Tab'\n", f"gives more than {MAX_SENTENCES} sentences"),
    "cycle": (
        OPEN + "    yield 'Reopen 7'\n@step('Reopen {n}')\ndef g(n): yield 'Open order 7'\n",
        "(steps.py:2) makes itself: Open order {n} > Reopen {n} > Open order {n}",
    ),
    "two": (
        OPEN + "    yield 'x'\n@step('Open {what} 7')\ndef g(what): yield 'y'\n",
        "several own steps are meant: 'Open order {n}' (steps.py:2), 'Open {what} 7' (steps.py:5)",
    ),
}


@pytest.mark.parametrize(("steps", "said"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, steps: str, said: str) -> None:
    told = refused(tmp_path, "Open order 7", steps=steps)
    assert said in told
    assert "Traceback" not in told


def test_a_wrong_sentence_of_an_own_step_is_told_with_both(tmp_path: Path) -> None:
    steps = "from agent.steps import step\n@step('Open order {n}')\ndef f(n): yield 'Clack'\n"
    task = task_of(tmp_path, "Press Tab", "Open order 7", steps=steps)
    with pytest.raises(
        BadInput, match=r"(?s)t\.yaml:4:5: steps: not a step.*Clack.*made by the own step: Open"
    ):
        parse_steps(task)


def test_as_what_an_if_does_it_is_refused_and_a_step_that_only_begins_so_is_not(tmp_path: Path) -> None:
    told = refused(tmp_path, 'If "Note: new" appears within 3 s: Open order 7', steps=STEPS)
    assert "t.yaml:3:41: steps[0]: the own step 'Open order {number}'" in told
    assert "can't be what `If` does" in told
    kept = 'If "Note: new" appears: Click "Open order 7"'
    assert [step.text for step in task_of(tmp_path, kept, steps=STEPS).steps] == [kept]


def test_a_wrong_reference_in_one_is_told_with_its_sentence(tmp_path: Path) -> None:
    told = refused(tmp_path, "Open order ${nmae}", steps=STEPS)
    assert 't.yaml:3:5: steps[0]: variable "nmae" is not set' in told
    assert 'in \'Type "${nmae}" into "Search"\' of this own step' in told


def test_what_it_prints_is_no_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task_of(tmp_path, "Open order 7", steps=STEPS + "print('\\x1b[31mhello')\n")
    assert capsys.readouterr() == ("", "\\x1b[31mhello\n")


def test_a_file_whose_steps_are_not_used_is_not_run(tmp_path: Path) -> None:
    assert task_of(tmp_path, "Press Tab", steps=STEPS + "raise SystemExit\n").steps
    assert task_of(tmp_path, "Press Tab", steps="raise SystemExit\n").steps


def test_those_beside_an_included_file_count_as_well(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "steps.py").write_text(STEPS)
    (tmp_path / "shared" / "a.yaml").write_text('params: [n]\nsteps:\n  - Open order "${n}"\n  - Say hello\n')
    mine = "from agent.steps import step\n@step('Say hello')\ndef hello(): yield 'Type \"hello\"'\n"
    (tmp_path / "steps.py").write_text(mine)
    (tmp_path / "t.yaml").write_text("instruction: x\nsteps: [{include: shared/a.yaml, with: {n: A 5}}]\n")
    task = load_task(tmp_path / "t.yaml").runs()[0].resolve(tmp_path)
    assert [(step.file, step.text) for step in task.steps] == [
        ("shared/a.yaml", 'Type "A 5" into "Search"'),
        ("shared/a.yaml", "Press Enter"),
        ("shared/a.yaml", 'Type "hello"'),
    ]


def test_a_run_goes_to_another_process_and_a_changed_file_counts(tmp_path: Path) -> None:
    task_of(tmp_path, "Open order 7")
    [run] = pickle.loads(pickle.dumps(load_task(tmp_path / "t.yaml").runs()))
    assert len(run.steps) == 2
    (tmp_path / "steps.py").write_text(STEPS.replace('    yield "Press Enter"\n', ""))
    assert len(run.steps) == 1
