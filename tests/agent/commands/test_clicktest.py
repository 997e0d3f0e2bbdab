"""`agent models test`: what is said of a model's clicks, and of a model that can't be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.clicktest.asking import read_shot
from agent.clicktest.report import Report, report
from agent.clicktest.targets import Target
from agent.commands import clicktest
from agent.commands.options.models import ModelsCommand
from agent.errors import BadInput
from agent.usage import Usage
from tests.agent.fakes import click
from tools.geometry import Box, Size

if TYPE_CHECKING:
    from pathlib import Path

SIZE = Size(1000, 1000)


def found(*replies: str) -> Report:
    """The report on these replies, each to a target of its own at (100, 100), (110, 110) ..."""
    shots = [
        read_shot(
            SIZE, Target("Click.", Box(90 + 10 * at, 90 + 10 * at, 20, 20)), reply, Usage(prompt=9, reply=1)
        )
        for at, reply in enumerate(replies)
    ]
    return report("m\x1b[31m", shots, 2.0)


def printed(shown: Report, capsys: pytest.CaptureFixture[str]) -> str:
    clicktest._print(shown)
    return capsys.readouterr().out


def test_right_clicks(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(found(*(click(100 + 10 * at, 100 + 10 * at) for at in range(10))), capsys)
    assert said.startswith(r"RIGHT  m\x1b[31m  10 of 10 targets hit")
    assert "1000x1000  10 of 10" in said
    assert "likely cause" not in said
    assert said.endswith("10 questions in 2.0 s, 100 tokens\n")


def test_the_cause_of_wrong_ones_and_what_to_change(capsys: pytest.CaptureFixture[str]) -> None:
    shown = found(*(click(50 + 5 * at, 50 + 5 * at) for at in range(10)))
    said = printed(shown, capsys)
    assert said.startswith("OFF  ")
    assert "likely cause: factor" in said
    assert shown.change.split()[0] in said


def test_what_can_not_be_used_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(found(*["I can't\x07 see it."] * 9, click(1200, 3)), capsys)
    assert said.startswith("UNREADABLE  ")
    assert "10 replies would be refused, 9 of them without two numbers; one of them: I" in said
    assert "\x07" not in said
    assert "-" in said.partition("1000x1000")[2]  # too few for a mean


@pytest.mark.parametrize(
    ("model", "said"),
    [(None, "say which model with --model"), ("reader", "can't be asked to click"), ("raeder", "raeder")],
)
def test_what_can_not_be_asked(model: str | None, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        clicktest.main(ModelsCommand(test=True, model=model, output=None, json=False))


def test_a_folder_that_can_not_be_made_is_said_first(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=r"-o .*: can't be made"):
        clicktest.main(ModelsCommand(test=True, model=None, output=tmp_path / "file" / "x", json=False))
