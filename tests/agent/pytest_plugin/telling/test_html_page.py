"""What pytest-html's page says of our items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.pytest_plugin.kept.files import Kept
from agent.pytest_plugin.telling.html_page import html_extras, summed_up, tell_in_row
from tests.agent.pytest_plugin.configs import config

if TYPE_CHECKING:
    from pathlib import Path


def row(**known: Any) -> list[str]:
    report = pytest.TestReport("a.yaml::<a>", ("a.yaml", 1, "a"), {}, "passed", None, "setup")
    vars(report).update(known)
    cells = ['<td class="col-result">Passed</td>', '<td class="col-testId">a.yaml::<a>::setup</td>']
    tell_in_row(report, cells)
    return cells


def test_a_healed_run_says_so_in_its_row_whatever_the_screen_said() -> None:
    result, name = row(agent_item=True, agent_healed='healed step 1: "<script>"')
    assert result == '<td class="col-result">Passed</td>'
    assert name.startswith('<td class="col-testId">a.yaml::&lt;a&gt;<br>')
    assert "healed step 1: &quot;&lt;script&gt;&quot;" in name


def test_our_items_bear_their_own_names_and_tests_in_python_are_let_be() -> None:
    assert row(agent_item=True)[1] == '<td class="col-testId">a.yaml::&lt;a&gt;</td>'
    assert row()[1].endswith("::setup</td>")


@pytest.mark.parametrize(("healed", "said"), [(0, ""), (1, "1 run passed"), (2, "2 runs passed")])
def test_healed_runs_are_counted(healed: int, said: str) -> None:
    assert said in "".join(summed_up(healed))
    assert bool(summed_up(healed)) is bool(said)


def test_without_pytest_html_nothing_is_drawn_for_it(tmp_path: Path) -> None:
    made = config(tmp_path, [])
    made.getoption = lambda _name, default: default
    assert html_extras(Kept({"recording": tmp_path}), made) == []
