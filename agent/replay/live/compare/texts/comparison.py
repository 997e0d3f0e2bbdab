"""Comparison of a screen with the recorded one: why not to go on, and what may differ but is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.beside import beside_another
from agent.replay.live.compare.entries.inserted import without_inserted
from agent.replay.live.compare.entries.lit import another_is_lit
from agent.replay.live.compare.entries.marks import another_is_marked
from agent.replay.live.compare.entries.order import in_anothers_place
from agent.replay.live.compare.screens.lists import without_lists
from agent.replay.live.compare.texts.asked import an_old_value_is_asked
from agent.replay.live.compare.texts.harmless import Circumstances, without_harmless
from agent.replay.live.compare.texts.rows import another_row_went
from agent.replay.live.compare.texts.said import Unlike, Wording, unlike
from agent.replay.live.compare.texts.targets import without_captions
from tools.ocrtext.alike import likeness
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.compare.screens.screens import Screens
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.scene import Line

_QUOTED = 3
"""So many texts are named in a message."""
_INSTEAD = 0.5
"""Two texts are at least so alike where one is named as what stands in place of the other."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of it."""

    reason: str | None = None
    """Why the screen is not the recorded one, as a clause for a person; None: it says the same."""
    told: tuple[str, ...] = ()
    """What differs and means nothing."""
    is_addition: bool = False
    """Whether all that was recorded is there, and something else besides: a question, a note."""


def compared(
    then: Screens,
    now: Screens,
    wording: Wording = Wording(),  # noqa: B008  (frozen)
    circumstances: Circumstances = Circumstances(),  # noqa: B008  (frozen)
    targets: Sequence[tuple[Frame, Point]] = (),
) -> Comparison:
    """Compare what two screens say, but for the captions of targets that are looked for later."""
    differing = unlike(then, now, wording)
    counted = replace(differing, new=without_inserted(differing.new, wording.inserted))
    found = without_captions(counted, then, now, targets)  # first: of what is left, each rule takes one alone
    left, told = without_harmless(found, then, now, circumstances)
    old = an_old_value_is_asked(then, now, wording, circumstances.target)
    row = another_row_went(wording.entries, then, now)
    reason = (
        _in_words(left, then, now) or old or row or _otherwise_arranged(then, now, wording, circumstances)
    )
    return Comparison(reason, told, is_addition=bool(left.new) and not left.missing)


def _otherwise_arranged(
    then: Screens, now: Screens, wording: Wording, circumstances: Circumstances
) -> str | None:
    """What says something else by where it stands, by what is lit, or by what is ticked."""
    was, scene = then.present, now.present
    by_keys = circumstances.target is None and not circumstances.is_last
    pointers = circumstances.pointer, circumstances.pointer_now
    return (
        in_anothers_place(was, scene, wording, circumstances.target)
        or _beside_another(then, now, wording)
        or another_is_lit(was, scene, wording, pointers, by_keys=by_keys, runs=(then, now))
        or another_is_marked(was, scene, wording)
    )


def _beside_another(then: Screens, now: Screens, wording: Wording) -> str | None:
    """As `beside_another`, but for lists that are open, which are looked for only where it matters."""
    reason = beside_another(then.present, now.present, wording)
    return reason and beside_another(without_lists(then), without_lists(now), wording)


def _in_words(found: Unlike, then: Screens, now: Screens) -> str | None:
    """The gravest of the differences: another text in the place of one, a new one, a missing one."""
    pairs = [(was, line) for was in found.missing for line in found.new]
    was, line = max(pairs, key=lambda pair: _alike(*pair), default=(None, None))
    if was and line and _alike(was, line) >= _INSTEAD:
        return f'"{was.text}" was recorded, and "{line.text}" is there, at {_at(line)}; {_hint(line)}'
    if found.new:
        more = _more_often(found.new[0], then, now)
        if more:
            return more
        named = ", ".join(f'"{line.text}"' for line in found.new[:_QUOTED])
        return f"something came up that the recording does not know: {named} at {_at(found.new[0])}"
    if found.missing:
        text = found.missing[0].text
        return f'"{text}" did not come up' if _is_fresh(text, then) else f'"{text}" is not on the screen'
    return None


def _more_often(line: Line, then: Screens, now: Screens) -> str | None:
    """What to say of a text that the recorded screen has too, but not so often."""
    before, count = (
        sum(same(line.text, one.text) for one in screens.present.lines) for screens in (then, now)
    )
    return f'"{line.text}" stands {count} times on the screen, and did {before} times' if before else None


def _alike(was: Line, line: Line) -> float:
    return likeness(was.text, line.text)


def _at(line: Line) -> str:
    return f"({line.box.center.x}, {line.box.center.y})"


def _hint(line: Line) -> str:
    box = line.box.grow(line.box.height // 4)
    return f"if it may differ, mask it: masks: [{{box: {list(box)}}}], or --learn"


def _is_fresh(text: str, then: Screens) -> bool:
    """Whether a recorded text was not yet on the screen that the last action was decided on."""
    before: Sequence[Line] = then.parser.read(then.earlier[-1]).lines if then.earlier else then.present.lines
    return not any(same(text, line.text) for line in before)
