"""Kept runs: what is on disk of each run, so that a server that was killed, or another one, can tell of it.

In the run's own folder: `begun.json`, before anything is done, and `answer.json` at its end.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.errors import BadInput, BadRecording
from agent.mcp.runs.answer import Answer, answer_of, next_step
from agent.mcp.runs.job import Done, words_of
from agent.printing.escapes import visible
from agent.recording.disk import cannot, whole
from agent.recording.lines import SESSION
from agent.recording.reading import load_lines
from agent.runs.report.kept import load_kept
from tools.host.owned.owner import boot, is_dead, owner
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

    from agent.mcp.runs.answer import Outcome
    from agent.recording.lines import StepLine

_BEGUN, _ANSWER = "begun.json", "answer.json"
_LARGEST = 50_000_000
"""Bytes."""
_HANDLE = re.compile(r"\w[\w.-]{0,200}")


class _Begun(BaseModel):
    model_config = ConfigDict(frozen=True)
    owner: str
    """The server's process."""
    boot: str
    """The machine's start in which that process ran."""
    request_id: str | None


def note_begun(home: Path, request_id: str | None) -> None:
    """Note down that a run is about to begin; on disk when this returns.

    Raises:
        BadInput: it can't be written.
        EnvironmentFault: the disk is full.
    """
    _write(home / _BEGUN, _Begun(owner=owner(), boot=boot(), request_id=request_id))


def keep_answer(home: Path, answer: Answer) -> None:
    """Keep how a run ended. Raises as `note_begun`."""
    _write(home / _ANSWER, answer)


def told_of(runs: Path, handle: str) -> Answer:
    """What the disk tells of a run that this server does not know.

    Raises:
        BadInput: there is no such run.
    """
    home = runs / handle
    if not _HANDLE.fullmatch(handle) or not (home / _BEGUN).is_file():
        raise BadInput(
            f'there is no run "{visible(handle)}"; runs begin with run_task or a recording\'s tool'
        )
    try:
        begun = _Begun.model_validate_json(read_plain(home / _BEGUN, _LARGEST))
        if (home / _ANSWER).is_file():
            return Answer.model_validate_json(read_plain(home / _ANSWER, _LARGEST))
    except (OSError, ValidationError):
        raise BadInput(f"{home}: what was noted of this run can't be read; look into its recording") from None
    if begun.boot == boot() and not is_dead(begun.owner):
        return _elsewhere(handle, begun)
    return proved(home, begun.request_id, "the server was ended in the middle of it")


def _elsewhere(handle: str, begun: _Begun) -> Answer:
    said = f"another server (process {begun.owner.partition(':')[0]}) is doing it"
    return Answer(
        run=handle,
        state="running",
        next_step="Ask that server, or ask again later.",
        message=said,
        request_id=begun.request_id,
    )


def proved(home: Path, request_id: str | None, why: str, heard: str = "") -> Answer:
    """What a recording proves of a run that left no answer, and no more.

    Args:
        home: the run's folder.
        request_id: of the client.
        why: it left none.
        heard: the last step that it told to be done, which may not have come to the disk.
    """
    recording = home / "recording"
    try:
        lines = load_lines(recording)
        kept = load_kept(recording, lines.sum)
    except BadRecording:
        return _cut_off(home, request_id, why, heard, looked=(recording / SESSION).exists())
    done = [line for line in lines.steps if line.outcome == "done"]
    last = heard or (_words(done[-1]) if done else "")
    if lines.end and kept:
        acted = any((line.action or {}).get("kind") != "wait" for line in done)
        page = home / "report.html"
        report = page.absolute() if page.is_file() else None
        return answer_of(home.name, Done(kept.result, acted, last, report), request_id)
    return _cut_off(home, request_id, why, last, looked=True)


def _cut_off(home: Path, request_id: str | None, why: str, last: str, *, looked: bool) -> Answer:
    """The answer of a run without an end.

    A step is recorded when it was done: of the one after the last nobody knows whether it was. Before the
    first look at the screen nothing can have been done.
    """
    outcome: Outcome = "not_sure" if looked or last else "not_done"
    return Answer(
        run=home.name,
        state="ended",
        outcome=outcome,
        safe_to_retry=outcome == "not_done",
        next_step=next_step(outcome, last),
        verdict="interrupted",
        message=f"{why}; {f'it had done {last}' if last else 'no step of it is recorded as done'}",
        doing=last,
        recording=str((home / "recording").absolute()) if looked else None,
        request_id=request_id,
    )


def _words(line: StepLine) -> str:
    return f"step {line.index}: {words_of(line.reply)}"


def _write(path: Path, what: BaseModel) -> None:
    try:
        with whole(path) as file:
            file.write(what.model_dump_json(indent=1).encode("utf-8", "backslashreplace"))
        sync_folder(path.parent)
    except OSError as error:
        raise cannot(str(path), "note the run down", error, "go to a folder that can be written") from None


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on disk, where the system can tell."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
