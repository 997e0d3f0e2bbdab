"""The options of `agent skill`."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.options.skill import SkillCommand
from agent.errors import BadInput
from tests.agent.commands.given import options_of


def test_what_is_given_is_read() -> None:
    assert options_of("skill install") == SkillCommand("install")
    wanted = SkillCommand("install", ("claude", "codex"), Path("shop"), force=True, json=True)
    assert options_of("skill install --for claude --for codex --project shop --force --json") == wanted
    assert options_of("skill list --user") == SkillCommand("list", user=True)
    assert options_of("skill show references/steps.md") == SkillCommand("show", file="references/steps.md")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("skill install SKILL.md", "only `agent skill show` takes a file"),
        ("skill list --for codex", "--for and --force are for `agent skill install`"),
        ("skill show --force", "--for and --force are for `agent skill install`"),
        ("skill show --user", "it takes no folder"),
    ],
)
def test_what_makes_no_sense_together_is_refused(command: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        options_of(command)


@pytest.mark.parametrize(
    "command", ["skill", "skill remove", "skill install --for emacs", "skill list --user --project ."]
)
def test_what_there_is_not_is_refused(command: str) -> None:
    with pytest.raises(SystemExit):
        options_of(command)
