"""Recordings that no task has any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.agent.fakes import DONE
from tests.agent.pytest_plugin.sessions import session, write_task

if TYPE_CHECKING:
    from pathlib import Path

SAID = "recordings that no task has any more"


def cases(*names: str) -> dict[str, object]:
    return {"cases": [{"n": name} for name in names]}


def test_they_are_told_of_the_files_that_are_collected_and_of_no_others(tmp_path: Path) -> None:
    task = write_task(tmp_path / "a.agent.yaml", [DONE], **cases("one", "two"))
    write_task(tmp_path / "b.agent.yaml", [DONE])
    made = session(tmp_path, "-q", "--agent-update-new-only")
    assert made.tally == "3 passed", made.output
    assert SAID not in made.output
    write_task(task, [DONE], **cases("one"))
    for options in (["a.agent.yaml"], ["-n1", "a.agent.yaml"]):
        ended = session(tmp_path, "-q", "--agent-mode=replay", *options)
        assert ended.tally == "1 passed", ended.output
        assert SAID in ended.output
        assert f"{tmp_path}/recordings/a_two\n" in ended.output
        assert "recordings/b" not in ended.output
    again = session(tmp_path, "-q", "--agent-update", "b.agent.yaml")
    assert {path.name for path in (tmp_path / "recordings").glob("b*")} == {"b", "b.old.2"}
    assert SAID not in again.output, "what gave way to a newer one is no litter"
