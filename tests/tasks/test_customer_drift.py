"""The form's own drifts, and its log of what reaches it."""

from __future__ import annotations

import tkinter as tk
from contextlib import contextmanager
from pathlib import Path
from tkinter import ttk
from typing import TYPE_CHECKING

import pytest
from customer_drift import DRIFTS, NONE, Drift
from customer_form import CustomerForm, drifted
from customer_layout import Layout, TooLarge
from customer_options import parser
from customer_record import open_database

from agent.drift.kinds import DRIFTS as KNOWN
from agent.drift.kinds import ONLY_OUTSIDE, ROW_CHANGES
from tools.action import Click, Type
from tools.geometry import Point
from tools.host.input import Input
from tools.observation import Monitor

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

SCREEN = (1280, 800)
PLAIN = Layout()


@contextmanager
def shown(
    display: str, drift: Drift = NONE, layout: Layout = PLAIN, events: Path | None = None
) -> Iterator[CustomerForm]:
    form = CustomerForm(open_database(Path(":memory:")), layout, screen=display, drift=drift, events=events)
    try:
        form.wait_visibility()
        form.update()
        yield form
    finally:
        form.destroy()


def texts(master: tk.Misc) -> list[str]:
    """All that labels and buttons in sight of each other say, tabs included."""
    found = [str(tab) for tab in _tabs(master)]
    for child in master.winfo_children():
        if (
            isinstance(child, ttk.Label | ttk.Button | ttk.Radiobutton | ttk.Checkbutton)
            and child.winfo_manager()
        ):
            found.append(str(child.cget("text")))
        found += texts(child)
    return found


def _tabs(master: tk.Misc) -> list[str]:
    if not isinstance(master, ttk.Notebook):
        return []
    tabs = [(master.tab(tab, "state"), master.tab(tab, "text")) for tab in master.tabs()]
    return [text for state, text in tabs if state != "hidden"]


def lines(file: Path) -> list[str]:
    """What is in a file of events so far."""
    return file.read_text().splitlines() if file.exists() else []


def until(form: CustomerForm, condition: Callable[[], object]) -> None:
    """Let the form work until something holds."""
    for _ in range(2000):
        form.update()
        if condition():
            return
        form.after(5)
    pytest.fail("it did not come about")


def test_it_knows_every_drift_of_the_battery() -> None:
    assert set(DRIFTS) == set(KNOWN) - {*ONLY_OUTSIDE, *ROW_CHANGES}, "other texts are shown from outside"


@pytest.mark.parametrize("label", ["Phone", "Save customer", "Notes", "Business", "I accept the terms"])
def test_a_target_is_altered(display: str, label: str) -> None:
    with shown(display) as form:
        usual = texts(form)
    with shown(display, Drift("removed", 1, f'"{label}"')) as form:
        assert sorted([*texts(form), label]) == sorted(usual)
    with shown(display, Drift("second_equal", 1, f'"{label}"')) as form:
        assert sorted(texts(form)) == sorted([*usual, label])
    with shown(display, Drift("relabelled", 1, f'"{label}"')) as form:
        assert label not in texts(form)
        assert len(texts(form)) == len(usual)


def test_one_of_two_fields_of_a_name_is_altered(display: str) -> None:
    with shown(display, Drift("removed", 1, '"Street" in "Delivery address"')) as form:
        street, other = (
            next(one for one in form.entries.placed if one.field.column == column)
            for column in ("delivery_street", "billing_street")
        )
        assert (street.widget.winfo_manager(), other.widget.winfo_manager()) == ("", "grid")


def test_what_is_disabled_takes_nothing(display: str) -> None:
    for label in ("Phone", "Country", "Remarks", "I accept the terms", "Credit limit"):
        with shown(display, Drift("disabled", 1, label)) as form:
            [placed] = [one for one in form.entries.placed if one.field.label == label]
            assert str(placed.widget.cget("state")) == "disabled"
    with shown(display, Drift("disabled", 1, "Notes")) as form:
        assert [form.notebook.tab(tab, "state") for tab in form.notebook.tabs()] == [
            "normal",
            "normal",
            "disabled",
        ]


