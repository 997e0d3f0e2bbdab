"""Results are printed as they come; in the end the summary, the files and the status."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from agent.commands.options.shared import Output
from agent.commands.results import Results
from agent.errors import BadInput
from tests.agent.report.runs import record
from tests.agent.results import Printed, result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.runs.report.result import Result


def test_each_is_printed_when_it_comes() -> None:
    console = Printed()
    results = Results(console, Output())
    results.add(result("one"))
    assert console.text.startswith("PASSED   one  done\n")
    assert "two" not in console.text


def test_several_have_a_summary_and_the_status_of_the_gravest() -> None:
    console = Printed()
    results = Results(console, Output())
    results.add(result("one"))
    results.add(result("two", verdict="failed"))
    assert results.finish() == 1
    assert console.text.splitlines()[-1].split() == ["two", "0", "of", "1", "2.0", "1.5", "failed"]


def test_one_has_none() -> None:
    console = Printed()
    results = Results(console, Output())
    results.add(result())
    before = console.text
    assert results.finish() == 0
    assert console.text == before


def test_json_is_one_object_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(Printed(), Output(json=True))
    results.add(result("one", verdict="stopped"))
    assert results.finish() == 4
    answer = json.loads(capsys.readouterr().out)
    assert answer["exit"] == 4
    assert [run["task"] for run in answer["runs"]] == ["one"]


def test_a_page_is_written_at_the_end_and_an_old_one_goes_at_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "out" / "page.html"
    page.parent.mkdir()
    page.write_text("<!doctype html>\n<!-- deskhand report -->")
    results = Results(Printed(), Output(report=page))
    assert not page.exists()
    results.add(result("one", recording=str(record(tmp_path / "rec"))))
    results.add(result("two", verdict="environment_error", message="no display"))
    assert results.finish() == 3
    assert page.read_bytes().count(b'<li class="test"') == 2
    assert f"report: {page}" in capsys.readouterr().err


def test_a_page_that_cannot_be_made_costs_no_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rec = record(tmp_path / "rec")
    results = Results(Printed(), Output(report=tmp_path / "page.html", junit=tmp_path / "junit.xml"))
    results.add(result(recording=str(rec)))
    (tmp_path / "page.html").mkdir()
    assert results.finish() == 3
    assert "page.html: can't be written" in capsys.readouterr().err
    assert (tmp_path / "junit.xml").exists()


def test_an_old_junit_file_goes_at_the_start_and_the_new_one_grows_with_each_result(tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    file.write_text("<testsuites/>")
    results = Results(Printed(), Output(junit=file))
    assert not file.exists()
    for number in (1, 2):
        results.add(result("one"))
        assert f'tests="{number}"' in file.read_text()


def test_a_junit_file_may_lie_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "junit.xml"
    Results(Printed(), Output(junit=file)).add(result("one"))
    assert file.exists()


def test_a_junit_file_that_can_not_be_written_is_said_before_anything_is_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=r"--junit .*: can't be written: "):
        Results(Printed(), Output(junit=tmp_path / "file" / "junit.xml"))


def test_a_junit_file_that_can_be_written_no_more_costs_no_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "deep" / "junit.xml"
    results = Results(Printed(), Output(json=True, junit=file))
    file.parent.rmdir()
    for name in ("one", "two"):
        results.add(result(name))
    assert results.finish() == 3
    said = capsys.readouterr()
    assert said.err.startswith(f"agent: --junit {file}: can't be written: No such file")
    assert [run["task"] for run in json.loads(said.out)["runs"]] == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "why"), [("", "is a folder; name a file in it"), ("pipe", "is no plain file")]
)
def test_what_is_no_file_is_no_junit_file(tmp_path: Path, name: str, why: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput, match=why):
        Results(Printed(), Output(junit=tmp_path / name))


def interrupted_after(*names: str) -> Iterator[Result]:
    yield from map(result, names)
    raise KeyboardInterrupt("stopped by SIGTERM")


def test_an_interrupt_between_two_runs_loses_no_result(capsys: pytest.CaptureFixture[str]) -> None:
    assert Results(Printed(), Output(json=True)).add_all(interrupted_after("one", "two")) == 130
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert (answer["exit"], [run["task"] for run in answer["runs"]]) == (130, ["one", "two"])
    assert said.err == "agent: stopped by SIGTERM\n"


def test_an_interrupt_before_any_result_is_the_commands() -> None:
    with pytest.raises(KeyboardInterrupt):
        Results(Printed(), Output(json=True)).add_all(interrupted_after())
