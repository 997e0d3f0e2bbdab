"""A form that lies: what it saves is not what it says, which every check of the row notices."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from customer_lies import ANYWAY, LIES, refused, saved
from customer_record import Customer, insert, open_database

from agent.checks import run_checks
from agent.task import load_task
from tests.agent.checks.contexts import context

FORM = Path(__file__).parents[2] / "tasks" / "fill_form.yaml"
ENTERED = Customer(
    name="Ada Lovelace",
    email="ada@engine.example",
    phone="+49 30 901820",
    country="Germany",
    customer_type="Business",
    credit_limit=2500,
    currency="GBP",
    terms=True,
    newsletter=True,
    billing_street="12 Analytical Road",
    billing_city="Berlin",
    billing_postcode="10115",
    delivery_street="7 Engine Yard",
    note="Prefers letters to calls.",
)
"""What the task enters."""


def held(folder: Path, lie: str) -> bool:
    """Whether all checks of the task hold that look at the data, once it was saved under a lie."""
    with closing(open_database(folder / "customers.db")) as database:
        for record in saved(ENTERED, lie):
            insert(database, record)
    task = load_task(FORM).runs()[0].resolve(folder)
    looking = task.model_copy(update={"checks": [check for check in task.checks if check.kind == "sql"]})
    return all(result.passed for result in run_checks(looking, context(folder), patience=0))


def test_what_was_entered_is_saved_without_a_lie(tmp_path: Path) -> None:
    assert held(tmp_path, "")


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_passes_where_the_row_is_looked_at(tmp_path: Path, lie: str) -> None:
    assert not held(tmp_path, lie)


def test_what_each_lie_saves() -> None:
    assert saved(ENTERED, "drop") == []
    assert saved(ENTERED, "twice") == [ENTERED, ENTERED]
    assert saved(ENTERED, "other-field") == [replace(ENTERED, phone=ENTERED.email)]
    assert saved(ENTERED, "swap") == [replace(ENTERED, billing_city="", delivery_city="Berlin")]
    assert saved(ENTERED, "cut")[0].billing_street == "12 Analyti"
    assert saved(ENTERED, "default") == [replace(ENTERED, newsletter=False)]


def test_one_that_is_refused_is_saved_by_one_lie_alone() -> None:
    assert refused(ENTERED, ANYWAY) == [ENTERED]
    assert [refused(ENTERED, lie) for lie in ("", *LIES)] == [[]] * (1 + len(LIES))
    assert saved(ENTERED, ANYWAY) == saved(ENTERED, "one that it does not know") == [ENTERED]
