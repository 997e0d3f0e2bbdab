"""Widgets of FLTK for the elements of a plan: how much room each takes, and how it is made at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import fltk as f

from training.screens.programs.truth import element, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Teller = Callable[[], list[Told]]
    Made = tuple[Any, Teller]
    Maker = Callable[[Any, "Room", int], Made]


class Room:
    """Where a widget goes, in pixels of the window."""

    def __init__(self, left: int, top: int, width: int, height: int) -> None:
        self.sides = (left, top, width, height)


def measure(text: str, size: int) -> int:
    """The width of a text, in pixels."""
    f.fl_font(f.FL_HELVETICA, size)
    return round(f.fl_width(text))


def extent(asked: Any, size: int) -> tuple[int, int] | None:
    """Width and height that an element takes; None of a kind that FLTK lacks."""
    line, longest = round(1.9 * size), max([0, *(measure(text, size) for text in asked.get("choices", ()))])
    letter, caption = measure("n", size), measure(asked["label"], size)
    known = {
        "field": (letter * asked["width"] + 12, line), "date": (letter * 12, line),
        "number": (letter * 8 + 24, line), "area": (letter * max(24, asked["width"]), 3 * line),
        "dropdown": (longest + 3 * line, line), "combo": (longest + 3 * line, line),
        "checkbox": (caption + 2 * size, line), "text": (caption + 8, line),
        "radio": (longest + 2 * size, line * len(asked.get("choices", ()))), "list": (18 * size, 5 * line),
        "slider": (14 * size, round(1.5 * size)), "progress": (14 * size, round(1.5 * size)),
    }  # fmt: skip
    return known.get(asked["kind"])


def box(one: Any) -> list[int]:
    """Where a widget lies in its window."""
    return [one.x(), one.y(), one.w(), one.h()]


def field(asked: Any, room: Room, size: int) -> Made:
    kind = f.Fl_Secret_Input if is_secret(asked) else f.Fl_Output if asked["readonly"] else f.Fl_Input
    one = kind(*room.sides)
    one.value(asked["value"])
    one.textsize(size)
    return one, lambda: [element("field", box(one), asked, text=one.value())]


def area(asked: Any, room: Room, size: int) -> Made:
    one = f.Fl_Multiline_Input(*room.sides)
    one.value(asked["value"])
    one.textsize(size)
    return one, lambda: [element("area", box(one), asked, text=one.value())]


def number(asked: Any, room: Room, size: int) -> Made:
    one = f.Fl_Spinner(*room.sides)
    one.range(0, 9999)
    one.value(int(asked["value"]))
    one.textsize(size)
    return one, lambda: [element("number", box(one), asked, text=f"{one.value():g}")]


def dropdown(asked: Any, room: Room, size: int) -> Made:
    one = (f.Fl_Input_Choice if asked["kind"] == "combo" else f.Fl_Choice)(*room.sides)
    for text in asked["choices"]:
        one.add(text)
    if asked["value"]:
        one.value(asked["choice"])
    one.textsize(size)

    def chosen() -> str:
        at = one.value()
        return at if isinstance(at, str) else asked["choices"][at] if at >= 0 else ""

    return one, lambda: [element(asked["kind"], box(one), asked, text=chosen())]


def checkbox(asked: Any, room: Room, size: int) -> Made:
    one = f.Fl_Check_Button(*room.sides, asked["label"])
    one.value(asked["state"] == "on")
    one.labelsize(size)
    return one, lambda: [ticked("checkbox", one, asked, asked["label"], size)]


def radio(asked: Any, room: Room, size: int) -> Made:
    left, top, width, height = room.sides
    group, made = f.Fl_Group(left, top, width, height), []
    for at, text in enumerate(asked["choices"]):
        line = height // len(asked["choices"])
        one = f.Fl_Round_Button(left, top + at * line, width, line, text)
        one.type(f.FL_RADIO_BUTTON)
        one.value(text == asked["value"])
        one.labelsize(size)
        made.append(one)
    group.end()
    plain = asked | {"focused": False}
    return group, lambda: [ticked("radio", one, plain, one.label(), size) for one in made]


def ticked(kind: str, one: Any, asked: Any, text: str, size: int) -> Told:
    """The truth of a box or circle with a caption: its indicator (Fl_Light_Button.cxx)."""
    left, top, width, height = box(one)
    middle = top + (height - size) // 2
    state = "on" if one.value() else "off"
    place = [left + size + 5, middle - 2, min(measure(text, size), width - size - 5), size + 4]
    return element(kind, [left + 2, middle, size, size], asked, state=state, text=text, label_box=place)


def slider(asked: Any, room: Room, _size: int) -> Made:
    one = f.Fl_Hor_Nice_Slider(*room.sides)
    one.bounds(0, 100)
    one.value(int(asked["value"]))
    return one, lambda: [element("slider", box(one), asked, text=f"{one.value():g}")]


def progress(asked: Any, room: Room, _size: int) -> Made:
    one = f.Fl_Progress(*room.sides)
    one.maximum(100)
    one.value(int(asked["value"]))
    one.selection_color(f.FL_DARK_BLUE)
    return one, lambda: [element("progress", box(one), asked)]


def listed(asked: Any, room: Room, size: int) -> Made:
    one = f.Fl_Hold_Browser(*room.sides)
    one.textsize(size)
    for text in asked["choices"]:
        one.add(text)
    if asked["choice"] is not None:
        one.value(asked["choice"] + 1)
    return one, list


def text(asked: Any, room: Room, size: int) -> Made:
    one = f.Fl_Box(*room.sides, asked["label"])
    one.align(f.FL_ALIGN_LEFT | f.FL_ALIGN_INSIDE)
    one.labelsize(size)
    return one, list


MAKERS: dict[str, Maker] = {
    "field": field, "date": field, "area": area, "number": number, "dropdown": dropdown, "combo": dropdown,
    "checkbox": checkbox, "radio": radio, "slider": slider, "progress": progress, "list": listed,
    "text": text,
}  # fmt: skip
