"""What a page shows of a run, and the facts and remarks about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.recording.lines import Parent
from agent.recording.reading import load_lines
from agent.report.pages.album import LADDER, Album, album_of
from agent.report.pages.durations import in_seconds
from agent.report.pages.facts import about_pictures, details, facts, signs, when, word
from agent.report.pages.rendering import rendered
from agent.report.pages.view import CUT_OFF, run_view
from tests.agent.fakes import DONE, click
from tests.agent.report.runs import TREE, check, record
from tests.agent.results import result
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

    from agent.report.pages.view import RunView

NO_PICTURES = Album({}, {})


def seen(folder: Path, **told: object) -> RunView:
    recording = load_lines(folder)
    return run_view(recording, album_of(recording, [], 10**7), result=result(**told) if told else None)  # type: ignore[arg-type]


def test_the_point_and_its_box_are_marked_on_the_screen_before_the_step() -> None:
    recording = load_lines(TREE / "wrong_email")
    first = recording.steps[0].frame
    view = run_view(recording, album_of(recording, [(first, Point(691, 203))], 10**7))
    before, after = view.steps[0].before, view.steps[0].after
    assert before is not None
    assert after is not None
    assert (before.point, before.box is not None) == (Point(691, 203), True)
    assert (after.point, after.box, after.digest) == (None, None, recording.steps[1].frame)


def test_a_screen_that_did_not_change_is_shown_once(tmp_path: Path) -> None:
    from tests.agent.fakes import FakeDesktop

    view = seen(record(tmp_path / "rec", [click(), DONE], desktop=FakeDesktop(changing=False)))
    assert view.steps[0].is_still
    assert view.steps[0].after is None


def test_verdict_and_message_of_a_run_that_was_cut_off(tmp_path: Path) -> None:
    view = seen(record(tmp_path / "rec", cut=True))
    assert (view.verdict, view.message) == (CUT_OFF, "The run was cut off after 3 whole steps.")
    assert any("no end" in sign for sign in signs(view))


@pytest.mark.parametrize(
    ("model", "kind"),
    [
        ("reader", "reader"),
        ("person", "a person showed it"),
        ("recording:fill_form", "live replay of fill_form, without a model"),
    ],
)
def test_the_kind_of_run_is_told(tmp_path: Path, model: str, kind: str) -> None:
    assert seen(record(tmp_path / "rec", name=model)).kind == kind


def test_a_fork_names_where_it_came_from(tmp_path: Path) -> None:
    from dataclasses import replace

    recording = load_lines(record(tmp_path / "rec"))
    header = recording.header.model_copy(update={"parent": Parent(recording="old", sum="0" * 64, steps=4)})
    assert (
        run_view(replace(recording, header=header), NO_PICTURES).kind == "first 4 steps from old, then fake"
    )


def test_what_a_model_was_asked_stands_apart(tmp_path: Path) -> None:
    view = seen(record(tmp_path / "rec", checks=[check(), check("ask", "Is it?")]))
    assert [one.kind for one in view.checks] == ["text"]
    assert [one.what for one in view.opinions] == ["Is it?"]


def test_a_check_that_held_before_the_first_act_says_so(tmp_path: Path) -> None:
    held = check().model_copy(update={"before": True})
    view = seen(record(tmp_path / "rec", checks=[check()]), checks=(held,))
    assert view.checks == (held,)
    assert b"held before the first act as well" in rendered("one.html", view=view)
    lacking = seen(record(tmp_path / "two", checks=[check(), check("sql")]), checks=(held,))
    assert [one.kind for one in lacking.checks] == ["text", "sql"]


def test_the_parts_add_up_to_the_whole() -> None:
    view = seen(TREE / "fill_form")
    assert sum(view.parts.values()) == pytest.approx(view.seconds, abs=0.01)
    assert list(view.parts)[-1] == "other"


def test_what_a_run_told_beyond_its_recording_is_shown(tmp_path: Path) -> None:
    earlier = result(verdict="failed")
    view = seen(
        record(tmp_path / "rec"),
        task="form[Ada]",
        flaky=True,
        attempts=(earlier,),
        healed=(3, 5),
    )
    assert view.label == "form[Ada]"
    said = " ".join(signs(view))
    assert "attempt 2" in said
    assert "step 3, 5" in said


def test_a_pass_that_nothing_checked_says_so(tmp_path: Path) -> None:
    assert any("Nothing was checked" in sign for sign in signs(seen(record(tmp_path / "rec"))))
    assert not list(signs(seen(record(tmp_path / "other", checks=[check()]))))


def test_facts_and_details_name_model_time_and_versions() -> None:
    view = seen(TREE / "wrong_email")
    told = dict(facts(view))
    header, end = view.recording.header, view.recording.end
    assert end is not None
    assert told["started"] == when(header.started)
    assert (told["took"], told["steps"]) == (f"{end.timing['seconds']:.1f} s", "11")
    named = dict(details(view))
    assert named["variable email"] == "grace.navy.example"
    assert named["its last sum"] == view.recording.sum


def test_it_is_said_what_was_done_to_the_pictures(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec"))
    picture = album_of(recording, [], 10**7).pictures
    assert about_pictures(run_view(recording, Album(picture, {}))) == ""
    assert "50% of their size and lossy" in about_pictures(run_view(recording, Album(picture, {}, LADDER[2])))
    assert "left out" in about_pictures(run_view(recording, NO_PICTURES))


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.256, "0.26 s"), (9.96, "10.0 s"), (59.0, "59.0 s"), (125.4, "2 min 5 s")]
)
def test_durations_are_told_for_a_person(seconds: float, told: str) -> None:
    assert in_seconds(seconds) == told


def test_a_time_that_is_none_stands_as_it_is() -> None:
    assert when("yesterday <b>") == "yesterday <b>"
    assert when("2026-11-23T22:16:30.441+01:00") == "2026-11-23 21:16:30 UTC"


def test_verdicts_are_told_in_words() -> None:
    assert [word(one) for one in ("passed", "gave_up", "environment_error", CUT_OFF)] == [
        "passed",
        "gave up",
        "environment error",
        "cut off",
    ]
