"""Which live replays a recording comes to, and what a heal makes of a run that passed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput, BadRecording
from agent.replay.live import run
from agent.replay.options import LiveOptions
from tests.agent.results import result

if TYPE_CHECKING:
    from agent.runs.report.result import Result

ROOT = Path(__file__).parents[4]
OPTIONS = LiveOptions()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A recording that replays live, with its task."""
    shutil.copytree(ROOT / "recordings" / "galculator_sum", tmp_path / "rec")
    (tmp_path / "tasks").mkdir()
    shutil.copy(ROOT / "tasks" / "galculator_sum.yaml", tmp_path / "tasks")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "rec"


def test_a_recording_is_one_replay_in_a_folder_of_its_own(folder: Path) -> None:
    (replay,) = run.plan_replays(folder, OPTIONS)
    assert (replay.recording.folder, replay.planned.record) == (folder, None)
    assert replay.planned.label == "galculator_sum"
    assert not Path("runs").exists()


def test_it_is_recorded_where_it_is_asked_for_if_nothing_is_there(folder: Path, tmp_path: Path) -> None:
    (replay,) = run.plan_replays(folder, replace(OPTIONS, record=tmp_path / "out"))
    assert replay.planned.record == tmp_path / "out"
    with pytest.raises(BadInput, match="rec"):
        run.plan_replays(folder, replace(OPTIONS, record=folder))


def test_what_was_recorded_on_a_display_of_another_size_is_refused(folder: Path) -> None:
    """The task is the same: it was recorded with `--display`."""
    (replay,) = run.plan_replays(folder, OPTIONS)
    header = replay.recording.header.model_copy(update={"size": (640, 480)})
    with pytest.raises(BadInput, match="was recorded on a display of 640x480, and the task's has 1280x800"):
        run.plan_replay(replace(replay.recording, header=header), replay.planned)


def test_what_can_not_be_replayed_is_refused(folder: Path) -> None:
    session = folder / "session.jsonl"
    session.write_text("".join(session.read_text().splitlines(keepends=True)[:3]))
    with pytest.raises(BadRecording, match="agent resume"):
        run.plan_replays(folder, OPTIONS)


def test_the_player_has_what_the_options_say(folder: Path, tmp_path: Path) -> None:
    (replay,) = run.plan_replays(folder, OPTIONS)
    whole = run.player_of(replay, tmp_path, OPTIONS)
    part = run.player_of(replay, tmp_path, OPTIONS, 1)
    assert len(part.trajectory) <= 1 < len(whole.trajectory)
    with pytest.raises(BadInput, match="raeder"):
        run.player_of(replay, tmp_path, replace(OPTIONS, heal="raeder"))


@dataclass
class Heals:
    """What a player keeps of heals, as far as it is asked for."""

    steps: tuple[int, ...]
    told: str = 'step 2: "Store" in place of "Save"'


class Player:
    """A player that found targets of these steps anew."""

    def __init__(self, *steps: int) -> None:
        self.heals = Heals(steps)
        self.proposed = 0

    def propose_heals(self) -> None:
        self.proposed += 1


def healed(player: Player, verdict: str = "passed", *, strict: bool = False) -> Result:
    return run._with_heals(result(verdict=verdict), player, Path("rec"), strict=strict)  # type: ignore[arg-type]


def test_a_run_that_passed_proposes_its_heals_and_says_so() -> None:
    player = Player(2, 5)
    found = healed(player)
    assert (found.verdict, found.healed, player.proposed) == ("passed", (2, 5), 1)
    assert found.message == 'healed step 2: "Store" in place of "Save" (agent heal rec); done'


def test_under_strict_it_has_failed_and_proposes_them_all_the_same() -> None:
    player = Player(2)
    found = healed(player, strict=True)
    assert (found.verdict, found.healed, player.proposed) == ("failed", (2,), 1)


def test_without_heals_or_without_passing_nothing_is_proposed() -> None:
    for player, verdict in ((Player(), "passed"), (Player(2), "failed"), (Player(2), "stopped")):
        found = healed(player, verdict, strict=True)
        assert (found.verdict, found.healed, player.proposed) == (verdict, (), 0)
