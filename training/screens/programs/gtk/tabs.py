"""Tabs of GTK: a notebook, or a switcher of buttons."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from training.screens.programs.gtk.binding import Gtk, append
from training.screens.programs.gtk.boxes import box, children
from training.screens.programs.truth import element

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.programs.truth import Told


def tabs(plan: Any, page: Any) -> tuple[Any, Callable[[], list[Told]]]:
    """A widget with the tabs of a plan, the chosen one of which shows the page."""
    return (_notebook if plan["seed"] // 2 % 2 else _switcher)(plan, page)


def _told(plan: Any, boxes: list[Any]) -> list[Told]:
    return [
        element("tab", place, text=tab["text"], state="chosen" if tab["chosen"] else None)
        for tab, place in zip(plan["tabs"], boxes)
    ]


def _switcher(plan: Any, page: Any) -> tuple[Any, Callable[[], list[Told]]]:
    outer = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    stack = Gtk.Stack()
    switcher = Gtk.StackSwitcher(stack=stack, halign=Gtk.Align.CENTER, margin_top=6)
    append(outer, switcher)
    append(outer, stack)
    for at, tab in enumerate(plan["tabs"]):
        one = page if tab["chosen"] else Gtk.Label()
        one.show()
        stack.add_titled(one, str(at), tab["text"])
        if tab["chosen"]:
            stack.set_visible_child(one)
    return outer, lambda: _told(plan, [box(one) for one in children(switcher)])


def _notebook(plan: Any, page: Any) -> tuple[Any, Callable[[], list[Told]]]:
    book = Gtk.Notebook()
    labels = []
    for tab in plan["tabs"]:
        labels.append(Gtk.Label(label=tab["text"]))
        one = page if tab["chosen"] else Gtk.Label()
        one.show()
        book.append_page(one, labels[-1])
        if tab["chosen"]:
            book.set_current_page(len(labels) - 1)

    def tell() -> list[Told]:
        """Each tab reaches halfway to the next label, and from the notebook's top down to its page."""
        places = [box(label) for label in labels]
        top, bottom = box(book)[1], box(page)[1] - page.get_margin_top() * page.get_scale_factor()
        gaps = [after[0] - before[0] - before[2] for before, after in pairwise(places)]
        half = min(gaps) / 2
        return _told(plan, [[place[0] - half, top, place[2] + 2 * half, bottom - top] for place in places])

    return book, tell
