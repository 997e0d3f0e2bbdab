"""What is kept of a run, and what reports are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from agent.pytest_plugin.kept.files import Attempt, Kept
from agent.pytest_plugin.kept.folder import claim, folder_of
from agent.pytest_plugin.options import settings_of
from tests.agent.pytest_plugin.configs import item
from tests.agent.pytest_plugin.sessions import ROOT
from tests.agent.results import result

if TYPE_CHECKING:
    from pathlib import Path

RECORDED = str(ROOT / "recordings" / "zenity_form")


def kept(here: Path, verdict: str = "failed", **given: Any) -> Kept:
    """Of a run that has left its last screen in its folder if it did not pass."""
    made = item(here, **given)
    picture = claim(folder_of(made)) / "failure.png"
    if verdict != "passed":
        Image.new("RGB", (4, 4)).save(picture)
    left = str(picture) if picture.exists() else None
    run = result(verdict=verdict, picture=left, recording=RECORDED)
    attempt = Attempt(failed=verdict != "passed", retry=0)
    return Kept.of(run, folder_of(made), attempt, settings_of(made.config))


def test_the_last_screen_of_a_failure_is_named_as_playwright_names_it(tmp_path: Path) -> None:
    picture = kept(tmp_path).paths["screenshot"]
    assert picture.name == "test-failed-1.png"
    assert picture.is_file()
    assert not picture.with_name("failure.png").exists()


@pytest.mark.parametrize("verdict", ["passed", "failed"])
def test_no_picture_is_left_where_none_is_wanted(tmp_path: Path, verdict: str) -> None:
    assert "screenshot" not in kept(tmp_path, verdict, agent_screenshot="off").paths
    assert not list(tmp_path.rglob("*.png"))


def test_a_run_that_passed_has_a_picture_where_it_is_wanted(tmp_path: Path) -> None:
    assert "screenshot" not in kept(tmp_path, "passed").paths
    picture = kept(tmp_path, "passed", agent_screenshot="on").paths["screenshot"]
    assert picture.name == "test-finished-1.png"
    with Image.open(picture) as image:
        assert image.size == (1280, 800)


def test_a_trace_is_kept_of_failures_and_a_video_where_it_is_asked_for(tmp_path: Path) -> None:
    assert kept(tmp_path, "passed").paths.keys() == {"recording"}
    assert kept(tmp_path, agent_trace="off").paths.keys() == {"recording", "screenshot"}
    both = kept(tmp_path, agent_video="on").paths
    assert {kind: path.name for kind, path in both.items() if kind in ("trace", "video")} == {
        "trace": "trace.zip",
        "video": "video.webm",
    }
    assert all(both[kind].stat().st_size > 1000 for kind in ("trace", "video"))


def test_what_can_not_be_made_is_told_and_costs_no_verdict(tmp_path: Path) -> None:
    made = item(tmp_path)
    run = result(verdict="failed", recording=str(tmp_path / "nowhere"))
    lost = Kept.of(run, folder_of(made), Attempt(failed=True, retry=0), settings_of(made.config))
    assert lost.paths.keys() == {"recording"}
    assert "nowhere: is not a recording" in lost.faults[0]
    assert list(lost.told())[-1].startswith("trace: ")


def test_reports_are_told_what_a_run_took_and_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = result(timing={"model": 1.5, "acting": 0.25}, healed=(2, 3), tokens=7, recording="rec")
    assert dict(Kept({"recording": tmp_path / "rec"}).properties(run)) == {
        "agent_verdict": "healed",
        "agent_message": "done",
        "agent_model": "fake",
        "agent_steps": 2,
        "agent_seconds": 1.5,
        "agent_model_s": 1.5,
        "agent_acting_s": 0.25,
        "agent_healed": "step 2, step 3",
        "agent_tokens": 7,
        "agent_recording": "rec",
    }


def test_a_person_is_told_where_it_is(tmp_path: Path) -> None:
    assert list(Kept({"recording": tmp_path / "rec"}).told()) == [f"recording: {tmp_path}/rec"]
