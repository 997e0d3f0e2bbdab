"""Every recording in the tree drives its real program again; the form's own data say what was done in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.replay.live.run import plan_replays, replay_live
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.runs.report.result import Result

ROOT = Path(__file__).parent.parent
RECORDINGS = sorted(place.name for place in (ROOT / "recordings").iterdir() if place.is_dir())
ENTERED = {
    "name": "Ada Lovelace",
    "email": "ada@engine.example",
    "phone": "+49 30 901820",
    "country": "Germany",
    "customer_type": "Business",
    "credit_limit": 2500,
    "currency": "GBP",
    "terms": 1,
    "newsletter": 1,
    "tax_exempt": 0,
    "billing_street": "12 Analytical Road",
    "billing_city": "Berlin",
    "billing_postcode": "10115",
    "delivery_street": "7 Engine Yard",
    "delivery_city": "",
    "delivery_postcode": "",
    "note": "Prefers letters to calls.",
}
"""What the form's recording enters, by the columns of its table."""
OTHER = {"name": "Grace Hopper", "email": "grace@navy.example", "country": "Norway"}
"""Other values of the task's variables."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder in which runs are kept; the tasks and their programs are the tree's."""
    (tmp_path / "tasks").symlink_to(ROOT / "tasks")
    monkeypatch.chdir(tmp_path)


def live(name: str, values: Mapping[str, str]) -> Result:
    """A live replay on a display of its own."""
    options = LiveOptions(run=RunOptions(display="virtual"), overrides=values)
    (replay,) = plan_replays(ROOT / "recordings" / name, options)
    return replay_live(replay, options)


def saved(result: Result) -> list[dict[str, object]]:
    """The rows that the form has saved."""
    assert result.workdir is not None
    with closing(sqlite3.connect(Path(result.workdir) / "customers.db")) as database:
        database.row_factory = sqlite3.Row
        return [
            {name: row[name] for name in row.keys() if name != "id"}  # noqa: SIM118 (a row's keys are no iterator)
            for row in database.execute("select * from customers")
        ]


@pytest.mark.parametrize("values", [{}, OTHER], ids=["the recorded values", "other values"])
def test_the_form_is_filled_in_again(values: Mapping[str, str]) -> None:
    result = live("fill_form", values)
    assert result.verdict == "passed", result.message
    assert saved(result) == [ENTERED | values]


@pytest.mark.parametrize("name", [name for name in RECORDINGS if name != "fill_form"])
def test_it_passes_on_its_real_program(name: str) -> None:
    result = live(name, {})
    assert result.verdict == "passed", result.message
