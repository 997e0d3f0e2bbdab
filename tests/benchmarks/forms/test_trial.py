"""Trials: what a program held is compared with what was wanted, and a small form is filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from benchmarks.forms.form import Form, form_of
from benchmarks.forms.trial import fill, held_by, task_of, wrong_of
from benchmarks.forms.values import Change
from training.screens.kits import is_here
from training.screens.splits import Look

if TYPE_CHECKING:
    from pathlib import Path

    from training.screens.outline import Plan

CLAM = Look("tk", "clam")
LOOKS = [
    CLAM,
    Look("qt6", "Fusion"),
    Look("gtk3", "Adwaita"),
    Look("swing", "Metal"),
    Look("fltk", "plastic"),
]


def told(kind: str, label: str, text: str, state: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "label": label, "text": text, "state": state}


def small(look: Look) -> Form:
    """A field and a box."""
    form = form_of(look, 0)
    common = {
        "value": "", "placeholder": "", "state": None, "enabled": True, "readonly": False, "focused": False,
        "help": None, "unit": None, "width": 20,
    }  # fmt: skip
    rows = [
        common | {"kind": "field", "label": "Company", "value": "Nordwind"},
        common | {"kind": "checkbox", "label": "Gift wrap", "state": "off"},
    ]
    groups = [{"caption": None, "columns": 1, "labels": "left", "rows": rows}]
    buttons = [{"text": "Save", "enabled": True, "default": False}]
    plan = cast("Plan", {**form.plan, "groups": groups, "buttons": buttons, "points": 11, "title": "Order"})
    changes = (
        Change("Company", 'Type "Acme" into "Company"', "Acme"),
        Change("Gift wrap", 'Tick "Gift wrap"', "on"),
    )
    return Form(plan, changes, "Save")


def test_what_is_held_goes_by_the_label_and_of_radio_buttons_by_the_one_that_is_on() -> None:
    elements = [
        told("dialog", "", "Order"),
        told("field", "Company", "Acme"),
        told("scrollbar", "", ""),
        told("checkbox", "", "Gift wrap", "on"),
        told("radio", "Unit", "kg", "off"),
        told("radio", "Unit", "lb", "on"),
    ]
    assert held_by(elements) == {"Company": "Acme", "Gift wrap": "on", "Unit": "lb"}


def test_what_is_held_otherwise_or_not_told_is_wrong() -> None:
    form = small(CLAM)
    assert wrong_of(form, {"Company": "Acme", "Gift wrap": "on"}) == {}
    assert wrong_of(form, {"Company": "Acm"}) == {"Company": ["Acme", "Acm"], "Gift wrap": ["on", None]}


def test_a_date_may_be_told_with_the_year_first() -> None:
    form = small(CLAM)
    form.plan["groups"][0]["rows"][0]["format"] = "dd.MM.yyyy"
    dated = replace(form, changes=(Change("Company", "", "03.12.2011"),))
    assert wrong_of(dated, {"Company": "2011-12-03"}) == {}
    assert wrong_of(dated, {"Company": "2011-03-12"})


def test_the_program_reads_the_plan_and_saves_into_the_runs_folder(tmp_path: Path) -> None:
    command = task_of(small(CLAM), CLAM, tmp_path)["launch"][0]["command"]
    assert str(tmp_path / "plan.json") in command
    assert "TRAINING_SAVE=${workdir}/saved.json" in command


@pytest.mark.parametrize("look", [look for look in LOOKS if is_here(look.toolkit)], ids="-".join)
def test_a_small_form_is_filled_in_and_saved(look: Look, tmp_path: Path) -> None:
    trial = fill(small(look), look, 0, tmp_path)
    assert (trial.outcome, trial.wrong) == ("right", {}), trial.said
