"""A script is one JSON string a line; anything else is refused with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput, ModelFault
from agent.model import Prompt
from agent.models.scripted import ScriptedModel
from tests.agent.fakes import make_task

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = Prompt("", ())


def test_replies_come_in_order_and_anew_in_every_episode(tmp_path: Path) -> None:
    (tmp_path / "replies").write_text('"one"\n"zw\\u00f6lf 東京"\n', "utf-8")
    model = ScriptedModel(str(tmp_path / "replies"))
    for _ in range(2):
        model.start(make_task())
        assert [model.complete(PROMPT).text for _ in range(2)] == ["one", "zwölf 東京"]
    with pytest.raises(ModelFault, match="no reply left after 2"):
        model.complete(PROMPT)


@pytest.mark.parametrize("line", ["word", "{}", "[1]", '"half \\ud800 a character"'])
def test_a_line_that_is_no_text_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "replies").write_text(f'"fine"\n{line}\n')
    with pytest.raises(BadInput, match=r"replies:2: expected one JSON string of whole characters"):
        ScriptedModel(str(tmp_path / "replies"))
