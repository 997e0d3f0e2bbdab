"""What GitHub's runner is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from agent.pytest_plugin.telling.github import annotation, commands, table, write_summary
from agent.pytest_plugin.telling.told import Told

if TYPE_CHECKING:
    from pathlib import Path


def told(**changes: Any) -> Told:
    usual = {"nodeid": "a.agent.yaml::a", "path": "a.agent.yaml", "line": 3, "word": "failed", "when": "call"}
    return Told(**{**usual, "reason": "failed: no", "seconds": 1.25, **changes})


def config(plugin: str = "") -> Any:
    manager = SimpleNamespace(hasplugin=lambda name: name == plugin)
    return cast("Any", SimpleNamespace(pluginmanager=manager))


def test_whatever_a_text_holds_a_command_is_one_line_and_ends_nothing_early() -> None:
    hostile = "100%\r\n::set-output name=x::1\x1b[2J"
    assert annotation(told(path="a,b:c.yaml", nodeid="c", reason=hostile), "error") == (
        "::error file=a%2Cb%3Ac.yaml,line=3::c%0A%0A100%25%0D%0A::set-output name=x::1\\x1b[2J"
    )


def test_a_heal_is_a_warning() -> None:
    [said] = commands(config(), [told(word="healed", reason="healed step 1")])
    assert said == "::warning file=a.agent.yaml,line=3::a.agent.yaml::a%0A%0Ahealed step 1"


def test_what_another_plugin_annotates_is_not_annotated_twice() -> None:
    bad = [told(), told(word="error", when="setup"), told(word="passed"), told(word="skipped")]
    assert len(commands(config(), bad)) == 2
    assert len(commands(config("pytest_github_actions_annotate_failures"), bad)) == 1


def test_the_table_has_the_bad_ones_first_and_no_markup_of_theirs() -> None:
    hostile = "<img src=x> | [link](x) `code`\nsecond line"
    lines = table([told(word="passed", reason=""), told(reason=hostile)]).splitlines()
    assert lines[-2] == (r"| failed | a.agent.yaml::a | 1.2 | &lt;img src=x\> \| \[link\]\(x\) \`code\` |")
    assert lines[-1].startswith("| passed |")


def test_the_summary_grows_and_nothing_is_written_outside_of_a_job(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    write_summary([told()], {"GITHUB_STEP_SUMMARY": str(path)})
    assert path.read_text().startswith("before\n\n### Desktop tasks\n")
    write_summary([told()], {})
    write_summary([told()], {"GITHUB_STEP_SUMMARY": str(tmp_path)})  # can't be written: the session goes on
