"""Plans: whole, the same for the same seed, and with every kind of element."""

from __future__ import annotations

import json
from typing import get_args

from training.screens.outline import Element, Kind, Plan
from training.screens.plan import random_plan

SEEDS = range(200)


def test_a_seed_gives_the_same_plan_again() -> None:
    assert random_plan(7) == random_plan(7)
    assert random_plan(7) != random_plan(8)


def test_a_plan_is_plain_json() -> None:
    plan = random_plan(3, "clam", dark=True)
    assert json.loads(json.dumps(plan)) == plan
    assert plan.keys() == Plan.__annotations__.keys() - {"used"}
    assert (plan["theme"], plan["dark"]) == ("clam", True)


def elements() -> list[Element]:
    return [each for seed in SEEDS for group in random_plan(seed)["groups"] for each in group["rows"]]


def test_every_kind_and_state_is_drawn() -> None:
    assert {each["kind"] for each in elements()} == set(get_args(Kind))
    assert {each["state"] for each in elements()} == {None, "on", "off", "mixed"}
    nodes = {node["state"] for each in elements() for node in each.get("nodes", [])}
    assert nodes == {"open", "closed", "leaf"}
    assert (
        {each["enabled"] for each in elements()} == {each["focused"] for each in elements()} == {True, False}
    )


def test_labels_are_unique_within_a_screen() -> None:
    for seed in SEEDS:
        labels = [
            each["label"] for group in random_plan(seed)["groups"] for each in group["rows"] if each["label"]
        ]
        assert len(labels) == len(set(labels))


def test_one_element_at_most_has_the_focus() -> None:
    for seed in SEEDS:
        rows = [each for group in random_plan(seed)["groups"] for each in group["rows"]]
        assert sum(each["focused"] for each in rows) <= 1


def test_a_label_inside_is_the_placeholder_of_an_empty_field() -> None:
    groups = [group for seed in SEEDS for group in random_plan(seed)["groups"] if group["labels"] == "inside"]
    fields = [row for group in groups for row in group["rows"] if row["kind"] in ("field", "area", "combo")]
    assert fields
    assert all(row["placeholder"] == row["label"] and not row["value"] for row in fields)