def test_an_entry_of_a_list_is_altered(display: str) -> None:
    for how, count in (("removed", 0), ("second_equal", 2), ("relabelled", 0), ("disabled", 1)):
        with shown(display, Drift(how, 1, "Germany")) as form:
            [country] = [one.widget for one in form.entries.placed if one.field.column == "country"]
            assert list(country["values"]).count("Germany") == count


def test_what_bears_no_label_is_not_altered(display: str, tmp_path: Path) -> None:
    with shown(display, Drift("removed", 1, "Yes"), events=tmp_path / "events"):
        assert not (tmp_path / "events").exists()


@pytest.mark.parametrize("name", ["moved", "resized", "font", "font_size", "theme", "dpi"])
def test_other_looks_are_on_the_screen(display: str, name: str, tmp_path: Path) -> None:
    for seed in (1, 2, 3):
        events = tmp_path / f"events-{seed}"
        words = ["--db", ":memory:", "--drift", name, "--drift-seed", str(seed), "--events", str(events)]
        form = drifted(open_database(Path(":memory:")), _on(display, words))
        try:
            form.wait_visibility()
            form.update()
            right, bottom = form.winfo_rootx() + form.winfo_width(), form.winfo_rooty() + form.winfo_height()
            assert right <= SCREEN[0]
            assert bottom <= SCREEN[1]
            assert events.read_text().startswith("drift ")
        finally:
            form.destroy()


def _on(display: str, words: list[str]) -> argparse.Namespace:
    return parser().parse_args([*words, "--screen", display])


def test_a_layout_that_does_not_fit_is_refused(display: str) -> None:
    with pytest.raises(TooLarge):
        CustomerForm(open_database(Path(":memory:")), Layout(density=2.0), screen=display)


def test_it_comes_up_empty_and_is_filled(display: str, tmp_path: Path) -> None:
    with shown(display, Drift("slow_start", 1), events=tmp_path / "events") as form:
        assert not form.notebook.winfo_manager()
        until(form, form.notebook.winfo_manager)
        assert form.notebook.winfo_manager() == "pack"


def test_it_asks_in_between(display: str, tmp_path: Path) -> None:
    events = tmp_path / "events"
    with shown(display, Drift("dialog", 4), events=events) as form, Input(display) as hands:
        at = Point(form.winfo_rootx() + 3, form.winfo_rooty() + 3)
        for _ in range(40):
            hands.perform(Click(point=at), Monitor())
            form.update()
        until(form, lambda: "drift asked" in events.read_text())


@pytest.mark.parametrize(
    "layout", [PLAIN, Layout(seed=7, points=13, dark=True, theme="alt", place=(0, 0))], ids=["plain", "dark"]
)
def test_the_log_says_what_was_done_and_not_where(display: str, tmp_path: Path, layout: Layout) -> None:
    events = tmp_path / "events"
    with shown(display, layout=layout, events=events) as form, Input(display) as hands:
        enter(form, hands, "name", lambda count: len(lines(events)) == count)
        enter(form, hands, "terms", lambda count: len(lines(events)) == 3 + count)
    assert lines(events) == [
        "press 1 TEntry name",
        "key Z TEntry name",
        "key o TEntry name",
        "press 1 TCheckbutton terms",
        "key Z TCheckbutton terms",
        "key o TCheckbutton terms",
    ]


def enter(form: CustomerForm, hands: Input, column: str, heard: Callable[[int], bool]) -> None:
    """Click a field and type two letters, each time until so many events were heard."""
    [widget] = [one.widget for one in form.entries.placed if one.field.column == column]
    at = Point(widget.winfo_rootx() + 8, widget.winfo_rooty() + widget.winfo_height() // 2)
    hands.perform(Click(point=at), Monitor())
    until(form, lambda: heard(1))
    hands.perform(Type(text="Zo"), Monitor())
    until(form, lambda: heard(3))
