"""The JSON Schema of the task file: whatever is valid passes, and what is plainly wrong does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from agent.errors import BadInput
from agent.task.checks import CHECKS
from agent.task.document import read_document
from agent.task.file import load_task
from agent.task.schema import task_schema
from agent.task.sections import Written
from tests.agent.task.wrong_files import CASES, Case

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
TASKS = sorted(path for path in (ROOT / "tasks").rglob("*.yaml") if not path.name.startswith("_"))
SCHEMA = task_schema()
VALIDATOR = Draft7Validator(SCHEMA)


def faults(value: dict[str, Any]) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(value)]


def written(folder: Path, text: str) -> Path:
    path = folder / "task.yaml"
    path.write_text(text, "utf-8")
    return path


def tasks_in_the_docs() -> Iterator[Any]:
    for page in sorted((ROOT / "docs").rglob("*.md")):
        blocks = re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        for number, body in enumerate(blocks):
            if "instruction:" in body:
                yield pytest.param(body, id=f"{page.name}-{number}")


def test_it_is_a_schema_and_has_every_key() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == set(Written.model_fields)
    entries = SCHEMA["properties"]["checks"]["items"]["anyOf"]
    assert [entry["required"] for entry in entries] == [[kind] for kind in CHECKS]
    for name, section in SCHEMA["definitions"].items():
        assert name == "JsonValue" or "description" in section, name


@pytest.mark.parametrize("path", TASKS, ids=lambda path: path.stem)
def test_every_task_of_the_tree_passes(path: Path) -> None:
    assert faults(read_document(path).value) == []


@pytest.mark.parametrize("body", list(tasks_in_the_docs()))
def test_every_task_in_the_docs_passes(body: str, tmp_path: Path) -> None:
    assert faults(read_document(written(tmp_path, body)).value) == []


VALID = [
    "id: Zoë 2",
    "vars: {a: 1.50, b: true, c: text}",
    "cases: [{a: 1}, {a: x}]",
    "display: {kind: ':1', size: [800, 600]}",
    "marks: [smoke, {xfail: why}, {skipif: {env: CI, reason: x}}]",
    "checks: [{text: Saved, weight: 2}, {ask: 'Saved?'}]",
    "checks: [{json: {path: a, equals: {b: [1, null]}}}]",
    "checks: [{image: {like: a.png}}, {image: {like: [a.png], ignore: [[0, 0, 1, 1]], tolerance: 0.1}}]",
    "checks: [{csv: {path: a, rows: [{Name: Ada, Age: 36}]}}, {xlsx: {path: a, cells: {B2: null}}}]",
    "checks: [{sql: {url: 'sqlite:///a.db', query: select 1, equals: [[1, x, null, 1.5, true]]}}]",
    "checks: [{file: {path: a, contains: b}, weight: 0.5}]",
    "checks: [{command: {run: [ls], exit: 1}}, {window: {title: a}}]",
    "setup: [[rm, -f, x], {command: [a], seconds: 5}]",
    "teardown: [[rm, x]]",
    "precheck: [{text: Ready}]",
    "steps: [Press Tab]",
    "forbid: [{window: a}, {region: [0, 0, 1, 1], why: b}]",
]


@pytest.mark.parametrize("text", VALID)
def test_what_a_task_may_hold_passes(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, f"instruction: i\n{text}\n")
    load_task(path)
    assert faults(read_document(path).value) == []


WRONG = [
    "stepz: [a]",
    "steps: Click",
    "steps: [5]",
    "limits: {stepz: 5}",
    "limits: {steps: 0}",
    "limits: {steps: 1.5}",
    "limits: {seconds: fast}",
    "display: {size: [800]}",
    "display: {size: [800, 600, 24]}",
    "display: {size: [8, 600]}",
    "launch: [{}]",
    "setup: [rm x]",
    "setup: [[]]",
    "setup: [{comand: [a]}]",
    "steps: [{with: {a: b}}]",
    "steps: [{include: a.yaml, wiht: {a: b}}]",
    "foreach: people.csv",
    "foreach: {csv: a.csv, delimitr: ;}",
    "precheck: [{txt: Ready}]",
    "launch: [{command: []}]",
    "launch: [{command: [a], wait: 5}]",
    "secrets: PW",
    "vars: {a: [1]}",
    "cases: {a: 1}",
    "marks: [{xfial: why}]",
    "marks: [5]",
    "checks: [Saved]",
    "checks: [{}]",
    "checks: [{weight: 2}]",
    "checks: [{txet: Saved}]",
    "checks: [{text: 5}]",
    "checks: [{text: a, window: {title: b}}]",
    "checks: [{text: a, weight: 0}]",
    "checks: [{ask: a, weight: 2}]",
    "checks: [{file: {path: a}}]",
    "checks: [{file: {path: a, contains: b, equals: c}}]",
    "checks: [{file: {path: a, contains: b, kind: file}}]",
    "checks: [{sql: {database: a, url: 'b://', query: q, equals: []}}]",
    "checks: [{sql: {database: a, query: q}}]",
    "checks: [{sql: {database: a, query: q, equals: [1]}}]",
    "checks: [{csv: {path: a}}]",
    "checks: [{csv: {path: a, rows: [], cells: {A1: 1}}}]",
    "checks: [{csv: {path: a, rows: [], delimiter: ';;'}}]",
    "checks: [{xlsx: {path: a, contains: {}}}]",
    "checks: [{image: {like: []}}]",
    "checks: [{image: {like: a, tolerance: 2}}]",
    "checks: [{image: {like: a, region: [1, 2, 3]}}]",
    "masks: [{box: [0, 0, 0, 1]}]",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_plainly_wrong_is_refused_as_by_the_check(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, f"instruction: i\n{text}\n")
    with pytest.raises(BadInput):
        load_task(path)
    assert faults(read_document(path).value)


SEES = re.compile(
    r"task\.yaml:\d+:\d+: [\w.\[\]]+: "
    r"(unknown (key|check)|is missing; add it|"
    r"expected (text|a list|a number|a whole|at least|at most|more than)|"
    r'give (either|one of) "|"[^"]*" is no (name; use letters|cell|tag))'
)
"""What is said of faults that a schema sees, too."""
SEEN = {name: case for name, case in CASES.items() if SEES.match(case.said[0])}


@pytest.mark.parametrize("case", SEEN.values(), ids=SEEN)
def test_wrong_files_whose_fault_a_schema_can_see_are_refused(case: Case, tmp_path: Path) -> None:
    (tmp_path / "task.yaml").write_bytes(case.files["task.yaml"])
    assert faults(read_document(tmp_path / "task.yaml").value)


def test_most_of_the_wrong_keys_and_checks_are_seen() -> None:
    assert len(SEEN) >= 30


def test_editors_are_told_what_a_key_means() -> None:
    assert SCHEMA["properties"]["instruction"]["description"] == "What is to be done, in plain words."
    weight = SCHEMA["properties"]["checks"]["items"]["anyOf"][0]["properties"]["weight"]
    assert weight["description"].startswith("Its share in the score")
    assert "description" in SCHEMA["definitions"]["CsvCheck"]["properties"]["encoding"]


@pytest.mark.parametrize("step", [{'If "A" appears': 'Click "B"'}, 'If "A" appears, Click "B"'])
def test_a_condition_may_stand_without_quotes(step: object) -> None:
    assert faults({"instruction": "x", "steps": [step], "interruptions": [step]}) == []
    assert faults({"instruction": "x", "interruptions": [{"when": "A", "do": [step], "times": 1}]}) == []


@pytest.mark.parametrize("step", [{"Iff": "x"}, {"If a": 1}, {"If a": "x", "If b": "x"}, 7])
def test_nothing_else_stands_for_a_sentence(step: object) -> None:
    assert faults({"instruction": "x", "steps": [step]})
