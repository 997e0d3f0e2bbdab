"""The skill's pages, followed to the letter from an empty folder: each command does what its page says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from agent.skill.content import FRONT, text_of
from tests.agent.skill.story import FENCED, Done, do, lacks, pattern_of, story

WHEN_RED = "references/when-red.md"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Done]:
    """Every command of the pages, as it was given, in their order."""
    home = tmp_path_factory.mktemp("orders")
    return [done for part in story() if (done := do(home, part))]


def test_every_command_ends_as_its_page_says_and_says_what_is_shown(told: list[Done]) -> None:
    wrong = [
        f"{done.command.page}: {done.command.line}: exit {done.status}, lacks {lack!r}:\n{done.output}"
        for done in told
        if (lack := lacks(done.command.shown, done.output)) or done.status != done.command.status
    ]
    assert not wrong, "\n".join(wrong)
    assert len(told) > 20


def runs(told: list[Done], page: str) -> list[dict[str, Any]]:
    """The results that commands of a page wrote."""
    return [done.result["runs"][0] for done in told if done.command.page == page and done.result]


def test_the_message_of_the_replay_that_is_red_is_the_one_that_is_explained(told: list[Done]) -> None:
    green, red = runs(told, FRONT)
    [quoted] = re.findall(r"Here `([^`]+)`", text_of(FRONT))
    assert re.fullmatch(pattern_of(" ".join(quoted.split())), red["message"])
    assert (green["verdict"], red["verdict"]) == ("passed", "stopped")
    assert red["picture"].endswith("/failure.png")


def test_a_result_has_the_keys_and_texts_of_the_one_that_is_shown(told: list[Done]) -> None:
    [body] = [body for language, body in FENCED.findall(text_of(WHEN_RED)) if language == "json"]
    [shown] = json.loads(body)["runs"]
    [run] = runs(told, WHEN_RED)
    for key, value in shown.items():
        assert re.fullmatch(pattern_of(value), run[key]) if isinstance(value, str) else value == run[key], key


def test_every_command_that_prints_json_has_the_keys_of_the_table(told: list[Done]) -> None:
    rows = re.findall(r"^\| (`agent [^|]+`) \| ([^|]+) \|$", text_of(WHEN_RED), re.MULTILINE)
    keys = {
        verb: re.findall(r"`(\w+)`", told)
        for verbs, told in rows
        for verb in re.findall(r"agent (\w+)`", verbs)
    }
    printed = [done for done in told if "--json" in done.command.line and not done.result]
    assert printed
    for done in printed:
        verb = done.command.line.split()[1]
        [[(top, [one, *_])]] = [list(json.loads(done.output).items())]
        assert {top, *one} >= set(keys[verb]), done.command.line
