"""What a CI server reads of results."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from agent.runs.report.junit import junit
from agent.runs.report.properties import properties
from tests.agent.junit_rules import faults
from tests.agent.results import result

if TYPE_CHECKING:
    from pathlib import Path

    from agent.runs.report.result import Result


def case(one: Result) -> ET.Element:
    found = ET.fromstring(junit([one])).find("testsuite/testcase")
    assert found is not None
    return found


def test_a_case_has_its_file_line_and_time() -> None:
    written = case(result("form[Ada]", file="tasks/form.yaml", line=7))
    assert written.attrib == {
        "classname": "tasks.form",
        "name": "form[Ada]",
        "file": "tasks/form.yaml",
        "line": "7",
        "time": "1.500",
    }


def test_a_row_of_a_csv_file_is_where_its_run_stands() -> None:
    written = case(result(file="tasks/form.yaml", csv="tasks/people.csv", line=7))
    assert (written.get("classname"), written.get("file"), written.get("line")) == (
        "tasks.form",
        "tasks/people.csv",
        "7",
    )


def test_paths_are_those_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    written = case(result(file=str(tmp_path / "tasks" / "form.yaml")))
    assert (written.get("classname"), written.get("file")) == ("tasks.form", "tasks/form.yaml")
    assert case(result(file="/elsewhere/form.yaml")).get("file") == "/elsewhere/form.yaml"


def test_the_picture_of_a_failure_is_attached() -> None:
    written = case(result(verdict="failed", recording="runs/a/rec", picture="runs/a/failure.png"))
    assert (written.findtext("system-out") or "").splitlines() == [
        "recording: runs/a/rec",
        "[[ATTACHMENT|runs/a/failure.png]]",
    ]


@pytest.mark.parametrize(("verdict", "kind"), [("failed", "Failure"), ("stopped", "Error")])
def test_a_flaky_run_has_passed_and_tells_what_came_before(verdict: str, kind: str) -> None:
    earlier = result(verdict=verdict, message="too\x00late", picture="a.png", file="t.yaml")
    written = case(result(flaky=True, attempts=(earlier,)))
    assert (written.find("failure"), written.find("error")) == (None, None)
    told = written.find(f"flaky{kind}")
    assert told is not None
    assert (told.get("type"), told.get("message")) == (verdict, r"too\x00late")
    assert told.findtext("stackTrace") == r"t.yaml:1: too\x00late"
    assert "[[ATTACHMENT|a.png]]" in (written.findtext("system-out") or "")


def test_a_run_that_fails_again_tells_of_each() -> None:
    written = case(result(verdict="failed", attempts=(result(verdict="stopped"),)))
    assert [child.tag for child in written] == ["properties", "failure", "rerunError", "system-out"]


def test_a_pass_says_what_it_proves() -> None:
    check = {"kind": "text", "what": "Till", "passed": True, "expected": "", "actual": "", "seconds": 0}
    one = result(
        message="passed, nothing was checked", said="No effect seen.", checks=[check | {"before": True}]
    )
    assert (case(one).findtext("system-out") or "").splitlines() == [
        "passed, nothing was checked",
        "No effect seen.",
        "held before the first act: Till",
    ]


def test_the_score_is_a_property() -> None:
    told = {one.attrib["name"]: one.attrib["value"] for one in case(result(score=0.75)).iter("property")}
    assert told["agent_score"] == "0.75"
    assert "agent_score" not in {name for name, _ in properties(result())}


def test_what_a_model_was_asked_is_told_below_the_checks() -> None:
    failed = {"what": "w", "passed": False, "expected": "e", "actual": "a", "seconds": 0}
    one = result(verdict="failed", checks=[failed | {"kind": "ask"}, failed | {"kind": "text"}])
    assert (case(one).findtext("failure") or "").splitlines() == [
        "text w: expected e, actual a",
        "answer of a model: ask w: expected e, actual a",
    ]


def test_what_an_image_check_compared_is_attached_where_it_failed() -> None:
    check = {"kind": "image", "what": "w", "expected": "e", "actual": "a", "seconds": 0}
    failed = check | {"passed": False, "picture": "runs/a/check-1.png"}
    held = check | {"passed": True, "picture": "runs/a/check-2.png"}
    said = case(result(verdict="failed", checks=[failed, held])).findtext("system-out") or ""
    assert said.splitlines() == ["[[ATTACHMENT|runs/a/check-1.png]]"]


def test_it_is_as_the_public_schema_has_it() -> None:
    earlier = result(verdict="model_error", message="gone")
    results = [
        result(file="a.yaml", tags=("x",), tokens=3, timing={"model": 1.0}),
        result(verdict="failed", attempts=(earlier,)),
        result(flaky=True, attempts=(earlier,)),
        result(verdict="stopped", message="\x1b[2J\x00 & <b>"),
    ]
    assert list(faults(ET.fromstring(junit(results)))) == []
    assert "there is no element suite" in list(faults(ET.fromstring("<suite/>")))


def test_its_properties_are_those_that_pytest_writes() -> None:
    told = {one.attrib["name"]: one.attrib["value"] for one in case(result(tokens=3)).iter("property")}
    assert told["agent_verdict"] == "passed"
    assert told["agent_tokens"] == "3"
    assert set(told) == {name for name, _ in properties(result(tokens=3))}
