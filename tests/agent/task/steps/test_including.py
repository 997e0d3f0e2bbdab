"""Files of steps that tasks include: put in the place of their item, whatever they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.models.reader.step_parser import parse_steps
from agent.task.file import load_task
from agent.task.steps.including import MAX_STEPS, check_given, expand

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task import Task

LOGIN = """\
params: [user]
vars: {field: User, times: 1.50}
steps:
  - Type "${user}" into "${field}"
  - Press Enter
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "task.yaml"


def task_of(folder: Path, **files: str) -> Task:
    return load_task(write(folder, **files)).runs(environ={"PW": "x"})[0].resolve(folder)


def refused(folder: Path, **files: str) -> str:
    with pytest.raises(BadInput) as caught:
        task_of(folder, **files)
    return str(caught.value).replace(f"{folder}/", "")


def test_an_item_becomes_the_sentences_of_its_file(tmp_path: Path) -> None:
    task = task_of(
        tmp_path,
        login=LOGIN,
        task="instruction: x\nvars: {name: Ada}\nsteps:\n  - Press Tab\n  - include: login.yaml\n"
        '    with: {user: "${name} L"}\n  - Press F1\n',
    )
    assert [(step.file, step.line, step.column, step.text) for step in task.steps] == [
        (None, 4, 5, "Press Tab"),
        ("login.yaml", 4, 5, 'Type "Ada L" into "User"'),
        ("login.yaml", 5, 5, "Press Enter"),
        (None, 7, 5, "Press F1"),
    ]


def test_values_pass_through_several_files_and_paths_start_at_each(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "inner.yaml").write_text('params: [a]\nsteps: ["Type \\"${a}\\" into \\"F\\""]\n')
    (tmp_path / "shared" / "outer.yaml").write_text(
        'params: [b]\nsteps:\n  - {include: inner.yaml, with: {a: "<${b}>"}}\n'
    )
    task = task_of(
        tmp_path,
        task="instruction: x\nvars: {n: 'a \"b\"'}\nsteps:\n"
        "  - {include: shared/outer.yaml, with: {b: '${n} \"c\" $5'}}\n",
    )
    [step] = task.steps
    assert step.file == "shared/inner.yaml"
    assert step.text == r'Type "<a \"b\" \"c\" $5>" into "F"'


