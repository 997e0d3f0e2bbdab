"""Outline of a screen in JSON: the plan that each toolkit draws in its way, and the truth that it tells."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

State = Literal["on", "off", "mixed", "chosen", "open", "closed", "leaf"]
Kind = Literal[
    "field", "area", "number", "date", "dropdown", "combo", "checkbox", "radio", "switch", "slider",
    "progress", "table", "list", "tree", "link", "text",
]  # fmt: skip
"""What a plan asks for."""
Columns = Literal[1, 2, 3]
LabelSide = Literal["left", "left, flush right", "above", "inside"]


class Node(TypedDict):
    """An entry of a tree; they come in order, from top to bottom, those within closed ones too."""

    text: str
    depth: int
    state: State
    chosen: bool


class Element(TypedDict):
    """An element with its label. What is optional belongs to some kinds alone."""

    kind: Kind
    label: str
    value: str
    """What it holds; of a slider or progress bar its share in percent."""
    placeholder: str
    state: State | None
    enabled: bool
    readonly: bool
    focused: bool
    help: str | None
    unit: str | None
    width: int
    """In characters."""
    choices: NotRequired[list[str]]
    """Of a drop-down, combo, radio group and list."""
    choice: NotRequired[int | None]
    headers: NotRequired[list[str]]
    rows: NotRequired[list[list[str]]]
    chosen: NotRequired[int | None]
    """The row of a table."""
    nodes: NotRequired[list[Node]]
    format: NotRequired[str]
    """In which a date field shows dates, such as `dd.MM.yyyy`; else one of its program's choice."""


class Group(TypedDict):
    """Elements in a frame with a caption, or in none."""

    caption: str | None
    columns: Columns
    labels: LabelSide
    rows: list[Element]


class Tool(TypedDict):
    """An entry of a tool bar."""

    icon: str
    text: str | None


class MenuItem(TypedDict):
    """An entry of an open menu; a state `on` or `off` makes it one with a tick."""

    text: str
    state: State | None
    enabled: bool
    keys: str | None
    """The keys that are shown at its right."""


class Menu(TypedDict):
    """A menu of a menu bar."""

    text: str
    items: list[MenuItem]


class Tab(TypedDict):
    """A tab of a row of tabs; the groups stand on the one that is chosen."""

    text: str
    chosen: bool


class Button(TypedDict):
    """A push button at the foot of the window."""

    text: str
    enabled: bool
    default: bool


class Plan(TypedDict):
    """A window."""

    seed: int
    title: str
    theme: str | None
    dark: bool
    points: int
    font: str | None
    scale: float
    at: list[int]
    size: list[int] | None
    menus: list[Menu]
    open_menu: int | None
    toolbar: list[Tool]
    tabs: list[Tab]
    groups: list[Group]
    buttons: list[Button]
    status: str | None
    used: NotRequired[bool]
    """Whether it is to be used, not only looked at: it lives, nothing in it is open, and its first button
    writes its truth into the file that the environment names in TRAINING_SAVE."""


class Truth(TypedDict):
    """What a program tells of the window that it shows."""

    elements: list[dict[str, Any]]
    """Each with `kind`, `box` in pixels, `state`, `enabled`, `text`, `label`, `label_box`, `focused`."""
    ignore: NotRequired[list[list[int]]]
    """Boxes in which nothing is known."""
    relative: NotRequired[bool]
    """Whether boxes are in pixels of the window's area, whose place its program does not know."""
