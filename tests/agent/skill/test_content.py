"""What the skill says apart from its story: head, links, and what steps, commands and verdicts it names."""

from __future__ import annotations

import asyncio
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, get_args

import pytest
import yaml

from agent.cli import parser
from agent.commands.exit_status import of_verdicts
from agent.episode import Verdict
from agent.errors import BadInput
from agent.mcp.server import ServerOptions, build_server
from agent.models.reader.step_parser import parse_step
from agent.replay.heal.proposal import Proposal
from agent.runs.report.result import Result
from agent.skill.content import FRONT, NAME, files, text_of
from tests.agent.skill.story import FENCED, spans, words

if TYPE_CHECKING:
    from pathlib import Path

STEP = re.compile(
    r"(?:Type|Click|Double-click|Right-click|Press|Select|Choose|Tick|Untick|Wait|Scroll|Expect|Expand|Set|Clear"
    r"|Read|If) .*"
)


def head() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(text_of(FRONT).split("---\n")[1])
    return found


def test_the_head_is_as_the_convention_wants_it() -> None:
    """agentskills.io/specification: the name is the folder's, and nothing is longer than clients take."""
    assert head()["name"] == NAME
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", NAME)
    assert set(head()) <= {"name", "description", "license", "compatibility", "metadata", "allowed-tools"}
    assert 1 <= len(head()["description"]) <= 1024
    assert 1 <= len(head()["compatibility"]) <= 500
    assert not re.search("[<>]", head()["description"])  # some clients put it into XML


def test_the_pages_are_short_enough_to_be_read_whole() -> None:
    assert len(text_of(FRONT).splitlines()) < 500
    assert len(text_of(FRONT)) < 4 * 5000  # about 5000 tokens
    assert all(len(text) < 4 * 2500 for path, text in files().items() if path != FRONT)


def test_every_link_leads_to_a_page_of_the_skill_and_every_page_is_linked_from_the_first() -> None:
    for path, text in files().items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert str(PurePosixPath(path).parent / target) in files(), (path, target)
    assert {f"({path})" for path in files() if path != FRONT} <= set(
        re.findall(r"\([^)]+\.md\)", text_of(FRONT))
    )


def test_a_page_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(BadInput, match=r"step\.md: the skill has no such file; .*references/steps\.md"):
        text_of("step.md")


def test_every_step_that_a_sentence_or_a_table_writes_is_one() -> None:
    steps = [span for _, span in spans() if STEP.fullmatch(span) and "..." not in span]
    assert len(steps) > 30
    for step in steps:
        parse_step(step)


def test_every_command_that_a_sentence_names_has_the_options_that_it_is_given() -> None:
    verbs = next(action for action in parser()._actions if action.dest == "COMMAND" or action.choices)
    assert isinstance(verbs.choices, dict)
    named = [words(span) for _, span in spans() if span.startswith("agent ")]
    assert len(named) > 10
    for _, verb, *rest in named:
        known = {option for action in verbs.choices[verb]._actions for option in action.option_strings}
        assert {word for word in rest if word.startswith("-")} <= known, (verb, rest)


def cells(page: str, head_of: str) -> list[list[str]]:
    """The rows of the table whose first column is headed so."""
    lines = text_of(page).split(f"| {head_of} |")[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_verdicts_and_their_exit_statuses_are_all_of_them() -> None:
    told = {verdict.strip("` "): int(status) for verdict, status, *_ in cells(FRONT, "`verdict`")}
    assert told == {verdict: of_verdicts([verdict]) for verdict in get_args(Verdict)}


def test_the_keys_of_a_result_and_of_a_heal_are_theirs() -> None:
    told = {
        command: re.findall(r"`(\w+)`", keys) for command, keys in cells("references/when-red.md", "command")
    }
    assert set(told["`agent run`, `agent replay --live`"]) - {"exit", "runs"} <= set(Result.model_fields)
    assert set(told["`agent heal`"]) - {"heals", "picture"} <= set(Proposal.model_fields)


def test_the_tools_of_mcp_that_it_names_are_there(tmp_path: Path) -> None:
    tools = asyncio.run(build_server(ServerOptions(tmp_path)).list_tools())
    [named] = re.findall(r"as MCP tools\s+\((.*?) \.\.\.\)", text_of(FRONT), re.DOTALL)
    assert set(re.findall(r"`(\w+)`", named)) <= {tool.name for tool in tools}


def test_no_page_writes_a_block_that_nobody_tries() -> None:
    """A file with its name, a command, or what a command says."""
    for text in files().values():
        for language, body in FENCED.findall(text):
            assert language in {"console", "json"} or re.match(r"# \S+\.(py|yaml)\n", body), body
