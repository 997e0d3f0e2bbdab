"""Task files: every fault in plain words with its place, and what a good one resolves to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.task import Limits, Task
from agent.task.file import load_task

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.task import TaskFile

    Load = Callable[[str], TaskFile]

FULL = """\
id: fill_form
instruction: Register ${name}.
steps:
  - Type "${name}" into "Full name"
  - Type "${secret.CRM_PASSWORD}" into "Password"
vars: {name: Ada Lovelace, price: 1.50, dashes: ---}
secrets: [CRM_PASSWORD]
launch:
  - command: [python, form.py, --db, "${workdir}/customers.db"]
    wait_for: {text: "Hello ${name}", seconds: 5}
display: {kind: virtual, size: [1024, 768]}
limits: {steps: 7}
model: reader
cases:
  - {name: Ada Lovelace}
  - {name: 'Zoë "Z" Łukasiewicz'}
checks:
  - sql: {database: "${workdir}/customers.db", query: select name, equals: [["${name}", 5, null, true]]}
  - text: Customer ${name} saved
  - file: {path: "${workdir}/out.txt", contains: hello}
  - json: {path: x.json, equals: {a: ["${name}", 1]}}
  - command: {run: [grep, "${name}"], exit: 1, stdout: x}
  - window: {title: Form}
  - image: {like: saved.png}
  - ask: Was ${name} saved?
