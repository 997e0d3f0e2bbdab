"""Rules: forms of English orders, and the steps that each asks for. Pure.

What is named is found by its name. `The text field` and `the list` have none on most pages: what an order
calls the only one of its kind, the keyboard comes to by Tab.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.pages.orders.writing import (
    click,
    click_icon,
    enter,
    fill,
    hover,
    press,
    scroll_to,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rule = tuple[str, Callable[..., Sequence[str]]]

_CLICK = r"(?:find and )?(?:click|press|push|tap|pick)(?: on)?"
_KIND = r"(?:button|link|tab|item|folder|file|folder or file)"
_NAME = r'"([^"]+)"'
_TEXT_FIELD = r"(?:text field|text input|textbox|input)"
_TAB = press("Tab")


def _labeled(name: str) -> list[str]:
    """What closes a window is drawn, whatever letter stands for it."""
    return [click_icon("Close")] if name.lower() == "x" else [click(name)]


def _cased(text: str, case: str) -> list[str]:
    return [_TAB, enter(text.upper() if case.lower() == "upper" else text.lower())]


def _names(listed: str) -> list[str]:
    return [] if listed.lower() == "nothing" else [click(name) for name in listed.split(", ")]


def _path(path: str) -> list[str]:
    """To rest on an entry opens what is below it; a click may choose the entry itself."""
    *above, last = path.split(">")
    return [*map(hover, above), click(last)]


def _email(sender: str, *steps: str) -> list[str]:
    return [scroll_to(sender), click(sender), *steps]


_CLICKS: tuple[Rule, ...] = (
    (
        rf"{_CLICK}(?: the| a)?(?: {_KIND})?(?: labeled| named)? {_NAME}(?: {_KIND})?",
        lambda name: [click(name)],
    ),
    (rf"{_CLICK} the {_KIND} in the dialog(?: box)? labeled {_NAME}", _labeled),
    (rf"close the dialog(?: box)? by clicking the {_NAME}", _labeled),
    (rf"{_CLICK} (?:the )?button (\w+)", lambda name: [click(name)]),
    (rf"{_CLICK} the (\w+) button", lambda name: [click(name)]),
    (rf"{_CLICK} (tab #\d+)", lambda name: [click(name)]),
    (rf"{_CLICK} the button", lambda: [_TAB, press("Enter")]),
    (rf"navigate through the file tree\. {_CLICK} the {_KIND} named {_NAME}", lambda name: [click(name)]),
)
_CHOICES: tuple[Rule, ...] = (
    (r"select ([^,\s>]+(?:, [^,\s>]+)*)", _names),
    (r"select ([^,>]+(?:>[^,>]+)+)", _path),
    (r"(?:select|choose) ([^,]+) from the scroll list", lambda name: [scroll_to(name), click(name)]),
    (
        r"(?:select|choose) ([^,]+) from the (?:list|dropdown|drop-down)",
        lambda name: [_TAB, press("Alt+Down"), scroll_to(name), click(name)],
    ),
    (r"select (\S+) as the (date|time)", lambda value, field: [fill(field, value)]),
)
_ENTRIES: tuple[Rule, ...] = (
    (rf"focus (?:into|on) the {_TEXT_FIELD}", lambda: [_TAB]),
    (rf"(?:enter|type) {_NAME} (?:into|in) the {_TEXT_FIELD}", lambda text: [_TAB, enter(text)]),
    (rf"(?:enter|type) {_NAME} in all (upper|lower) case letters in the {_TEXT_FIELD}", _cased),
    (r"(?:enter|type) ([^\"]+) as the (?:date|time)", lambda value: [_TAB, enter(value.replace(" ", ""))]),
    (
        rf"enter the \w+ {_NAME} into both text fields",
        lambda text: [_TAB, enter(text), _TAB, enter(text)],
    ),
    (
        rf"enter the (\w+) {_NAME} and the (\w+) {_NAME} into the text fields",
        lambda field, text, other, more: [enter(text, field), enter(more, other)],
    ),
    (
        r"search for (\w+) movies directed by (\w+) from year (\d+)",
        lambda genre, director, year: [
            enter(genre, "Genre"), enter(director, "Director"), enter(year, "Year"), click("Search"),
        ],
    ),
    (
        r"scroll the textarea to the (bottom|top) of the text",
        lambda end: [_TAB, press("Ctrl+End" if end.lower() == "bottom" else "Ctrl+Home")],
    ),
)  # fmt: skip
_EMAILS: tuple[Rule, ...] = (
    (
        r"find the email by (.+) and click the (\w+) icon to .+",
        lambda sender, icon: _email(sender, click_icon(icon)),
    ),
    (
        r"find the email by (.+) and forward that email to (.+)",
        lambda sender, to: _email(sender, click("Forward"), enter(to, "to"), click_icon("Send")),
    ),
    (
        rf"find the email by (.+) and reply to them with the text {_NAME}",
        lambda sender, text: _email(sender, click("Reply"), enter(text), click_icon("Send")),
    ),
)
RULES: tuple[Rule, ...] = (*_CLICKS, *_CHOICES, *_ENTRIES, *_EMAILS)
"""Pattern of a whole order, without a full stop at its end; and what writes its steps of the groups."""
