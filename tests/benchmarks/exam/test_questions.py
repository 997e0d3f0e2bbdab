"""Questions: what is asked of a still, and what its right answer is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.models.reader.step_parser import parse_step
from benchmarks.exam.questions import name_of, questions
from benchmarks.exam.stills import Element, Still
from tests.benchmarks.exam.screens import CASH, NAME, SAVE, TERMS, still
from tools.geometry import Box

FAR = Box(500, 500, 100, 24)


def asked(on: Still) -> list[tuple[str, str]]:
    return [(one.step, one.right) for one in questions(on)]


def test_the_same_questions_each_time_and_others_on_another_still() -> None:
    boxes = [replace(TERMS, text=f"Option {at}", box=Box(20, 20 * at, 13, 13)) for at in range(40)]
    first, again, other = still(*boxes), still(*boxes), still(*boxes, picture="tk/b.png")
    assert asked(first) == asked(again) != asked(other)


def test_every_question_is_a_step_of_the_grammar() -> None:
    for step, _ in asked(still()):
        parse_step(step)


def test_half_of_the_boxes_are_asked_for_the_state_that_they_have() -> None:
    boxes = [replace(TERMS, text=f"Option {at}", box=Box(20, 20 * at, 13, 13)) for at in range(200)]
    found = asked(still(*boxes))
    assert 70 < sum(right == "nothing" for _, right in found) < 130
    assert all((right == "nothing") == step.startswith("Untick") for step, right in found)


def test_a_box_in_between_is_never_as_it_is_asked_to_be() -> None:
    assert {right for _, right in asked(still(replace(TERMS, state="mixed")))} == {"act"}


def test_what_is_on_already_needs_no_act() -> None:
    assert asked(still(CASH, replace(CASH, text="Card", state="off", box=FAR))) == [
        ('Choose "Cash"', "nothing"),
        ('Choose "Card"', "act"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(NAME, box=FAR),
        replace(SAVE, text="NAME :", box=FAR),
        replace(NAME, label="Town", text="name", box=FAR),
    ],
)
def test_a_name_that_another_text_has_too_is_not_asked_for(other: Element) -> None:
    assert not any('"Name"' in step for step, _ in asked(still(NAME, other)))


@pytest.mark.parametrize(
    "plan",
    [
        {"groups": [{"caption": "Name", "rows": []}]},
        {"status": "Name"},
        {"groups": [{"rows": [{"kind": "text", "value": "Name"}]}]},
    ],
)
def test_a_name_that_a_plain_text_has_too_is_not_asked_for(plan: dict[str, object]) -> None:
    assert not asked(still(NAME, plan=plan))


def test_a_row_and_its_cell_have_one_name() -> None:
    row, cell = (
        Element("row", Box(0, 0, 300, 20), text="HX-1"),
        Element("cell", Box(0, 0, 80, 20), text="HX-1"),
    )
    assert asked(still(row, cell)) == asked(still(row)) == [('Click "HX-1"', "act")]


def test_a_cell_is_asked_for_by_its_column_and_row_though_others_hold_the_same() -> None:
    headers = [
        Element("header", Box(left, 0, 80, 20), text=text) for left, text in ((0, "Item"), (80, "Price"))
    ]
    cells = [
        Element("cell", Box(left, top, 80, 20), text=text)
        for top, name in ((20, "Bolt"), (40, "Nut"))
        for left, text in ((0, name), (80, "9"))
    ]
    assert [step for step, _ in asked(still(*headers, *cells))] == [
        'Click "Item"', 'Click "Price"', 'Click "Bolt"', 'Click "Price" in row "Bolt"', 'Click "Nut"',
        'Click "Price" in row "Nut"',
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change", [{"readonly": True}, {"enabled": False}, {"clipped": True}, {"behind": True}, {"label": ""}]
)
def test_what_takes_nothing_is_not_asked_for(change: dict[str, object]) -> None:
    assert not asked(still(replace(NAME, **change)))  # type: ignore[arg-type]  # of a table of changes


def test_a_box_that_is_disabled_can_only_be_as_it_is() -> None:
    grey = [
        replace(TERMS, text=f"Option {at}", enabled=False, box=Box(20, 20 * at, 13, 13)) for at in range(40)
    ]
    assert {right for _, right in asked(still(*grey))} == {"nothing"}


def test_an_option_of_a_drop_down_is_one_of_its_plan() -> None:
    land = Element("dropdown", FAR, text="Germany", label="Country")
    plan = {
        "groups": [{"rows": [{"kind": "dropdown", "label": "Country", "choices": ["France", "Germany"]}]}]
    }
    steps = {
        step: right
        for at in range(20)
        for step, right in asked(still(land, plan=plan, picture=f"tk/{at}.png"))
    }
    assert steps == {'Select "France" in "Country"': "act", 'Select "Germany" in "Country"': "either"}


def test_a_label_is_asked_for_without_its_colon_and_with_its_quotes_escaped() -> None:
    assert name_of(replace(NAME, label="Name *:")) == "Name"
    assert asked(still(replace(SAVE, text='The "best"'))) == [(r'Click "The \"best\""', "act")]


def test_an_entry_is_called_without_its_keys_and_so_has_the_name_of_a_menu() -> None:
    entry = replace(SAVE, kind="menu-item", text="Insert Ctrl+N", box=FAR)
    assert asked(still(entry)) == [('Click "Insert"', "act")]
    assert asked(still(entry, replace(SAVE, kind="menu", text="Insert"))) == []


def test_a_button_with_an_icon_alone_is_asked_for_as_one() -> None:
    """Its name stands nowhere; a field may have that name."""
    assert asked(still(replace(SAVE, kind="icon-button", text="search"))) == [
        ('Click the "search" icon', "act")
    ]


def test_what_is_told_of_and_out_of_sight_is_not_asked_for() -> None:
    window, menu = Element("dialog", Box(0, 0, 200, 300)), Element("menu", Box(20, 0, 50, 20), text="Edit")
    assert asked(still(window, menu)) == asked(still(menu)) == [('Click "Edit"', "act")]
    assert asked(still(window, replace(menu, box=Box(160, 0, 50, 20)))) == []
    branch, leaf = (
        Element("node", Box(0, 40, 90, 20), "closed", text="Delivery"),
        Element("node", Box(0, 40, 90, 20), "leaf", text="Lyon"),
    )
    assert asked(still(branch, leaf)) == [('Click "Delivery"', "act")]
    assert len(asked(still(branch, replace(leaf, box=Box(0, 60, 90, 20))))) == 2


def test_a_cell_is_not_asked_for_by_a_text_that_is_out_of_sight() -> None:
    head = Element("header", Box(80, 0, 80, 20), text="Year")
    first, cell = (
        Element("cell", Box(0, 20, 80, 20), text="48"),
        Element("cell", Box(80, 20, 80, 20), text="2024"),
    )
    assert ('Click "Year" in row "48"', "act") in asked(still(head, first, cell))
    assert asked(still(head, replace(first, clipped=True), cell)) == [('Click "Year"', "act")]
