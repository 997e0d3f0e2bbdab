"""Set off: a caption behind another one, after the one gap of their line that is wider than its spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.text.gaps import parts_between

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene
    from tools.see.text.gaps import Gap, Spacing

_FEWEST = 3
"""Words of which there is a space beside the gap."""
_WIDER = 1.8
"""Times as wide as the next widest gap of the line is that one, at least."""
WIDE, _BETWEEN = 0.8, 0.5
"""Heights of a line's letters that a gap is wide which is no space, at least (of 13 fonts that are not
fixed-width, a space is 0.6 of a capital at most, and a line with one is as high at least); and where the line
is an indicator's caption and what comes next is another indicator or a field."""
_NEXT = 1.0
"""Heights of a line that it stands beside those, at most."""


def set_off(scene: Scene, line: Line, spacing: Spacing) -> tuple[Gap, ...]:
    """The gap before a caption that begins with no small letter; none in a fixed-width font, or in prose."""
    gaps = sorted(spacing.gaps, key=lambda gap: -gap.width)
    if line.evidence is None or len(line.text.split()) < _FEWEST or len(gaps) < _FEWEST - 1:
        return ()
    least = _BETWEEN if _is_between(scene, line) else WIDE
    if gaps[0].width < max(least * spacing.height, _WIDER * gaps[1].width):
        return ()
    behind = line.evidence.read(parts_between(line.box, gaps[:1])[1]).text
    return (gaps[0],) if behind and begins_caption(behind.split()[0]) else ()


def begins_caption(word: str) -> bool:
    """Whether a caption may begin with a word; around a sign by itself much is blank, as around a 1."""
    return len(word) > 1 and not word[0].islower()


def _is_between(scene: Scene, line: Line) -> bool:
    """Whether a line stands right behind an indicator, and another one or a field right behind it."""
    box, reach = line.box, round(_NEXT * line.box.height)
    row = [one for one in scene.widgets if one.box.same_row(box)]
    is_caption = any(one.is_indicator and abs(box.left - one.box.right) <= reach for one in row)
    leads = any((one.is_indicator or one.is_field) and abs(one.box.left - box.right) <= reach for one in row)
    return is_caption and leads
