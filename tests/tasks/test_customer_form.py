"""The form in this process: what it accepts and refuses, and that every seed gives a tidy window."""

from __future__ import annotations

import itertools
import os
import subprocess
import tkinter as tk
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tkinter import ttk
from typing import TYPE_CHECKING, Any

import pytest
from customer_form import CustomerForm
from customer_layout import THEMES, Layout
from customer_record import Customer, open_database

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALOG = ".__tk__messagebox"
POLL_MS = 10
SCREEN = Box(0, 0, 1280, 800)
GOOD = Customer(name="Zoë Łukasiewicz", email="zoe@post.example", country="Poland", terms=True)


class QuietForm(CustomerForm):
    """A form whose callbacks' errors fail the test instead of being printed."""

    def report_callback_exception(self, *error: object) -> None:
        raise error[1]


@contextmanager
def shown(display: str, seed: int = 0, lie: str = "", events: Path | None = None) -> Iterator[QuietForm]:
    database = open_database(Path(":memory:"))
    form = QuietForm(database, Layout.from_seed(seed), screen=display, events=events, lie=lie)
    try:
        form.wait_visibility()
        form.update()
        yield form
    finally:
        form.destroy()


def answer(form: CustomerForm, buttons: tuple[str, ...], said: list[str]) -> None:
    """Press the first button once its message box is there, keep what the box says; then the next one's."""
    if not int(form.tk.call("winfo", "exists", f"{DIALOG}.{buttons[0]}")):
        form.after(POLL_MS, answer, form, buttons, said)
        return
    said.append(form.tk.call(f"{DIALOG}.msg", "cget", "-text"))
    if buttons[1:]:
        form.after(POLL_MS, answer, form, buttons[1:], said)
    form.tk.call(f"{DIALOG}.{buttons[0]}", "invoke")


def save(form: CustomerForm, *buttons: str) -> list[str]:
    """Save, answer the dialogs that come up; what the dialogs said."""
    said: list[str] = []
    form.save()
    form.after(POLL_MS, answer, form, buttons, said)
    while len(said) < len(buttons):
        form.update()
    form.update()
    return said


def rows(form: CustomerForm) -> list[tuple[object, ...]]:
    return form.database.execute("select * from customers").fetchall()


def test_saves_after_the_question_is_answered_with_yes(display: str) -> None:
    with shown(display) as form:
        extra = {"credit_limit": 2500, "note": "  two\nlines ", "billing_street": " Main Road 1 "}
        form.entries.write(replace(GOOD, **extra))
        assert save(form, "yes") == ["Save this customer?"]
        assert form.status.get() == "Customer saved"
        person = (1, "Zoë Łukasiewicz", "zoe@post.example", "", "Poland")
        account = ("Private", 2500, "EUR", 1, 0, 0)
        addresses = ("Main Road 1", "", "", "", "", "")
        assert rows(form) == [(*person, *account, *addresses, "two\nlines")]


def test_saves_nothing_when_the_question_is_answered_with_no(display: str) -> None:
    with shown(display) as form:
        form.entries.write(GOOD)
        save(form, "no")
        assert form.status.get() == "Not saved"
        assert rows(form) == []


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"email": "zoe.post.example"}, "E-mail address is not valid."),
        ({"email": "zoe@post"}, "E-mail address is not valid."),
        ({"name": " "}, "Full name is required."),
        ({"country": ""}, "Country is required."),
        ({"terms": False}, "The terms must be accepted."),
        ({"name": "", "terms": False}, "Full name is required.\nThe terms must be accepted."),
    ],
)
def test_refuses_what_is_wrong_and_says_why(display: str, wrong: dict[str, Any], complaint: str) -> None:
    with shown(display) as form:
        form.entries.write(replace(GOOD, **wrong))
        assert save(form, "ok") == [complaint]
        assert form.status.get() == "Not saved"
        assert rows(form) == []


def test_says_what_the_database_says_when_it_cannot_save(display: str) -> None:
    with shown(display) as form:
        form.entries.write(GOOD)
        form.database.execute("drop table customers")
        assert save(form, "yes", "ok") == ["Save this customer?", "no such table: customers"]
        assert form.status.get() == "Not saved"


def test_a_second_press_while_the_question_is_to_come_asks_once(display: str) -> None:
    with shown(display) as form:
        form.entries.write(GOOD)
        form.save()
        save(form, "yes")
        assert len(rows(form)) == 1


def test_clear_brings_back_a_new_form(display: str) -> None:
    with shown(display) as form:
        form.entries.write(replace(GOOD, credit_limit=7, note="something"))
        form.clear()
        assert form.entries.read() == Customer()