@settings(deadline=None, max_examples=60)  # a busy machine is no fault
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20))
def test_any_value_reaches_the_step_unchanged(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    folder = tmp_path_factory.mktemp("include")
    path = write(
        folder,
        login=LOGIN,
        task='instruction: x\nvars: {n: ""}\nsteps:\n  - {include: login.yaml, with: {user: "${n}"}}\n',
    )
    [typed, _] = parse_steps(load_task(path).runs({"n": value})[0].resolve(folder))
    assert getattr(typed, "text", None) == value


def test_a_secret_may_be_given(tmp_path: Path) -> None:
    task = task_of(
        tmp_path,
        login=LOGIN,
        task="instruction: x\nsecrets: [PW]\nsteps:\n"
        "  - include: login.yaml\n    with: {user: '${secret.PW}'}\n",
    )
    assert task.steps[0].text == 'Type "${secret.PW}" into "User"'


TASK = "instruction: x\nsteps:\n  - include: login.yaml\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {},
            "task.yaml:3:5: steps[0].include: there is no file login.yaml; its path starts at",
        ),
        ({"login": LOGIN}, 'task.yaml:3:5: steps[0]: user must be given; add with: {user: "..."}'),
        (
            {"login": LOGIN, "task": f"{TASK}    with: {{usr: a}}\n"},
            'task.yaml:4:12: steps[0].with.usr: unknown parameter; did you mean "user"? known: field, ',
        ),
        (
            {"login": LOGIN, "task": f"{TASK}    wiht: {{user: a}}\n"},
            'task.yaml:4:5: steps[0].wiht: unknown key; did you mean "with"?',
        ),
        (
            {"login": LOGIN, "task": f"{TASK}    with: {{user: '${{nmae}}'}}\nvars: {{name: Ada}}\n"},
            'task.yaml:4:19: steps[0].with.user: variable "nmae" is not set; did you mean "name"?',
        ),
        (
            {"login": 'steps:\n  - Type "${name}" into F\n'},
            'login.yaml:2:11: steps[0]: "name" is not given to this file; list it there under ',
        ),
        (
            {"login": "steps:\n  - include: task.yaml\n"},
            "login.yaml:2:5: steps[0].include: includes itself: task.yaml > login.yaml > task.yaml",
        ),
        ({"login": "steps: []\n"}, "login.yaml:1:1: steps: expected at least 1 of them"),
        ({"login": "params: [user]\n"}, "login.yaml:1:1: steps: is missing; add it"),
        (
            {"login": "instruction: x\nsteps: [Press Tab]\n"},
            "login.yaml:1:1: instruction: this is a whole task, and only steps can be included; put those",
        ),
        ({"login": "steps: [5]\n"}, "login.yaml:1:9: steps[0]: expected text, got 5; put it in quotes"),
        ({"login": "params: [a b]\nsteps: [x]\n"}, 'login.yaml:1:10: params[0]: "a b" is no name'),
        ({"login": "steps: [x\n"}, "login.yaml:2:1: not YAML"),
        (
            {"login": "vars: {a: ''}\nsteps: ['${a}']\n"},
            "login.yaml:2:9: steps[0]: expected text that is not empty, got nothing (included by task.yaml:",
        ),
        ({"login": "steps: ['Type ${']\n"}, 'login.yaml:1:15: steps[0]: "${" without its "}"'),
        (
            {"login": "steps:\n  - 'TO DO: a drag'\n"},
            "login.yaml:2:5: steps[0]: this step is yet to be written: a drag",
        ),
        ({"login": "steps: ['${secret.PW}']\n"}, 'login.yaml:1:10: steps[0]: secret "PW" is not listed'),
    ],
)
def test_what_is_wrong_names_the_file_that_is(tmp_path: Path, files: dict[str, str], said: str) -> None:
    assert said in refused(tmp_path, **{"task": TASK, **files})


def test_a_wrong_sentence_is_told_where_it_stands(tmp_path: Path) -> None:
    login = 'params: [user]\nsteps:\n  - Type "${user}" onto F\n'
    task = task_of(tmp_path, login=login, task=TASK + "    with: {user: a long name}\n")
    with pytest.raises(BadInput, match=r"login\.yaml:3:10: steps: not a step"):
        parse_steps(task)


def test_few_files_can_not_make_endless_steps(tmp_path: Path) -> None:
    files = {f"f{n}": f"steps:\n{f'  - include: f{n + 1}.yaml' + chr(10)}" * 1 for n in range(13)}
    files = {name: text + text.partition("\n")[2] for name, text in files.items()}
    told = refused(
        tmp_path, **files, f13="steps: [x]\n", task="instruction: x\nsteps:\n  - include: f0.yaml\n"
    )
    assert f"task.yaml:2:1: steps: makes more than {MAX_STEPS} steps" in told


def test_what_a_file_is_given_is_looked_at_before_its_steps(tmp_path: Path) -> None:
    file = load_task(write(tmp_path, login=LOGIN, task=TASK + "    with: {user: '${a}'}\n"))
    assert len(expand(file.document, file.written.steps)) == 2
    check_given(file.document, file.written.steps, {"a": ""}, ())
    with pytest.raises(BadInput, match='variable "a" is not set'):
        check_given(file.document, file.written.steps, {}, ())


def test_what_a_file_reads_may_be_used_from_there_on(tmp_path: Path) -> None:
    inner = 'params: [n]\nsteps:\n  - Type "${n}"\n'
    login = (
        'steps:\n  - Read "Order number" as order\n  - {include: inner.yaml, with: {n: "no. ${order}"}}\n'
        '  - Click "${order}"\n'
    )
    file = load_task(write(tmp_path, inner=inner, login=login, task=TASK))
    assert [step.template for step in file.steps] == [
        'Read "Order number" as order',
        'Type "no. ${order}"',
        'Click "${order}"',
    ]
    with pytest.raises(BadInput, match='"order" is not given to this file'):
        load_task(write(tmp_path, login='steps:\n  - Click "${order}"\n  - Read "N" as order\n'))
