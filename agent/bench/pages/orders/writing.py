"""Writing of steps, as the embedded model reads them. Pure."""

from __future__ import annotations

from agent.task.variables import quoted


def click(name: str) -> str:
    """A click on a text."""
    return f'Click "{quoted(name)}"'


def click_icon(meaning: str) -> str:
    """A click on an icon."""
    return f'Click the "{quoted(meaning)}" icon'


def press(chord: str, times: int = 1) -> str:
    """Keys, together."""
    return f"Press {chord}" if times == 1 else f"Press {chord} {times} times"


def enter(text: str, field: str | None = None) -> str:
    """Typing into a field; None: where the focus is."""
    return f'Type "{quoted(text)}"' + (f' into "{quoted(field)}"' if field else "")


def fill(field: str, text: str) -> str:
    """Setting of a field of any kind."""
    return f'Set "{quoted(field)}" to "{quoted(text)}"'


def hover(name: str) -> str:
    """Resting of the pointer on a text."""
    return f'Hover over "{quoted(name)}"'


def scroll_to(name: str) -> str:
    """Scrolling until a text can be seen."""
    return f'Scroll down until "{quoted(name)}"'


def right_click(name: str) -> str:
    """A click with the right button on a text."""
    return f'Right-click "{quoted(name)}"'


def select(value: str, field: str) -> str:
    """A choice in a drop-down list."""
    return f'Select "{quoted(value)}" in "{quoted(field)}"'


def tick(name: str) -> str:
    """A tick in a box."""
    return f'Tick "{quoted(name)}"'


def click_in_row(name: str, row: str) -> str:
    """A click on a text in the row of another one."""
    return f'Click "{quoted(name)}" in row "{quoted(row)}"'


def scroll_in(place: str, name: str) -> str:
    """Scrolling in a place until a text can be seen."""
    return f'Scroll down in "{quoted(place)}" until "{quoted(name)}"'
