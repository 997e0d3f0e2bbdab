"""Glyphs on one region, gathered into runs as a person reads them: words of one line, not two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.vision.regions import Outline

TALLEST = 64
"""Pixels; what is taller is no glyph."""
LEAST_GAP = 12
"""Pixels between two runs at the smallest letters: a space of a fixed-width font is at most this wide."""


def is_glyph(box: Box) -> bool:
    """Whether a letter, or letters that touch, can have this box."""
    return 2 <= box.height <= TALLEST and box.width >= 2 or box.width >= 3 and box.height >= 1


def gather_runs(glyphs: Iterable[Box]) -> list[list[Box]]:
    """Runs of glyphs on one base line with less than a space between neighbours, each left to right."""
    runs: list[list[Box]] = []
    for row in _rows(glyphs):
        run = [row[0]]
        right = row[0].right
        for glyph in row[1:]:
            if glyph.left - right > _widest_space([*run, glyph]):
                runs.append(run)
                run = []
            run.append(glyph)
            right = max(right, glyph.right)
        runs.append(run)
    return [trimmed for run in runs if (trimmed := _without_icons(run))]


def bounds(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; there is at least one."""
    around, *others = boxes
    for box in others:
        around = around.union(box)
    return around


def is_rule(outline: Outline) -> bool:
    """Whether it is a line drawn across: a separator, an underline, a caret."""
    width, height = outline.box.width, outline.box.height
    return (height <= 3 and width >= 24) or (width <= 3 and height >= 24)


def _rows(glyphs: Iterable[Box]) -> list[list[Box]]:
    """Glyphs that share a band of height, top to bottom, each row left to right."""
    rows: list[tuple[int, int, list[Box]]] = []
    for glyph in sorted(glyphs, key=lambda box: -box.height):
        for index, (top, bottom, row) in enumerate(rows):
            shared = min(bottom, glyph.bottom) - max(top, glyph.top)
            if shared * 2 >= glyph.height or (glyph.height <= 5 and top - 2 <= glyph.top and glyph.bottom <= bottom + 2):
                rows[index] = (min(top, glyph.top), max(bottom, glyph.bottom), [*row, glyph])
                break
        else:
            rows.append((glyph.top, glyph.bottom, [glyph]))
    return [sorted(row) for _, _, row in sorted(rows, key=lambda entry: entry[0])]


def _widest_space(run: list[Box]) -> int:
    return max(LEAST_GAP, max(glyph.height for glyph in run))


def _without_icons(run: list[Box]) -> list[Box]:
    """The run without a picture before or after its letters: taller than they are, and set apart."""
    while len(run) > 2 and _apart(run[0], run[1:]):
        run = run[1:]
    while len(run) > 2 and _apart(run[-1], run[:-1]):
        run = run[:-1]
    return run


def _apart(end: Box, rest: list[Box]) -> bool:
    letters = bounds(rest)
    gap = max(letters.left - end.right, end.left - letters.right)
    return gap >= 4 and end.height >= 12 and end.height > letters.height
