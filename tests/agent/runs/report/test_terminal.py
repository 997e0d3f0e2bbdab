"""What a person sees: lines that fit, nothing that a terminal would obey."""

from __future__ import annotations

import pytest

from agent.checks import CheckResult
from agent.loop import Episode
from agent.runs.report.summary import print_summary
from agent.runs.report.terminal import Progress, plain, print_result
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, approved, call, click, make_task
from tests.agent.results import Printed, result

PASSED = CheckResult(kind="text", what="Saved", passed=True, expected="Saved", actual="Saved", seconds=0.1)
FAILED = CheckResult(kind="file", what="out\x1b[31m", passed=False, expected="a", actual="b\nc", seconds=0.1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë 東京", "Zoë 東京"),
        ("a\n\tb  c", "a b c"),
        ("\x1b[2J\x07", r"\x1b[2J\x07"),
        ("x" * 500, "x" * 300 + "…"),
        ("", ""),
    ],
)
def test_foreign_text_is_harmless(text: str, shown: str) -> None:
    assert plain(text) == shown


def watched(width: int, *replies: str, terminal: bool = True) -> list[str]:
    """The lines of an episode."""
    console = Printed(width, terminal=terminal)
    Episode(
        make_task(instruction="Do\nit."),
        FakeDesktop(),
        FakeModel(list(replies)),
        judge=lambda seen: (),
        watcher=Progress(console),
        approve=approved,
    ).run()
    return console.text.splitlines()


@pytest.mark.parametrize("width", [60, 80, 130])
def test_a_step_is_one_line_that_fits(width: int) -> None:
    task, first, second = watched(width, click(), DONE)
    assert task == "  Do it."
    assert (first.split()[0], second.split()[0]) == ("1", "2")
    assert max(len(first), len(second)) <= width
    assert "left_click 100,50" in first


def test_without_a_terminal_nothing_is_cut() -> None:
    long = call("type", text="x" * 400)
    _, step, *_ = watched(1_000_000, long, DONE, terminal=False)
    assert len(step) < 700
    assert plain("y" * 500, Printed(terminal=False)) == "y" * 500


def test_without_a_terminal_the_columns_stand_below_one_another() -> None:
    _, *steps = watched(1_000_000, click(), call("type", text="x"), DONE, terminal=False)
    assert len({step.index(" model ") for step in steps[:2]}) == 1


def test_a_wide_terminal_shows_where_the_time_went() -> None:
    assert "settling" in watched(130, click(), DONE)[1]
    assert watched(80, click(), DONE)[1].endswith(" s")


def test_a_reply_that_can_not_be_used_says_why_below() -> None:
    _, first, why, *_ = watched(80, "nothing", DONE)
    assert "malformed" in first
    assert why.startswith("       ")


def printed(**changes: object) -> list[str]:
    console = Printed(80)
    print_result(console, result(**changes))
    return console.text.splitlines()


def test_a_flaky_run_is_told_with_what_came_before() -> None:
    earlier = result(verdict="failed", message="too late", picture="a.png", recording="runs/a")
    first, second, *_ = printed(flaky=True, attempts=(earlier,))
    assert first.startswith("FLAKY    demo")
    assert second == "  attempt 1: failed: too late; a.png; runs/a"


def test_the_picture_of_a_failure_is_named() -> None:
    assert "  picture: runs/a/failure.png" in printed(verdict="failed", picture="runs/a/failure.png")


def test_the_verdict_comes_first_with_the_message() -> None:
    assert printed(verdict="gave_up", message="can't\nsee it")[0] == "GAVE_UP  demo  can't see it"


def test_a_run_that_needed_heals_says_so_only_if_it_passed() -> None:
    assert printed(healed=(3,))[0].startswith("HEALED ")
    assert printed(healed=(3,), verdict="failed")[0].startswith("FAILED ")


def test_a_check_that_fails_says_what_was_there() -> None:
    _, passed, failed, expected, actual, *_ = printed(checks=(PASSED, FAILED))
    assert (passed, failed) == ("  ✓ text Saved", r"  ✗ file out\x1b[31m")
    assert (expected, actual) == ("      expected a", "      actual   b c")


def test_what_it_took() -> None:
    timing = {"model": 1.25, "reading": 9.0, "acting": 0.5}
    assert printed(timing=timing, tokens=120, cost=0.00125)[1] == (
        "  2 steps in 1.5 s (model 1.2, acting 0.5), 120 tokens, cost 0.00125"
    )
    assert printed()[1] == "  2 steps in 1.5 s"


def test_the_way_to_the_recording_is_never_broken() -> None:
    lines = printed(recording="runs/" + "long name " * 12)
    assert lines[2] == "  recording: runs/" + "long name " * 12
    assert lines[3].endswith("'")


def test_the_summary_counts_the_runs_of_a_task_together() -> None:
    console = Printed()
    runs = [result("a #1", score=1.0), result("a #2", verdict="stopped", steps=4, score=0.5), result("b")]
    print_summary(console, runs)
    rows = [line.split() for line in console.text.splitlines()]
    assert rows[1:] == [
        ["a", "1", "of", "2", "0.75", "3.0", "1.5", "stopped"],
        ["b", "1", "of", "1", "2.0", "1.5"],
    ]


def test_a_run_that_came_to_no_check_counts_in_the_mean_of_the_scores() -> None:
    console = Printed()
    print_summary(console, [result("a #1", score=1.0), result("a #2", verdict="gave_up", steps=4)])
    assert console.text.splitlines()[1].split() == ["a", "1", "of", "2", "0.50", "3.0", "1.5", "gave_up"]


def test_what_proves_nothing_is_said() -> None:
    console = Printed()
    there = PASSED.model_copy(update={"before": True})
    print_result(console, result(checks=(there,), said="All done; no effect seen of step 2."))
    assert "All done; no effect seen of step 2." in console.text
    assert "held before the first act as well" in console.text


def test_the_score_and_the_weights_are_told_where_a_part_held() -> None:
    heavy = PASSED.model_copy(update={"weight": 3})
    lines = printed(checks=(heavy, FAILED), score=0.75)
    assert lines[:2] == ["PASSED   demo  done  score 0.75", "  ✓ text Saved  weight 3"]
    assert not any("score" in line for line in printed(checks=(PASSED,), score=1.0))


def test_what_a_model_was_asked_stands_apart() -> None:
    asked = FAILED.model_copy(update={"kind": "ask", "what": "Is it saved?"})
    lines = printed(checks=(asked, PASSED), score=1.0)
    assert lines[1:4] == [
        "  ✓ text Saved",
        "  answers of a model, apart from the checks:",
        "  ✗ ask Is it saved?",
    ]


@pytest.mark.parametrize(
    ("called", "hint"),
    [
        ("/opt/my env/bin/agent", "'/opt/my env/bin/agent' replay"),
        ("/x/agent/__main__.py", " -m agent replay"),
    ],
)
def test_a_run_is_replayed_by_what_it_was_called_by(
    monkeypatch: pytest.MonkeyPatch, called: str, hint: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.argv", [called])
    console = Printed(200)
    print_result(console, result(recording="runs/1/recording"))
    assert f"{hint} runs/1/recording" in console.text
