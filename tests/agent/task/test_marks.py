"""Marks for pytest and tags: what may be written, when a mark applies, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.task import Task
from agent.task.file import load_task
from agent.task.marks import Condition, PytestMark


def marks_of(folder: Path, text: str) -> tuple[PytestMark, ...]:
    path = folder / "t.yaml"
    path.write_text(f"instruction: x\n{text}\n")
    return load_task(path).written.marks


def test_every_form_of_a_mark(tmp_path: Path) -> None:
    written = (
        "marks:\n  - smoke\n  - skip\n  - {skip: later}\n"
        "  - {xfail: {reason: 'bug 7', strict: true, platform: win32}}\n"
        "  - {skipif: {env: CI, no_env: GPU=1}}\n  - {xfail: known}"
    )
    assert marks_of(tmp_path, written) == (
        PytestMark(name="smoke"),
        PytestMark(name="skip"),
        PytestMark(name="skip", reason="later"),
        PytestMark(name="xfail", reason="bug 7", strict=True, when=Condition(platform="win32")),
        PytestMark(name="skipif", when=Condition(env="CI", no_env="GPU=1")),
        PytestMark(name="xfail", reason="known"),
    )


@pytest.mark.parametrize(
    ("when", "environ", "platform", "applies"),
    [
        (None, {}, "linux", True),
        ({"env": "CI"}, {}, "linux", False),
        ({"env": "CI"}, {"CI": ""}, "linux", False),
        ({"env": "CI"}, {"CI": "false"}, "linux", True),
        ({"env": "STAGE=test"}, {"STAGE": "test"}, "linux", True),
        ({"env": "STAGE=test"}, {"STAGE": "prod"}, "linux", False),
        ({"no_env": "CI"}, {}, "linux", True),
        ({"no_env": "CI"}, {"CI": "1"}, "linux", False),
        ({"no_env": "STAGE=test"}, {"STAGE": "prod"}, "linux", True),
        ({"platform": "win32"}, {}, "win32", True),
        ({"platform": "win32"}, {}, "linux", False),
        ({"platform": "linux", "env": "CI"}, {}, "linux", False),
    ],
)
def test_when_a_mark_applies(
    when: dict[str, str] | None, environ: dict[str, str], platform: str, *, applies: bool
) -> None:
    mark = PytestMark.model_validate({"name": "xfail", "when": when})
    assert mark.applies(environ, platform) == applies


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("marks:\n  - skipif", '3:5: marks[0]: "skipif" needs a condition: "env: CI"'),
        ("marks:\n  - {skipif: why}", '3:5: marks[0]: "skipif" needs a condition'),
        ("marks:\n  - {skipif: {envv: CI}}", '3:5: marks[0]: skipif.envv: unknown key; did you mean "env"?'),
        (
            "marks:\n  - {skipif: {env: 'sys.exit()'}}",
            '3:5: marks[0]: "sys.exit()" is no environment variable',
        ),
        (
            "marks:\n  - {xfail: {platform: beos}}",
            "3:5: marks[0]: expected 'linux', 'darwin' or 'win32', got",
        ),
        ("marks:\n  - {xfail: {strict: maybe}}", "3:5: marks[0]: expected true or false, got"),
        ("marks:\n  - {xfail: 5}", '3:5: marks[0]: "xfail" takes a reason in quotes'),
        ("marks:\n  - {smoke: why}", '3:5: marks[0]: "smoke" takes nothing; write "- smoke"'),
        ("marks:\n  - parametrize", '3:5: marks[0]: "parametrize" has its own key in a task: cases'),
        ("marks:\n  - a-b", '3:5: marks[0]: "a-b" is no mark; use letters, digits and _'),
        ("marks:\n  - 5", '3:5: marks[0]: expected one mark, as in "smoke"'),
        ("tags: [a b]", '2:8: tags[0]: "a b" is no tag; use letters'),
        ("tags: [not]", '2:8: tags[0]: "not" is no tag'),
        ("tags: smoke", '2:1: tags: expected a list, got the text "smoke"'),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        marks_of(tmp_path, text)
    assert f"t.yaml:{said}" in str(refused.value)


def test_tags_are_kept_with_the_task(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("instruction: x\ntags: [smoke, crm-2.1]\n")
    task = load_task(path).runs()[0].resolve(Path("w"))
    assert task.tags == ("smoke", "crm-2.1")
    assert Task.model_validate_json(task.model_dump_json()).tags == task.tags
