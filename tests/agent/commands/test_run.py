"""The product as a user runs it: `agent run` in a process of its own, on real windows, judged by its exit
status, its JSON and its recording."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pytest

from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.fakes import DONE, FAILED, call, click
from tests.agent.workshop import Workshop, environment, left_by
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from pathlib import Path

ON_BUTTON = click(470, 530)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_a_run_that_passes_leaves_a_result_and_a_recording_that_replays(workshop: Workshop) -> None:
    done = workshop.run([ON_BUTTON, DONE], "--junit", "out/junit.xml")
    assert (done.status, done.run["verdict"], done.run["steps"]) == (0, "passed", 2)
    assert {"model", "settling", "acting", "recording"} <= done.run["timing"].keys()
    assert 'failures="0"' in (workshop.folder / "out" / "junit.xml").read_text()
    assert replay(load_recording(workshop.recording())).verdict == "passed"


def test_a_check_that_fails_is_exit_status_1(workshop: Workshop) -> None:
    done = workshop.run([DONE])
    assert (done.status, done.run["verdict"]) == (1, "failed")
    assert done.run["checks"][0]["passed"] is False


def test_giving_up_is_exit_status_1(workshop: Workshop) -> None:
    assert workshop.run([FAILED]).run["verdict"] == "gave_up"


def test_a_program_that_does_not_start_is_an_environment_error(workshop: Workshop) -> None:
    workshop.task["launch"] = [{"command": ["no-such-program-here"]}]
    done = workshop.run([DONE])
    assert (done.status, done.run["verdict"]) == (3, "environment_error")
    assert "no-such-program-here" in done.run["message"]
    assert not list((workshop.folder / "runs").glob("*/recording"))


def test_a_program_that_dies_at_once_is_told_with_its_output(workshop: Workshop) -> None:
    workshop.task["launch"][0]["command"] = ["sh", "-c", "echo wrong licence >&2; exit 4"]
    done = workshop.run([DONE])
    assert (done.status, done.run["verdict"]) == (3, "environment_error")
    assert "exit status 4" in done.run["message"]
    assert "wrong licence" in done.run["message"]


def test_a_text_that_never_comes_up_is_told_with_what_is_there(workshop: Workshop) -> None:
    later = {"command": ["sleep", "600"], "wait_for": {"text": "Welcome back", "seconds": 1}}
    workshop.task["launch"].append(later)
    done = workshop.run([DONE])
    assert done.status == 3
    assert '"Welcome back" is not on the screen after 1 s' in done.run["message"]
    assert "Press me" in done.run["message"]


def test_a_program_that_dies_in_mid_run(workshop: Workshop) -> None:
    workshop.when_pressed("die")
    done = workshop.run([ON_BUTTON, click(), DONE])
    assert (done.status, done.run["verdict"], done.run["steps"]) == (3, "environment_error", 1)
    assert "exit status 7" in done.run["message"]
    assert replay(load_recording(workshop.recording())).verdict == "environment_error"


def test_an_x_server_killed_in_mid_run(workshop: Workshop) -> None:
    workshop.when_pressed("kill-server")
    done = workshop.run([ON_BUTTON, click(), DONE])
    assert (done.status, done.run["verdict"], done.run["steps"]) == (3, "environment_error", 1)
    assert replay(load_recording(workshop.recording())).verdict == "environment_error"


def test_a_screen_that_shrinks_in_mid_run_goes_on_with_its_new_size(workshop: Workshop) -> None:
    workshop.when_pressed("shrink-screen")
    workshop.task["checks"] = [{"text": "Pressed"}]
    done = workshop.run([ON_BUTTON, call("mouse_move", coordinate=[990, 990]), DONE])
    assert (done.status, done.run["verdict"]) == (0, "passed")
    sizes = [frame.size for frame in load_recording(workshop.recording()).frames.values()]
    assert sizes[0] == (1280, 800)
    assert sizes[-1] == (1024, 768)


def test_a_secret_reaches_the_program_and_no_file_of_ours(workshop: Workshop) -> None:
    secret = "Tr0ub4dor-Kx"
    keep = 'zenity --entry --title "Log in" --text "Your password" > "$0"'
    workshop.task |= {
        "secrets": ["DESKHAND_TEST_PASSWORD"],
        "launch": [
            {
                "command": ["sh", "-c", keep, "${workdir}/typed"],
                "wait_for": {"text": "Your password", "seconds": 60},
            }
        ],
        "checks": [{"file": {"path": "${workdir}/typed", "contains": "Kx"}}],
    }
    typing = call("type", text="${secret.DESKHAND_TEST_PASSWORD}")
    replies = [typing, call("wait", time=0.2), call("key", keys=["enter"]), DONE]
    done = workshop.run(replies, DESKHAND_TEST_PASSWORD=secret)
    [run] = (workshop.folder / "runs").iterdir()
    assert (done.status, (run / "workdir" / "typed").read_text()) == (0, f"{secret}\n")
    for path in [*workshop.recording().rglob("*.jsonl"), *run.glob("*.log")]:
        assert secret not in path.read_text()
    assert secret not in done.said
    reader = ScreenReader()
    shown = [
        line.text
        for frame in load_recording(workshop.recording()).frames.values()
        for line in reader.read(frame).lines
    ]
    assert any("Your password" in text for text in shown)
    assert not [text for text in shown if "Tr0" in text or "Kx" in text]


def test_the_last_words_of_a_program_tell_no_secret(workshop: Workshop) -> None:
    secret = "Tr0ub4dor Kx"
    keep = 'p=$(zenity --entry --title "Log in" --text "Your password"); echo "db://ada:$p@host"; exit 3'
    workshop.task |= {
        "secrets": ["DESKHAND_TEST_PASSWORD"],
        "launch": [{"command": ["sh", "-c", keep], "wait_for": {"text": "Your password", "seconds": 60}}],
    }
    typing = call("type", text="${secret.DESKHAND_TEST_PASSWORD}")
    replies = [typing, call("key", keys=["enter"]), call("wait", time=1), DONE]
    done = workshop.run(replies, "--junit", "junit.xml", DESKHAND_TEST_PASSWORD=secret)
    assert (done.status, done.run["verdict"]) == (3, "environment_error")
    assert "db://ada:${secret.DESKHAND_TEST_PASSWORD}@host" in done.run["message"]
    written = [path for path in workshop.folder.rglob("*") if path.is_file()]
    assert [path for path in written if secret.encode() in path.read_bytes()] == []
    assert secret not in done.said + json.dumps(done.answer)


def test_no_display_is_said_with_what_to_do(workshop: Workshop) -> None:
    done = workshop.run([DONE], "--display", "host")
    assert (done.status, done.run["verdict"]) == (3, "environment_error")
    assert "--display virtual" in done.run["message"]


def test_a_display_that_is_not_there(workshop: Workshop) -> None:
    done = workshop.run([DONE], "--display", ":4711")
    assert (done.status, done.run["verdict"]) == (3, "environment_error")
    assert ":4711" in done.run["message"]


def test_wayland_is_refused_with_the_reason(workshop: Workshop) -> None:
    done = workshop.run([DONE], "--display", "host", WAYLAND_DISPLAY="wayland-0")
    assert done.status == 3
    assert "Wayland" in done.run["message"]


@pytest.mark.parametrize(
    ("reply", "verdict", "status"),
    [
        ("", "model_error", 3),
        ("I am done.", "model_error", 3),
        ("<tool_call>{not json}</tool_call>", "model_error", 3),
        (call("fly"), "model_error", 3),
        (call("left_click", coordinate=[5000, 10]), "model_error", 3),
        (call("left_click", coordinate=["top", "left"]), "model_error", 3),
        (call("key", keys=["ctrl", "alt", "f1"]), "stopped", 4),
    ],
)
def test_useless_replies_end_with_their_verdict_and_nothing_is_clicked(
    workshop: Workshop, reply: str, verdict: str, status: int
) -> None:
    del workshop.task["launch"]
    done = workshop.run([reply] * 5)
    assert (done.status, done.run["verdict"], done.run["steps"]) == (status, verdict, 3)
    recording = load_recording(workshop.recording())
    assert [step.reply for step in recording.steps] == [reply] * 3
    assert replay(recording).verdict == verdict


def test_a_click_without_effect_again_and_again_is_stopped(workshop: Workshop) -> None:
    del workshop.task["launch"]
    done = workshop.run([click(500, 500)] * 9)
    assert (done.status, done.run["verdict"], done.run["steps"]) == (4, "stopped", 4)


def test_the_limits_of_the_command_line_win(workshop: Workshop) -> None:
    done = workshop.run([ON_BUTTON] * 3, "--max-steps", "1")
    assert (done.status, done.run["message"]) == (4, "the limit of 1 step is used up")


def test_deny_shows_the_first_action_and_does_nothing(workshop: Workshop) -> None:
    done = workshop.run([ON_BUTTON, DONE], "--approve", "deny")
    assert (done.status, done.run["verdict"]) == (4, "stopped")
    assert "click" in done.said
    assert not list((workshop.folder / "runs").glob("*/workdir/pressed"))


def test_ask_takes_no_answer_for_a_no(workshop: Workshop) -> None:
    done = workshop.run([ON_BUTTON, DONE], "--approve", "ask")
    assert (done.status, done.run["verdict"]) == (4, "stopped")


def test_a_secret_that_a_model_makes_up_is_refused_and_ends_nothing(workshop: Workshop) -> None:
    made_up = call("type", text="${secret.NOPE}")
    done = workshop.run([made_up, ON_BUTTON, DONE])
    assert (done.status, done.run["verdict"]) == (0, "passed")
    step = load_recording(workshop.recording()).steps[0]
    assert (step.outcome, step.note) == (
        "refused",
        'Not done: secret "NOPE" is not among the task\'s secrets or not set; nothing was typed',
    )


def test_a_recording_folder_in_use_is_refused_before_anything_starts(workshop: Workshop) -> None:
    (workshop.folder / "rec").mkdir()
    (workshop.folder / "rec" / "mine.txt").write_text("mine")
    done = workshop.run([DONE], "--record", "rec")
    assert done.status == 2
    assert "never overwrites" in done.answer["error"]
    assert not (workshop.folder / "runs").exists()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_stops_at_once_and_leaves_nothing_behind(
    workshop: Workshop, sent: signal.Signals
) -> None:
    command = workshop.command([call("wait", time=60)] * 9)
    with subprocess.Popen(
        command,
        cwd=workshop.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        _await_step(workshop, process)
        process.send_signal(sent)
        answer, _ = process.communicate(timeout=180)
    assert process.returncode == 130
    assert json.loads(answer)["runs"][0]["verdict"] == "interrupted"
    assert left_by(process.pid) == []
    assert replay(load_recording(workshop.recording())).verdict == "interrupted"


def test_kill_9_leaves_a_recording_and_the_next_run_sweeps_up(workshop: Workshop) -> None:
    command = workshop.command([call("wait", time=60)] * 9)
    with subprocess.Popen(
        command, cwd=workshop.folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _await_step(workshop, process)
        process.kill()
    assert "crashed" in replay(load_recording(workshop.recording())).message
    next_run = Workshop(workshop.folder / "next")
    next_run.folder.mkdir()
    assert next_run.run([ON_BUTTON, DONE]).status == 0
    assert left_by(process.pid) == []


def _await_step(workshop: Workshop, process: subprocess.Popen[Any]) -> None:
    """Until the first step is on disk: the second is under way."""
    deadline = time.monotonic() + 180
    while process.poll() is None and time.monotonic() < deadline:
        if any(
            path.read_text().count("\n") > 1
            for path in workshop.folder.glob("runs/*/recording/session.jsonl")
        ):
            return
        time.sleep(0.05)
    raise AssertionError(f"no step; exit status {process.poll()}")
