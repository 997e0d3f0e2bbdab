from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.mcp.runs.answer import Answer
from agent.mcp.runs.kept import keep_answer, note_begun, proved, told_of
from agent.recording.lines import SESSION
from agent.runs.planning.plan import RUNS
from agent.runs.report.kept import keep
from tests.agent.fakes import DONE, click
from tests.agent.mcp.runs.jobs import result
from tests.agent.recordings import record

DEAD = "1:1t"
"""No process of this number has started then."""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def home_of(handle: str) -> Path:
    home = Path("runs", handle)
    home.mkdir(parents=True)
    return home


def begun_by_a_dead_server(handle: str) -> Path:
    home = home_of(handle)
    note_begun(home, "id")
    noted = (home / "begun.json").read_text()
    owner = noted.split('"owner": "')[1].split('"')[0]
    namespace = owner.partition("t")[2]
    (home / "begun.json").write_text(noted.replace(owner, f"{DEAD}{namespace}"))
    return home


def test_an_answer_is_told_by_another_server() -> None:
    home = begun_by_a_dead_server("run-1")
    answer = Answer(run="run-1", state="ended", outcome="done", next_step="Nothing.")
    keep_answer(home, answer)
    assert told_of(RUNS, "run-1") == answer


def test_a_run_of_a_server_that_lives_is_running() -> None:
    note_begun(home_of("run-1"), "id")
    answer = told_of(RUNS, "run-1")
    assert (answer.state, answer.outcome) == ("running", None)
    assert "another server" in answer.message


def test_a_run_that_was_cut_off_is_not_sure_and_names_its_last_step() -> None:
    home = begun_by_a_dead_server("run-1")
    with pytest.raises(ZeroDivisionError):
        record(home / "recording", [click(), ZeroDivisionError()])
    _without_an_end(home / "recording")
    answer = told_of(RUNS, "run-1")
    assert (answer.outcome, answer.safe_to_retry, answer.request_id) == ("not_sure", False, "id")
    assert answer.doing.startswith("step 1: ")
    assert answer.doing in answer.next_step
    assert answer.recording == str(Path("runs/run-1/recording").absolute())


def test_a_run_that_looked_and_recorded_no_step_may_have_done_the_first() -> None:
    home = begun_by_a_dead_server("run-1")
    record(home / "recording", [DONE])
    session = home / "recording" / SESSION
    session.write_text(session.read_text().splitlines()[0] + "\n")
    assert told_of(RUNS, "run-1").outcome == "not_sure"


def test_a_damaged_recording_proves_nothing() -> None:
    home = begun_by_a_dead_server("run-1")
    record(home / "recording", [DONE])
    (home / "recording" / SESSION).write_text("{}\n")
    assert told_of(RUNS, "run-1").outcome == "not_sure"


def test_a_run_that_never_looked_did_nothing() -> None:
    begun_by_a_dead_server("run-1")
    answer = told_of(RUNS, "run-1")
    assert (answer.outcome, answer.safe_to_retry) == ("not_done", True)


def test_a_run_whose_server_died_after_its_end_is_told_as_it_ended() -> None:
    home = begun_by_a_dead_server("run-1")
    record(home / "recording", [click(), DONE])
    keep(result("failed").model_copy(update={"recording": str(home / "recording")}))
    answer = told_of(RUNS, "run-1")
    assert (answer.outcome, answer.verdict) == ("failed", "failed")


def test_why_a_run_left_no_answer_is_told() -> None:
    home_of("run-1")
    assert (
        proved(Path("runs", "run-1"), None, "it was killed").message
        == "it was killed; no step of it is recorded as done"
    )


@pytest.mark.parametrize("handle", ["run-1", "..", "../runs/run-1", "/etc", "requests", ""])
def test_an_unknown_handle_is_refused(handle: str) -> None:
    Path("runs", "requests").mkdir(parents=True)
    with pytest.raises(BadInput, match="there is no run"):
        told_of(RUNS, handle)


def test_a_note_that_is_damaged_is_told() -> None:
    home = begun_by_a_dead_server("run-1")
    (home / "begun.json").write_text("{}")
    with pytest.raises(BadInput, match="can't be read"):
        told_of(RUNS, "run-1")


def _without_an_end(recording: Path) -> None:
    """As a kill leaves it: the lines up to the last step, the rest of the next one torn."""
    session = recording / SESSION
    lines = [line for line in session.read_text().splitlines(keepends=True) if '"event": "end"' not in line]
    session.write_text("".join(lines) + '{"event": "st')
