"""All checks of a task together: order, patience, secrets, and what is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from agent.checks import CheckResult
from agent.checks.ask import check_answer
from agent.checks.judge import held_before, run_checks
from agent.errors import ModelFault
from agent.task import Task
from agent.task.checks import AskCheck
from tests.agent.checks.contexts import blank, context, lines, written
from tools.errors import DisplayLost

HANGS = 180.0
"""Seconds of patience that only a hang uses up."""


def task(*checks: dict[str, object], secrets: tuple[str, ...] = ()) -> Task:
    fields = {
        "id": "t",
        "instruction": "i",
        "source": Path("/tasks/t.yaml"),
        "digest": "0",
        "secrets": secrets,
    }
    return Task.model_validate({**fields, "checks": checks})


def test_every_check_is_judged_in_order(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("hello\n")
    checks = (
        {"kind": "window", "title": "Gone"},
        {"kind": "file", "path": "out.txt", "equals": "hello"},
        {"kind": "ask", "question": "Is it saved?"},
        {"kind": "text", "text": "Saved"},
        {"kind": "command", "run": ["true"]},
    )
    world = context(
        tmp_path, titles=lambda: ("Form", "*Note"), read=lambda _: lines("Saved"), ask=lambda _: "Yes."
    )
    results = run_checks(task(*checks), world, patience=0)
    assert [(result.kind, result.passed) for result in results] == [
        ("window", False),
        ("file", True),
        ("ask", True),
        ("text", True),
        ("command", True),
    ]
    assert results[0].expected == 'a window whose title contains "Gone"'
    assert results[0].actual == '"Form", "*Note"'
    assert CheckResult.model_validate_json(results[0].model_dump_json()) == results[0]


def test_what_comes_a_moment_later_still_counts(tmp_path: Path) -> None:
    windows = [(), (), ("Form",)]
    world = context(tmp_path, titles=lambda: windows.pop(0))
    (result,) = run_checks(task({"kind": "window", "title": "Form"}), world, patience=HANGS)
    assert result.passed
    assert windows == []


def test_the_screen_is_looked_at_again(tmp_path: Path) -> None:
    saved = written("Saved")
    world = context(
        tmp_path,
        frames=[blank(), blank(), saved],
        read=lambda frame: lines("Saved") if frame is saved else (),
    )
    assert run_checks(task({"kind": "text", "text": "Saved"}), world, patience=HANGS)[0].passed


def test_all_checks_share_one_patience(tmp_path: Path) -> None:
    windows, texts = [], []
    world = context(
        tmp_path, titles=lambda: windows.append(1) or (), read=lambda frame: texts.append(frame) or ()
    )
    checks = [{"kind": "window", "title": "x"}, *[{"kind": "text", "text": "x"}] * 4]
    run_checks(task(*checks), world, patience=0.35)
    assert len(windows) <= 5  # it waits between two looks, it does not spin
    assert len(texts) == 4  # each once: the window has used it all up


def test_a_lost_screen_is_no_failed_check(tmp_path: Path) -> None:
    def lost() -> tuple[str, ...]:
        raise DisplayLost("gone")

    world = context(tmp_path, titles=lost)
    with pytest.raises(DisplayLost):
        run_checks(task({"kind": "window", "title": "x"}), world)


def test_secrets_and_control_characters_are_not_shown(tmp_path: Path) -> None:
    secret = 'pass"word\\1'
    (tmp_path / "out.txt").write_text(f"PW={secret}\n\x1b[31m")
    checks = (
        {"kind": "file", "path": "out.txt", "contains": "\x1b[32m"},
        {"kind": "command", "run": ["sh", "-c", 'printf %s "$PW" >&2; printf %s "$PW"; exit 3']},
    )
    world = context(tmp_path, environ={"PW": secret})
    for result in run_checks(task(*checks, secrets=("PW",)), world, patience=0):
        told = result.model_dump_json()
        assert not result.passed
        assert "${secret.PW}" in told
        assert "word" not in told
        assert (result.expected + result.actual).isprintable()


def test_long_texts_are_cut(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("x" * 100_000)
    check = task({"kind": "file", "path": "out.txt", "contains": "y" * 1000})
    (result,) = run_checks(check, context(tmp_path), patience=0)
    assert len(result.expected) == len(result.actual) == 600
    assert result.actual.endswith("…")


@pytest.mark.parametrize(
    ("reply", "passed", "said"),
    [
        ("Yes, it is.", True, "Yes, it is."),
        ("**yes**", True, "**yes**"),
        ("No.", False, "No."),
        ("Not sure", False, "not judged: neither yes nor no: Not sure"),
        ("", False, "not judged: neither yes nor no: "),
        ("yesterday", False, "not judged: neither yes nor no: yesterday"),
    ],
)
def test_a_models_answer(tmp_path: Path, reply: str, passed: object, said: str) -> None:
    asked = []
    world = context(tmp_path, ask=lambda question: asked.append(question) or reply)
    found = check_answer(AskCheck(question="Is it saved?"), world)
    assert found == (passed, "yes", said)
    assert asked[0].startswith("Is it saved?")


def test_no_judgement_is_no_pass(tmp_path: Path) -> None:
    def broken(_: str) -> str:
        raise ModelFault("the server is gone")

    check = AskCheck(question="Is it saved?")
    assert check_answer(check, context(tmp_path, ask=broken)) == (
        False,
        "yes",
        "not judged: the server is gone",
    )
    assert "can't look at a picture" in check_answer(check, context(tmp_path)).actual


def test_what_holds_beforehand_is_looked_at_and_nothing_is_started_or_asked(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("hello\n")
    checks = (
        {"kind": "file", "path": "out.txt", "equals": "hello"},
        {"kind": "sql", "database": "none.db", "query": "select 1", "equals": [[1]]},
        {"kind": "text", "text": "Saved"},
        {"kind": "text", "text": "Lost"},
        {"kind": "command", "run": ["touch", str(tmp_path / "started")]},
        {"kind": "ask", "question": "Is it saved?"},
    )
    world = context(tmp_path, read=lambda _: lines("Saved"), ask=lambda _: "Yes.")
    assert held_before(task(*checks), world) == (True, False, True, False, False, False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt"]


def test_a_weight_goes_into_the_result(tmp_path: Path) -> None:
    heavy = {"kind": "window", "title": "x", "weight": 2.5}
    asked = {"kind": "ask", "question": "Is it saved?"}
    results = run_checks(task(heavy, asked), context(tmp_path), patience=0)
    assert [result.weight for result in results] == [2.5, 1]
    assert [result.opinion for result in results] == [False, True]


def test_what_an_image_check_compared_is_written_beside_the_run(tmp_path: Path) -> None:
    Image.fromarray(written("Saved").rgb[20:60, 20:120]).save(tmp_path / "saved.png")
    world = replace(context(tmp_path, frames=[written("Lost")]), pictures=tmp_path / "run")
    (tmp_path / "run").mkdir()
    checks = ({"kind": "text", "text": "x"}, {"kind": "image", "like": "saved.png"})
    looked_for = task(*checks).model_copy(update={"source": tmp_path / "t.yaml"})
    assert held_before(looked_for, world) == (False, False)
    assert not list((tmp_path / "run").iterdir())
    text, image = run_checks(looked_for, world, patience=0)
    assert (text.picture, image.picture) == (None, str(tmp_path / "run" / "check-2.png"))
    assert (tmp_path / "run" / "check-2.png").read_bytes().startswith(b"\x89PNG")
    (tmp_path / "saved.png").unlink()
    assert [one.picture for one in run_checks(looked_for, world, patience=0)] == [None, None]


def test_no_half_of_a_secret_stays_where_a_long_text_is_cut(tmp_path: Path) -> None:
    secret = "correct-horse-battery-staple"
    for before in range(30, 120, 7):
        line = "x" * before + secret + "y" * 300
        (tmp_path / "out.txt").write_text(f"{line}1{secret}")
        (tmp_path / "out.json").write_text(json.dumps({"a": f"{line}1"}))
        checks = (
            {"kind": "file", "path": "out.txt", "equals": f"{line}2{secret}"},
            {"kind": "file", "path": "out.txt", "contains": f"z{line}"},
            {"kind": "json", "path": "out.json", "equals": {"a": "x" * before + "2"}},
            {"kind": "command", "run": ["cat", str(tmp_path / "out.txt")], "stdout": "x" * before + "!"},
        )
        world = context(tmp_path, environ={"PW": secret})
        for result in run_checks(task(*checks, secrets=("PW",)), world, patience=0):
            assert not result.passed
            assert "${secret.PW}" in result.actual
            assert "correct" not in result.actual
            assert "staple" not in result.actual