"""
ENVIRON = {"CRM_PASSWORD": "correct horse"}


@pytest.fixture
def load(tmp_path: Path):
    def load_text(text: str) -> TaskFile:
        (tmp_path / "saved.png").touch()
        path = tmp_path / "task.yaml"
        path.write_text(text, encoding="utf-8")
        return load_task(path)

    return load_text


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(BadInput) as refused:
        action()
    return str(refused.value)


def test_a_full_task_is_resolved_for_each_case(load: Load) -> None:
    first, second = (run.resolve(Path("/w")) for run in load(FULL).runs(environ=ENVIRON))
    assert first.label == "fill_form[Ada Lovelace]"
    assert second.case == {"name": 'Zoë "Z" Łukasiewicz'}
    assert second.instruction == 'Register Zoë "Z" Łukasiewicz.'
    assert [(step.text, step.line) for step in second.steps] == [
        (r'Type "Zoë \"Z\" Łukasiewicz" into "Full name"', 4),
        ('Type "${secret.CRM_PASSWORD}" into "Password"', 5),
    ]
    assert second.vars == {"name": 'Zoë "Z" Łukasiewicz', "price": "1.50", "dashes": "---"}
    assert second.launch[0].command[-1] == "/w/customers.db"
    assert second.launch[0].wait_for.text == 'Hello Zoë "Z" Łukasiewicz'
    assert second.limits == Limits(steps=7, seconds=180, tokens=200_000)
    assert second.display.size == (1024, 768)
    assert [check.kind for check in second.checks] == [
        "sql", "text", "file", "json", "command", "window", "image", "ask",
    ]  # fmt: skip
    assert second.checks[0].equals == (('Zoë "Z" Łukasiewicz', 5, None, True),)


def test_a_task_survives_the_recordings_header(load: Load) -> None:
    task = load(FULL).runs(environ=ENVIRON)[0].resolve(Path("/w"))
    assert Task.model_validate_json(task.model_dump_json()) == task
    assert "correct horse" not in task.model_dump_json()


def test_the_least_task_has_defaults(load: Load, tmp_path: Path) -> None:
    (run,) = load("instruction: Do it.").runs()
    task = run.resolve(tmp_path)
    assert (task.id, task.label, task.model, task.display.kind) == ("task", "task", "reader", "virtual")
    assert (task.steps, task.checks, task.launch, task.case) == ((), (), (), None)


def test_an_override_wins_over_case_and_file(load: Load) -> None:
    runs = load(FULL).runs({"name": "Grace"}, ENVIRON)
    assert {run.resolve(Path("/w")).instruction for run in runs} == {"Register Grace."}


FAULTS = {
    "stepz: []": 'task.yaml:2:1: stepz: unknown key; did you mean "steps"? known: ',
    "limits: {stps: 3}": 'task.yaml:2:10: limits.stps: unknown key; did you mean "steps"? known: cost,',
    "launch:\n  - comand: [a]": 'task.yaml:3:5: launch[0].comand: unknown key; did you mean "command"?',
    "launch:\n  - command: [a]\n    wait_for: {txt: a}": 'wait_for.txt: unknown key; did you mean "text"?',
    "checks:\n  - sqll: {}": 'task.yaml:3:5: checks[0]: unknown check "sqll"; did you mean "sql"?',
    "checks:\n  - sql: {qery: a, database: b, equals: []}": 'sql.qery: unknown key; did you mean "query"?',
    "checks:\n  - text: 5": "task.yaml:3:5: checks[0].text: expected text, got 5; put it in quotes",
    "checks:\n  - file: {path: x}": 'checks[0].file: give either "contains" or "equals"',
    "checks:\n  - file: x": '"file" takes a mapping with path, contains, equals',
    "checks:\n  - a": "task.yaml:3:5: checks[0]: expected one check",
    "checks:\n  - {text: a, ask: b}": "checks[0]: expected one check",
    "checks:\n  - command: {kind: ask, run: [a]}": '"command" has no key "kind"',
    "checks:\n  - sql: {database: a, query: b, equals: [[[1]]]}": "equals[0][0]: expected text, got a list",
    "steps: Click": 'task.yaml:2:1: steps: expected a list, got the text "Click"',
    "steps: [5]": "steps[0]: expected text, got 5",
    "steps:\n  - Type: x": 'task.yaml:3:5: steps[0]: expected text, got a mapping; put text that holds ": "',
    "limits: {steps: many}": 'limits.steps: expected a whole number, got the text "many"',
    "limits: {steps: 1.5}": "limits.steps: expected a whole number, got 1.5",
    "limits: {steps: true}": "limits.steps: expected a whole number, got true",
    "limits: {steps: 0}": "limits.steps: expected at least 1, got 0",
    "limits: {cost: 0}": "limits.cost: expected more than 0, got 0",
    "model: http://ada:pw@host/v1": "model: a task file is no place for a password",
    "limits: {seconds: -1}": "limits.seconds: expected more than 0, got -1",
    "limits:": "limits: expected a mapping (key: value), got nothing",
    "display: {kind: wayland}": 'display.kind: expected "virtual", "host" or a display such as ":1"',
    "display: {size: [1280]}": "display.size[1]: is missing",
    "display: {size: [1280, 10]}": "display.size[1]: expected at least 64, got 10",
    "vars: {a: [1]}": "vars.a: expected text, got a list of 1",
    "vars: {a: }": "vars.a: expected text, got nothing",
    "vars: {workdir: x}": 'vars.workdir: "workdir" has its own meaning',
    "vars: {a-b: x}": 'vars.a-b: "a-b" is no name',
    "secrets: [a.b]": 'secrets[0]: "a.b" is no name',
    "cases: [x]": 'cases[0]: expected a mapping (key: value), got the text "x"',
    'id: "../up"': 'task.yaml:2:1: id: "../up" is no name for a task',
    "model: 5": "model: expected text, got 5",
    "masks: [{box: [0, 0, 9]}]": "masks[0].box[3]: is missing",
    "forbid: [{}]": 'forbid[0]: give either "region: [left, top, width, height]" or "window: part',
    "forbid: [{region: [0, 0, 9, 9], window: x}]": "forbid[0]: give either",
    "forbid: [{region: [0, 0, 0, 9]}]": "forbid[0].region[2]: expected at least 1, got 0",
    "forbid: [{title: x}]": "forbid[0].title: unknown key",
    "forbid: [{window: ''}]": "forbid[0].window: expected text that is not empty",
    "masks: [{why: a clock}]": "masks[0].box: is missing",
    "masks: [{box: [-1, 0, 9, 9]}]": "masks[0].box[0]: expected at least 0, got -1",
    "masks: [{box: [0, 0, 9, 0]}]": "masks[0].box[3]: expected at least 1, got 0",
    "masks: [{box: [0, 0, 9, 1.5]}]": "masks[0].box[3]: expected a whole number, got 1.5",
    "masks: [{box: [0, 0, 9, 9], reason: x}]": "masks[0].reason: unknown key; known: box, why",
}


@pytest.mark.parametrize(("text", "said"), FAULTS.items())
def test_a_fault_is_told_in_plain_words(load: Load, text: str, said: str) -> None:
    message = refusal(lambda: load(f"instruction: Do it.\n{text}\n"))
    assert said in message
    assert "pydantic" not in message
    assert "http" not in message


@pytest.mark.parametrize("box", ["[1200, 0, 81, 9]", "[0, 800, 1, 1]"])
def test_a_mask_beyond_the_display_is_told(load: Load, box: str) -> None:
    message = refusal(lambda: load(f"instruction: Do it.\nmasks:\n  - box: {box}\n").runs())
    assert "task.yaml:3:5: masks[0].box: reaches beyond the display, which is 1280x800" in message


def test_a_mask_may_be_anywhere_on_a_display_of_the_users_own(load: Load) -> None:
    [run] = load("instruction: x\ndisplay: {kind: host}\nmasks: [{box: [1900, 0, 90, 9]}]\n").runs()
    assert run.resolve(Path("w")).masks[0].box == (1900, 0, 90, 9)


def test_a_missing_instruction(load: Load) -> None:
    assert refusal(lambda: load("id: x")).endswith("task.yaml:1:1: instruction: is missing; add it")


def test_several_faults_are_told_by_line(load: Load) -> None:
    lines = refusal(lambda: load("modle: x\nsteps: 5\ninstruction: 7\n")).splitlines()
    assert [line.split("task.yaml:")[1][0] for line in lines] == ["1", "2", "3"]


def test_all_variables_that_are_not_set_are_told_at_once(load: Load) -> None:
    told = refusal(lambda: load('instruction: ${a}\nsteps:\n  - Type "${b}"\n').runs())
    assert [line.rpartition("task.yaml:")[2].partition(": variable")[0] for line in told.splitlines()] == [
        "1:14: instruction",
        "3:11: steps[0]",
    ]


def test_what_a_terminal_would_obey_is_escaped(load: Load) -> None:
    assert "\\x1b[31m" in refusal(lambda: load('instruction: x\n"\\e[31mkey": 1'))


UNRESOLVED = {
    "steps:\n  - Type ${nmae}": 'task.yaml:4:10: steps[0]: variable "nmae" is not set; did you mean "name"?',
    "launch: [{command: ['${x}']}]": 'task.yaml:3:22: launch[0].command[0]: variable "x" is not set',
    "launch: [{command: ['${secret.PW}']}]": "the url of an sql check; programs find PW in",
    "steps:\n  - Type ${secret.OTHER}": 'task.yaml:4:10: steps[0]: secret "OTHER" is not listed under',
    "secrets: [UNSET_ONE]": 'task.yaml:3:11: secrets[0]: "UNSET_ONE" is not set; set it in the environment',
    "secrets: [EMPTY]": '"EMPTY" is not set',
    "steps:\n  - Type ${": 'task.yaml:4:10: steps[0]: "${" without its "}"',
    "checks: [{image: {like: gone.png}}]": "task.yaml:3:19: checks[0].image.like: there is no picture",
    "checks: [{text: 'a ${gone}'}]": 'task.yaml:3:20: checks[0].text: variable "gone" is not set',
    "cases:\n  - {other: x}\n  - {third: y}\nsteps: ['Type ${other}']": "task.yaml:6:15: steps[0]: variable",
}


@pytest.mark.parametrize(("text", "said"), UNRESOLVED.items())
def test_what_is_not_set_is_told_before_anything_starts(load: Load, text: str, said: str) -> None:
    file = load(f"instruction: Do it.\nvars: {{name: Ada}}\n{text}\n")
    assert said in refusal(lambda: file.runs(environ={"EMPTY": ""}))


def test_an_unknown_override(load: Load) -> None:
    message = refusal(lambda: load(FULL).runs({"nmae": "x"}, ENVIRON))
    assert message.startswith("--var nmae: ")
    assert 'did you mean "name"?' in message


@pytest.mark.parametrize("value", ["correct horse", "a correct horse b"])
def test_a_secrets_value_is_not_let_into_the_task(load: Load, value: str) -> None:
    assert "write ${secret.CRM_PASSWORD}" in refusal(lambda: load(FULL).runs({"name": value}, ENVIRON))


def test_a_value_can_not_refer_to_a_secret(load: Load) -> None:
    message = refusal(lambda: load(FULL).runs({"name": "${secret.CRM_PASSWORD}"}, ENVIRON))
    assert "only the task itself may refer to a secret" in message


@settings(deadline=None)  # a busy machine is no fault
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_any_value_reaches_every_place_unchanged(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("task") / "task.yaml"
    path.write_text("instruction: ${n}\nvars: {n: x}\nchecks: [{text: '${n}'}]\n", encoding="utf-8")
    task = load_task(path).runs({"n": name})[0].resolve(Path("/w"))
    assert (task.instruction, task.checks[0].text, task.vars["n"]) == (name, name, name)


def test_a_missing_file_names_the_nearest(load: Load, tmp_path: Path) -> None:
    load("instruction: x")
    assert 'did you mean "task.yaml"?' in refusal(lambda: load_task(tmp_path / "tsak.yaml"))
    assert "no such task file; check the path" in refusal(lambda: load_task(tmp_path / "no" / "task.yaml"))
    assert "no such task file" in refusal(lambda: load_task(tmp_path))


def test_a_files_name_that_is_no_name_for_a_task(tmp_path: Path) -> None:
    path = tmp_path / "-odd-.yaml"
    path.write_text("instruction: x")
    assert "add a line: id: my_task" in refusal(lambda: load_task(path))


@pytest.mark.parametrize("path", sorted(Path("tasks").glob("*.yaml")), ids=str)
def test_the_tasks_that_come_with_deskhand_are_valid(path: Path) -> None:
    assert load_task(path).runs()


def test_loading_tasks_loads_nothing_heavy() -> None:
    code = "import agent.task, sys; sys.exit(bool({'numpy', 'cv2', 'PIL', 'mss'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_weight_stands_beside_the_check(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("instruction: i\nchecks:\n- text: Saved\n  weight: 2\n- window: {title: a}\n", "utf-8")
    [run] = load_task(path).runs()
    assert [check.weight for check in run.resolve(tmp_path).checks if check.kind != "ask"] == [2, 1]
