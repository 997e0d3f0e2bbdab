"""Where a fork begins, and how it names where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput, ModelFault
from agent.recording.reading import Recording, load_recording
from agent.replay.fork.run import check_fork, parent_of, resumed_at
from tests.agent.fakes import DONE, FAILED, click
from tests.agent.recordings import record

if TYPE_CHECKING:
    from pathlib import Path


def recording(folder: Path, *replies: str | BaseException) -> Recording:
    record(folder / "rec", list(replies))
    return load_recording(folder / "rec")


def test_every_step_can_be_forked_after_and_the_start_too(tmp_path: Path) -> None:
    made = recording(tmp_path, click(), click(300), DONE)
    for at in range(4):
        check_fork(made, at)
    for at in (-1, 4):
        with pytest.raises(BadInput, match=f"--at {at}: .*/rec has steps 1 to 3; 0 is its start"):
            check_fork(made, at)


def test_a_run_that_was_cut_off_goes_on_after_its_last_step(tmp_path: Path) -> None:
    made = recording(tmp_path, click(), click(300), ModelFault("gone"))
    assert made.end is not None
    assert made.end.verdict == "model_error"
    assert resumed_at(made) == 2


def test_one_of_which_no_end_was_written_does_so_too(tmp_path: Path) -> None:
    whole = recording(tmp_path, click(), click(300), DONE)
    session = whole.folder / "session.jsonl"
    session.write_text("".join(session.read_text().splitlines(keepends=True)[:2]))
    cut = load_recording(whole.folder)
    assert cut.end is None
    assert resumed_at(cut) == 1


@pytest.mark.parametrize(("last", "verdict"), [(DONE, "passed"), (FAILED, "gave_up")])
def test_one_that_came_to_its_own_end_is_not_resumed(tmp_path: Path, last: str, verdict: str) -> None:
    with pytest.raises(BadInput, match=f"was not cut off, it ended: {verdict}; .*agent fork REC --at N"):
        resumed_at(recording(tmp_path, click(), last))


def test_a_fork_names_its_parent_by_folder_and_sum(tmp_path: Path) -> None:
    made = recording(tmp_path, click(), DONE)
    parent = parent_of(made, 1)
    assert (parent.recording, parent.sum, parent.steps) == ("rec", made.sum, 1)
