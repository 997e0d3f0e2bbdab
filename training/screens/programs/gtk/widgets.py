"""Widgets of GTK for the elements of a plan, each with what tells its truth once it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.gtk.binding import FOUR, Gtk, append
from training.screens.programs.gtk.boxes import bars, box, children, offspring
from training.screens.programs.gtk.views import listed, scrolled, table, tree
from training.screens.programs.truth import element, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told

    Teller = Callable[[], list[Told]]
    Made = tuple[Any, Teller]


def field(asked: Any) -> Made:
    one = Gtk.Entry(text=asked["value"], width_chars=asked["width"], max_width_chars=asked["width"])
    one.set_placeholder_text(asked["placeholder"])
    one.set_editable(not asked["readonly"])
    one.set_visibility(not is_secret(asked))
    return one, lambda: [element("field", box(one), asked, text=one.get_text())]


def area(asked: Any) -> Made:
    one = Gtk.TextView(editable=not asked["readonly"], wrap_mode=Gtk.WrapMode.WORD, left_margin=4)
    one.get_buffer().set_text(
        "\n".join([asked["value"]] * (6 if asked["value"] and asked["width"] > 20 else 1))
    )
    outer = scrolled(one, 9 * max(24, asked["width"]), 76)
    return outer, lambda: [element("area", box(outer), asked, text=written(one)), *bars(outer)]


def written(one: Any) -> str:
    """All that stands in a text view."""
    buffer = one.get_buffer()
    return str(buffer.get_text(*buffer.get_bounds(), False))  # noqa: FBT003


def number(asked: Any) -> Made:
    one = Gtk.SpinButton.new_with_range(0, 99999, 1)
    one.set_value(int(asked["value"]))
    return one, lambda: [element("number", box(one), asked, text=one.get_text())]


def dropdown(asked: Any) -> Made:
    chosen = asked["choice"] if asked["value"] else None
    if FOUR and asked["kind"] == "dropdown" and chosen is not None:
        one: Any = Gtk.DropDown.new_from_strings(asked["choices"])
        one.set_selected(chosen)
        return one, lambda: [element("dropdown", box(one), asked, text=one.get_selected_item().get_string())]
    one = Gtk.ComboBoxText.new_with_entry() if asked["kind"] == "combo" else Gtk.ComboBoxText()
    for text in asked["choices"]:
        one.append_text(text)
    one.set_active(-1 if chosen is None else chosen)
    if asked["kind"] == "combo":
        one.get_child().set_placeholder_text(asked["placeholder"])
        one.get_child().set_width_chars(min(asked["width"], 16))
    return one, lambda: [element(asked["kind"], box(one), asked, text=one.get_active_text() or "")]


def checkbox(asked: Any) -> Made:
    one = Gtk.CheckButton(label=asked["label"])
    one.set_active(asked["state"] == "on")
    one.set_inconsistent(asked["state"] == "mixed")

    def state() -> str:
        return "mixed" if one.get_inconsistent() else "on" if one.get_active() else "off"

    return one, lambda: [ticked("checkbox", one, asked, asked["label"], state())]


def radio(asked: Any) -> Made:
    across = len(asked["choices"]) < 4 and asked["width"] < 20
    side = Gtk.Orientation.HORIZONTAL if across else Gtk.Orientation.VERTICAL
    frame, made = Gtk.Box(orientation=side, spacing=6 if across else 2), list[Any]()
    for text in asked["choices"]:
        if FOUR:
            one = Gtk.CheckButton(label=text, group=made[0] if made else None)
        else:
            one = Gtk.RadioButton.new_with_label_from_widget(made[0] if made else None, text)
        one.set_active(text == asked["value"])
        append(frame, one)
        made.append(one)
    plain = asked | {"focused": False}
    return frame, lambda: [
        ticked("radio", one, plain, text, "on" if one.get_active() else "off")
        for one, text in zip(made, asked["choices"])
    ]


def ticked(kind: str, one: Any, asked: Any, text: str, state: str) -> Told:
    """The truth of a box or circle with a caption: its indicator, which is a widget in GTK 4 alone."""
    label = next(inner for inner in offspring(one) if isinstance(inner, Gtk.Label))
    place = box(label)
    if FOUR:
        room = box(children(one)[0])
        room = [room[0] - 2, room[1] - 2, room[2] + 4, room[3] + 4]
    else:
        whole = box(one)
        room = [whole[0], whole[1] + 1, place[0] - whole[0] - 1, whole[3] - 2]
    return element(kind, room, asked, state=state, text=text, label_box=place, fit=True)


def switch(asked: Any) -> Made:
    one = Gtk.Switch(active=asked["state"] == "on", halign=Gtk.Align.START, valign=Gtk.Align.CENTER)
    return one, lambda: [
        element("switch", box(one), asked, state="on" if one.get_active() else "off", text=asked["label"])
    ]


def slider(asked: Any) -> Made:
    one = Gtk.Scale.new_with_range(Gtk.Orientation.HORIZONTAL, 0, 100, 1)
    one.set_value(int(asked["value"]))
    one.set_draw_value(asked["width"] > 20)
    one.set_size_request(180, -1)
    return one, lambda: [element("slider", box(one), asked, text=str(round(one.get_value())))]


def progress(asked: Any) -> Made:
    one = Gtk.ProgressBar(fraction=int(asked["value"]) / 100, show_text=asked["width"] > 20)
    one.set_size_request(200, -1)
    return one, lambda: [element("progress", box(one), asked)]


def link(asked: Any) -> Made:
    one = Gtk.LinkButton.new_with_label("https://example.com", asked["label"])
    inner = next(inner for inner in offspring(one) if isinstance(inner, Gtk.Label))
    return one, lambda: [element("link", box(inner), text=asked["label"])]


def text(asked: Any) -> Made:
    return Gtk.Label(label=asked["label"], xalign=0), list


MAKERS: dict[str, Callable[[Any], Made]] = {
    "field": field, "date": field, "area": area, "number": number, "dropdown": dropdown, "combo": dropdown,
    "checkbox": checkbox, "radio": radio, "switch": switch, "slider": slider, "progress": progress,
    "table": table, "list": listed, "tree": tree, "link": link, "text": text,
}  # fmt: skip
