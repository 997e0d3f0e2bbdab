"""Rows of chosen entries: what became of the recorded one's row has to become of this run's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.values.chosen import ChosenEntry
    from tools.see.scene import Line

_MOST = 0.5
"""Part of the texts beside an entry that are still there, at least, where its list is still shown."""


def without_rows(
    missing: Sequence[Line],
    new: Sequence[Line],
    rows: Sequence[tuple[Sequence[str], Sequence[str]]],
    says: Callable[[str, str], bool] = same,
    hide: tuple[Callable[[str], bool], Callable[[str], bool]] = (lambda _: False, lambda _: False),
) -> tuple[list[Line], list[Line]]:
    """The lines without those of rows that went: the recorded row in that run, the other one in this run.

    One of which only some texts are missing is still there, but for those that something lies over. A text
    that went counts as missing too where the same one came up elsewhere, and what is missing is the recorded
    text in place of that.

    Args:
        missing: Recorded lines that are not on the screen.
        new: Lines of the screen that were not recorded.
        rows: The texts in the row of each entry that was chosen, as recorded and now.
        says: Whether a recorded text has to read as another one in this run.
        hide: Whether something lies over a text on the recorded screen, and on the present one.
    """
    gone, stayed = list(missing), list(new)
    for was, now in rows:
        went, kept = _of(now, gone, says), _of(was, stayed, same)
        if _is_whole(went, now, was, says, hide[0]) and _is_whole(kept, was, now, same, hide[1]):
            gone = [line for line in gone if line not in went]
            stayed = [line for line in stayed if line not in kept]
    return gone, stayed


def another_row_went(entries: Sequence[ChosenEntry], then: Screens, now: Screens) -> str | None:
    """What went in this run is the recorded row, and the row that was chosen is still there."""
    for entry in entries:
        old, new = entry.was.text, entry.line.text
        if entry.turned or not (_lacks(then, old) and _lacks(now, old) and _lists(entry, now)):
            continue
        if not (_lacks(then, new) or _lacks(now, new)) and any(
            same(old, one.text) for one in entry.now.lines
        ):
            return f'"{old}" has gone, and "{new}" was chosen and is still there'
    return None


def _lacks(screens: Screens, text: str) -> bool:
    """Whether a text is not on the present screen, and nothing lies over it."""
    return not any(same(text, line.text) for line in screens.present.lines) and not screens.covers(text)


def _lists(entry: ChosenEntry, now: Screens) -> bool:
    """Whether most of what stood beside an entry when it was chosen is still on the screen."""
    stood = [line.text for line in entry.now.lines]
    shown = {line.text for line in now.present.lines}
    return sum(text in shown for text in stood) > _MOST * len(stood)


def _of(row: Sequence[str], lines: Sequence[Line], says: Callable[[str, str], bool]) -> list[Line]:
    """The lines that say what stands in a row, each text once; of several the one that reads as it does."""
    left, found = list(lines), []
    for text in row:
        saying = [one for one in left if says(one.text, text)]
        if saying:
            line = next((one for one in saying if same(one.text, text)), saying[0])
            left.remove(line)
            found.append(line)
    return found


def _is_whole(
    lines: Sequence[Line],
    row: Sequence[str],
    other: Sequence[str],
    says: Callable[[str, str], bool],
    hides: Callable[[str], bool],
) -> bool:
    """Whether lines are all that a row says; what the other row says as well makes no difference."""
    own = [text for text in row if not any(same(text, one) for one in other)]
    return bool(lines) and all(any(says(line.text, text) for line in lines) or hides(text) for text in own)
