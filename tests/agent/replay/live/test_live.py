"""Live replay as a user runs it: real windows, changed programs, and what is said of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from agent.cli import main
from agent.recording.reading import load_recording
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

BOARD = Path(__file__).parents[2] / "programs" / "board.py"
TASK: dict[str, Any] = {
    "instruction": "Store the nickname ${nick}.",
    "vars": {"nick": "Ada"},
    "launch": [
        {
            "command": ["python", str(BOARD), "${workdir}/stored"],
            "wait_for": {"text": "Nickname", "seconds": 60},
        }
    ],
    "steps": ['Type "${nick}" into "Nickname"', 'Click "Store entry"'],
    "checks": [{"file": {"path": "${workdir}/stored", "contains": "${nick}"}}],
}


class Shop:
    """A folder with a recorded task, and the command line in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def write(self, **keys: Any) -> None:
        """The task file, changed."""
        (self.folder / "board.yaml").write_text(yaml.safe_dump(TASK | keys))

    def call(self, *command: str) -> tuple[int, dict[str, Any], str]:
        """Exit status, the first run's result (or the whole answer), and what was said."""
        status = main([*command, "--json"])
        said = self._capsys.readouterr()
        answer = json.loads(said.out or "{}")
        return status, (answer.get("runs") or [answer])[0], said.err

    def stored(self, result: dict[str, Any]) -> str | None:
        file = Path(result["workdir"]) / "stored"
        return file.read_text() if file.exists() else None

    def live(self, *options: str) -> tuple[int, dict[str, Any], str]:
        """A live replay; one that goes on as recorded needs no patience, and has the usual one."""
        return self.call("replay", "--live", "rec", *options)

    def stops(self, *options: str) -> tuple[int, dict[str, Any], str]:
        """A live replay that waits in vain, and does so with little patience."""
        return self.live("--patience", "1", *options)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the task and its recording, made by the reader."""
    folder = tmp_path_factory.mktemp("board")
    (folder / "board.yaml").write_text(yaml.safe_dump(TASK))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["run", "board.yaml", "--record", "rec", "--record-mode", "once"]) == 0
    return folder


@pytest.fixture
def shop(
    recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shop]:
    folder = tmp_path / "shop"
    shutil.copytree(recorded, folder, ignore=shutil.ignore_patterns("runs"))
    monkeypatch.chdir(folder)
    before = {path: path.read_bytes() for path in Path("rec").rglob("*") if path.is_file()}
    yield Shop(folder, capsys)
    assert {path: path.read_bytes() for path in Path("rec").rglob("*") if path.is_file()} == before


def test_it_passes_and_its_own_recording_replays(shop: Shop) -> None:
    status, result, _ = shop.live("--junit", "junit.xml")
    assert (status, result["verdict"], result["steps"]) == (0, "passed", 5)
    assert shop.stored(result) == "Ada"
    assert main(["replay", result["recording"]]) == 0
    assert 'errors="0"' in Path("junit.xml").read_text()


def test_a_window_elsewhere_with_other_values(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD", "--at 420,90")
    status, result, _ = shop.live("--var", "nick=Grace Hopper")
    assert (status, shop.stored(result)) == (0, "Grace Hopper")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("--label 'Erase entry'", '"Erase entry"'),
        ("--grey", "greyed out"),
        ("--twice", "2 times"),
        ("--label Discard", '"Discard"'),
    ],
)
def test_another_target_is_never_pressed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, changed: str, said: str
) -> None:
    monkeypatch.setenv("BOARD", changed)
    status, result, _ = shop.stops()
    assert (status, result["verdict"], shop.stored(result)) == (4, "stopped", None)
    assert said in result["message"]
    assert load_recording(Path(result["recording"])).end.frame is not None  # what it saw last


def test_a_question_that_is_new_is_told(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD", "--question")
    status, result, _ = shop.stops()
    assert (status, result["verdict"]) == (4, "stopped")
    assert 'does not know: "A licence is needed for this"' in result["message"]


def test_a_program_that_dies_is_an_environment_error(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD", "--crash")
    status, result, _ = shop.live()
    assert (status, result["verdict"]) == (3, "environment_error")
    assert "exit status 7" in result["message"]


def test_a_slow_start_is_waited_for(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD", "--slow 1.5")
    assert shop.live()[0] == 0


def test_a_clock_is_learnt_and_ignored(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD", "--clock")
    status, _, said = shop.live("--learn", "2")
    assert (status, "1 masks in" in said) == (0, True), said
    [mask] = json.loads(Path("rec.masks.json").read_text())["masks"]
    assert mask["step"] is None
    assert 690 < mask["box"][0] < 720
    shop.call("replay", "rec")
    status, result, _ = shop.live()
    assert status == 0
    lines = load_recording(Path(result["recording"])).steps
    assert all("the screen is as it was" in line.reply for line in lines if "left_click" in line.reply)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("display", {"size": [1024, 768]}, "`display` differs"),
        ("steps", ['Click "Cancel"'], "`steps` differs"),
        ("instruction", "Store nothing.", "`instruction` differs"),
    ],
)
def test_another_version_of_the_task_is_refused(shop: Shop, key: str, value: Any, said: str) -> None:
    shop.write(**{key: value})
    status, answer, _ = shop.live()
    assert (status, said in answer["error"]) == (2, True)
    assert not Path("runs").exists()


def test_other_checks_are_no_other_task(shop: Shop) -> None:
    shop.write(checks=[{"file": {"path": "${workdir}/stored", "contains": "Grace"}}])
    status, result, _ = shop.live()
    assert (status, result["verdict"]) == (1, "failed")


def test_options_for_live_replay_need_it(shop: Shop) -> None:
    assert shop.live("--learn", "2", "--var", "nick=x")[0] == 2
    status, answer, _ = shop.call("replay", "rec", "--patience", "3")
    assert (status, answer["error"]) == (2, "--patience: is for a live replay; add --live")
    assert shop.live("--var", "nock=1")[0] == 2


def test_a_fork_names_its_parent_and_a_run_cut_off_is_resumed(shop: Shop) -> None:
    status, result, _ = shop.call("fork", "rec", "--at", "2", "--record", "fork")
    fork = load_recording(Path("fork"))
    assert (status, result["model"], shop.stored(result)) == (0, "reader", "Ada")
    assert fork.header.parent is not None
    assert (fork.header.parent.recording, fork.header.parent.steps) == ("rec", 2)
    assert fork.header.parent.sum == load_recording(Path("rec")).sum
    assert shop.call("resume", "rec")[0] == 2
    lines = Path("fork/session.jsonl").read_text().splitlines(keepends=True)
    Path("fork/session.jsonl").write_text("".join(lines[:3]))
    status, result, _ = shop.call("resume", "fork", "--record", "whole")
    assert (status, shop.stored(result), result["steps"]) == (0, "Ada", 4)
    assert shop.call("fork", "rec", "--at", "9")[0] == 2


def test_record_modes(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    status, answer, _ = shop.call("run", "board.yaml", "--record", "gone", "--record-mode", "none")
    assert (status, "there is no recording of board" in answer["error"]) == (2, True)
    monkeypatch.setenv("CI", "true")
    status, result, _ = shop.call("run", "board.yaml", "--record", "rec")
    assert (status, result["model"]) == (0, "recording:rec")
    monkeypatch.delenv("CI")
    monkeypatch.setenv("BOARD", "--label 'Keep entry'")
    reply = {"name": "computer_use", "arguments": {"action": "left_click", "coordinate": [300, 430]}}
    done = {"name": "computer_use", "arguments": {"action": "terminate", "status": "success"}}
    Path("replies.jsonl").write_text(
        "".join(json.dumps(f"<tool_call>{json.dumps(one)}</tool_call>") + "\n" for one in (reply, done))
    )
    model = f"scripted:{shop.folder}/replies.jsonl"
    status, result, _ = shop.call(
        "run", "board.yaml", "--record", "rec", "--record-mode", "new_episodes", "--model", model
    )
    assert (status, result["recording"], shop.stored(result)) == (0, "rec.2", "Ada")
    shutil.copytree("rec", "again")
    monkeypatch.delenv("BOARD")
    status, result, _ = shop.call("run", "board.yaml", "--record", "again", "--record-mode", "rewrite")
    assert (status, result["model"], result["recording"]) == (0, "reader", "again"), result["message"]
    assert load_recording(Path("again.old.2")).sum == load_recording(Path("rec")).sum
    assert load_recording(Path("again")).sum != load_recording(Path("rec")).sum


@pytest.mark.parametrize("board", ["--quiet", ""], ids=["kept to itself", "shown elsewhere too"])
def test_a_secret_is_in_no_file_and_may_have_another_value(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, board: str
) -> None:
    first, second = "Tr0ub4dor-Kx", "Wq9-zebra-Lamp-77"
    shop.write(
        secrets=["BOARD_SECRET"],
        steps=['Type "${secret.BOARD_SECRET}" into "Nickname"', 'Click "Store entry"'],
        checks=[{"text": "Nickname"}],
    )
    monkeypatch.setenv("BOARD", board)
    monkeypatch.setenv("BOARD_SECRET", first)
    assert shop.call("run", "board.yaml", "--record", "hidden")[0] == 0
    for secret in (first, second):
        monkeypatch.setenv("BOARD_SECRET", secret)
        status, result, said = shop.call("replay", "--live", "hidden")
        assert (status, shop.stored(result)) == (0, secret), result["message"]
    ours = [path for path in shop.folder.rglob("*") if path.is_file() and path.name != "stored"]
    for path in ours:
        assert not [secret for secret in (first, second) if secret.encode() in path.read_bytes()], path
    shown = [
        line.text
        for folder in shop.folder.rglob("session.jsonl")
        for frame in load_recording(folder.parent).frames.values()
        for line in shared_reader().read(frame).lines
    ]
    assert "Nickname" in shown
    assert not [text for text in shown if any(part in text for part in ("Tr0", "dor-", "zebra", "Lamp"))]
    assert first not in said


def test_a_heal_is_proposed_shown_accepted_and_then_needs_no_model(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD", "--label 'Store entries now'")
    assert shop.stops()[0] == 4
    status, result, said = shop.live("--heal", "reader", "--patience", "3")
    assert (status, result["verdict"], result["healed"], shop.stored(result)) == (0, "passed", [3], "Ada")
    assert "HEALED" in said
    assert shop.call("replay", result["recording"])[0] == 0
    assert shop.call("heal", "rec")[0] == 0
    assert shop.live("--heal", "reader", "--patience", "3", "--strict")[0] == 1
    assert shop.stops()[0] == 4  # proposed is not accepted
    status, answer, _ = shop.call("heal", "rec", "--accept", "3")
    [heal] = answer["heals"]
    assert (status, heal["status"], heal["new_label"]) == (0, "accepted", "Store entries now")
    assert Path(heal["picture"]).stat().st_size > 10_000
    status, result, _ = shop.live()
    assert (status, result["healed"], shop.stored(result)) == (0, [], "Ada")
    assert shop.call("heal", "rec", "--reject", "7")[0] == 2