def test_the_credit_limit_takes_digits_only(display: str) -> None:
    with shown(display) as form:
        box = next(widget for widget in leaves(form) if isinstance(widget, ttk.Spinbox))
        box.insert("end", "5")
        box.insert("end", "x")
        box.insert("end", "9999999")
        assert form.entries.read().credit_limit == 5


def test_a_seed_gives_one_layout_and_zero_the_plain_one() -> None:
    assert Layout.from_seed(7) == Layout.from_seed(7)
    assert Layout.from_seed(0) == Layout()
    assert Layout().order("Contact", ["a", "b", "c"]) == ["a", "b", "c"]
    looks = [Layout.from_seed(seed) for seed in range(30)]
    assert {(look.labels, look.columns) for look in looks} == {("left", 1), ("left", 2), ("above", 2)}
    assert len({look.theme for look in looks}) == 4
    assert len({look.points for look in looks}) == 5
    assert len({tuple(look.order("Contact", "abcd")) for look in looks}) > 10


@pytest.mark.parametrize("seed", range(30))
def test_every_look_is_on_the_screen_and_nothing_overlaps_or_is_cut(display: str, seed: int) -> None:
    with shown(display, seed) as form:
        frame = framed(form, display)
        assert frame.height > form.winfo_height() + 30  # the title and the menu
        assert within(frame, SCREEN)
        for tab in form.notebook.tabs():
            form.notebook.select(tab)
            form.update()
            check_page(form)


@pytest.mark.parametrize("theme", THEMES)
def test_a_choice_stays_readable_when_the_keyboard_goes_on(display: str, theme: str) -> None:
    seed = next(seed for seed in range(100) if Layout.from_seed(seed).theme == theme)
    with shown(display, seed) as form:
        style = ttk.Style(form)
        for state in (["readonly"], ["readonly", "!focus"], ["readonly", "focus"]):
            for text, ground in (("foreground", "fieldbackground"), ("selectforeground", "selectbackground")):
                colours = [style.lookup("TCombobox", option, state) or "black" for option in (text, ground)]
                assert brightness(form, colours[0]) != brightness(form, colours[1]), (state, colours)


def brightness(form: CustomerForm, colour: str) -> int:
    return sum(form.winfo_rgb(colour))


def check_page(form: CustomerForm) -> None:
    window = extent(form)
    seen = [widget for widget in leaves(form) if widget.winfo_viewable()]
    assert len(seen) > 3
    for widget in seen:
        assert within(extent(widget), window), widget
        assert widget.winfo_width() >= widget.winfo_reqwidth(), widget
        assert widget.winfo_height() >= widget.winfo_reqheight(), widget
    for one, other in itertools.combinations(seen, 2):
        assert extent(one).overlap(extent(other)).area == 0, (one, other)


def leaves(widget: tk.Misc) -> list[tk.Misc]:
    """The widgets without widgets in them, menus apart (they are windows of their own)."""
    inner = [child for child in widget.winfo_children() if not isinstance(child, tk.Menu)]
    return [leaf for child in inner for leaf in leaves(child)] if inner else [widget]


def extent(widget: tk.Misc) -> Box:
    return Box(widget.winfo_rootx(), widget.winfo_rooty(), widget.winfo_width(), widget.winfo_height())


def framed(form: CustomerForm, display: str) -> Box:
    """The window with its menu and with what the window manager draws around it, which Tk doesn't count."""
    command = ["xdotool", "getwindowgeometry", "--shell", str(int(form.frame(), 16))]
    told = subprocess.run(command, env=os.environ | {"DISPLAY": display}, check=True, capture_output=True)
    said = dict(line.split("=") for line in told.stdout.decode().split())
    return Box(int(said["X"]), int(said["Y"]), int(said["WIDTH"]), int(said["HEIGHT"]))


def within(inner: Box, outer: Box) -> bool:
    return inner.overlap(outer) == inner


@pytest.mark.parametrize(
    ("lie", "entered", "dialog", "count", "told"),
    [
        ("drop", GOOD, "yes", 0, "lie drop\n"),
        ("twice", GOOD, "yes", 2, "lie twice\n"),
        ("swap", GOOD, "yes", 1, ""),  # there are no cities, so it has nothing to lie about
        ("anyway", GOOD, "yes", 1, ""),
        ("anyway", replace(GOOD, email="nobody"), "ok", 1, "lie anyway\n"),
    ],
)
def test_a_lying_form_tells_its_lie_among_its_events_where_it_has_told_one(
    display: str, tmp_path: Path, lie: str, entered: Customer, dialog: str, count: int, told: str
) -> None:
    events = tmp_path / "events"
    events.touch()
    with shown(display, lie=lie, events=events) as form:
        form.entries.write(entered)
        save(form, dialog)
        assert form.status.get() == ("Customer saved" if dialog == "yes" else "Not saved")
        assert (len(rows(form)), events.read_text()) == (count, told)
