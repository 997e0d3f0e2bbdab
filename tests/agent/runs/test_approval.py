"""Who says yes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from agent.runs.approval import APPROVALS, approval_by
from agent.runs.question import Question
from tests.agent.fakes import make_frame
from tools.action import Click
from tools.geometry import Point
from tools.observation import Observation

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

QUESTION = Question(1, Click(point=Point(1, 2)), Observation(make_frame()))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_names_of_the_command_line() -> None:
    assert {name: one.every for name, one in APPROVALS.items()} == {"auto": False, "ask": True, "deny": True}


def test_somebody_elsewhere_is_asked_as_often_as_a_person_at_the_terminal() -> None:
    for name, usual in APPROVALS.items():
        elsewhere = approval_by(lambda _question: True, name)
        assert elsewhere.every == usual.every
        assert elsewhere.answer(QUESTION) == (name != "deny")


def test_a_person_says_yes_or_no(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for said, answer in (("y\n", True), ("yes\n", True), ("n\n", False), ("\n", False), ("", False)):
        monkeypatch.setattr("sys.stdin", io.StringIO(said))
        assert APPROVALS["ask"].answer(QUESTION) is answer
        assert "do this? step 1: click at (1, 2) [y/N]" in capsys.readouterr().err


def test_for_a_rule_only_a_person_at_a_terminal_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a CI server pipes in is no answer."""
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert APPROVALS["auto"].answer(QUESTION) is False
    assert "nobody is there to be asked: step 1" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    monkeypatch.setattr("sys.stderr", Terminal())
    assert APPROVALS["auto"].answer(QUESTION) is True


def test_deny_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert APPROVALS["deny"].answer(QUESTION) is False


def test_the_picture_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (tmp_path / "a.png").write_bytes(b"")
    question = Question(1, QUESTION.action, QUESTION.seen, picture=tmp_path / "a.png")
    APPROVALS["ask"].answer(question)
    assert f"picture: {tmp_path / 'a.png'}" in capsys.readouterr().err
