"""A newcomer who has nothing but SKILL.md: a first task green, the program broken, the failing step found."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.agent.skill.story import FENCED, commands, give

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM, TASK, RESULT = "orders.py", "order.agent.yaml", "result.json"
RED = "agent replay --live recordings/order --patience"
"""How the command begins that the page gives when something is red."""


@pytest.fixture(scope="module")
def skill(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a coding agent is given to read."""
    home = tmp_path_factory.mktemp("shop")
    assert give(home, "agent skill install --for claude")[0] == 0
    return (home / ".claude" / "skills" / "deskhand" / "SKILL.md").read_text()


def named(skill: str, begin: str) -> str:
    """The first command of the page that begins so, its answer kept in a file as the page does."""
    blocks = [body for language, body in FENCED.findall(skill) if language == "console"]
    line = next(one.line for body in blocks for one in commands("", body) if one.line.startswith(begin))
    line = re.sub(r" --json| --var \S+|\s+>.*", "", line)
    return f"{line} --json > {RESULT}"


def given(home: Path, line: str) -> tuple[int, dict[str, Any]]:
    status, _ = give(home, line)
    return status, json.loads((home / RESULT).read_text())


@pytest.fixture(scope="module")
def green(skill: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the page's program and task, which has passed, and its recording."""
    home = tmp_path_factory.mktemp("first")
    for name in (PROGRAM, TASK):
        [text] = [body for _, body in FENCED.findall(skill) if body.startswith(f"# {name}\n")]
        (home / name).write_text(text)
    assert given(home, named(skill, f"agent check {TASK}"))[1]["tasks"][0]["valid"]
    status, answer = given(home, named(skill, "agent run"))
    [run] = answer["runs"]
    assert (status, run["verdict"], run["message"]) == (
        0,
        "passed",
        "1 of 1 expectations hold, 1 of 1 checks hold",
    )
    return home


def broken(green: Path, folder: Path, was: str, is_now: str) -> Path:
    """The project after somebody changed the program."""
    home = folder / "project"
    shutil.copytree(green, home)
    text = (home / PROGRAM).read_text()
    assert was in text
    (home / PROGRAM).write_text(text.replace(was, is_now))
    return home


def finding(home: Path, run: dict[str, Any]) -> dict[str, str]:
    """What the page has one look at, in its order: the message, the checks, the program's own words."""
    assert (home / run["picture"]).read_bytes()[:4] == b"\x89PNG"
    step = re.search(r"step \d+ \(.*?\)(?=:| does| can't)", run["message"])
    failed = [
        f"{one['what']}: {one['expected']} / {one['actual']}" for one in run["checks"] if not one["passed"]
    ]
    log = (home / run["picture"]).parent / "program-1.log"
    return {"step": step[0] if step else "", "check": "\n".join(failed), "program": log.read_text()}


def test_a_field_that_was_renamed(skill: str, green: Path, tmp_path: Path) -> None:
    home = broken(green, tmp_path, '"Customer"', '"Client"')
    status, answer = given(home, named(skill, RED))
    found = finding(home, answer["runs"][0])
    assert status == 4
    assert found["step"] == 'step 1 (Click the field "Customer". 1 of 5)'
    assert '"Client"' in answer["runs"][0]["message"]


def test_a_program_that_breaks_down_when_it_saves(skill: str, green: Path, tmp_path: Path) -> None:
    home = broken(green, tmp_path, 'open(sys.argv[1], "a")', 'open("/nowhere/orders.csv", "a")')
    status, answer = given(home, named(skill, RED))
    found = finding(home, answer["runs"][0])
    assert status in {1, 4}
    assert "Order saved" in found["step"] + answer["runs"][0]["message"]
    assert "No such file or directory: '/nowhere/orders.csv'" in found["program"]


def test_a_program_that_saves_another_value(skill: str, green: Path, tmp_path: Path) -> None:
    home = broken(green, tmp_path, "field.get() for", "field.get().upper() for")
    status, answer = given(home, named(skill, RED))
    found = finding(home, answer["runs"][0])
    assert (status, found["step"]) == (1, "")
    assert r'"Ada Lovelace,Oil lamp\n" / "ADA LOVELACE,OIL LAMP\n"' in found["check"]
