"""Results are printed as they come; in the end the summary, the files and the status."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from agent.commands.options.shared import Output
from agent.commands.results import Results, end_on_sigterm
from agent.errors import BadInput
from tests.agent.results import Printed, result

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_junit_file_is_there_from_the_start_and_whole_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "junit.xml"
    results = Results(Printed(), Output(junit=file))
    assert file.exists()
    results.add(result("one"))
    results.finish()
    assert 'tests="1"' in file.read_text()


def test_a_junit_file_that_can_not_be_written_is_said_before_anything_is_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=r"--junit .*: can't be written: "):
        Results(Printed(), Output(junit=tmp_path / "file" / "junit.xml"))


def test_sigterm_ends_a_command_as_ctrl_c_does() -> None:
    before = signal.getsignal(signal.SIGTERM)
    try:
        end_on_sigterm()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
