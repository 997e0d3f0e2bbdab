"""Check boxes, radio buttons and switches that a locator leads to. Strict, as `find`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.errors import Ambiguous, NotFound, NoWidget
from tools.locate.fields import labelled
from tools.locate.find import absent, qualified, spots_of
from tools.locate.layout.claims import comes_behind
from tools.locate.layout.labels import indicator_of
from tools.locate.layout.leading import placing
from tools.locate.layout.switched import may_be_of_label
from tools.locate.named import at_second_look, chosen, in_cell
from tools.locate.radios import one_of_group
from tools.ocrtext.same import letters
from tools.see.shapes.switches import has_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.locate.locator import Locator
    from tools.locate.spots import Spot
    from tools.see.scene import Line, Scene, Widget

_CAPTION = 2
"""Times its height that a box with its caption is wide, at least."""


def find_indicator(scene: Scene, locator: Locator) -> Widget:
    """The check box or radio button with that caption, or in a column and row of a table.

    Its state is unknown where it is in doubt.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    try:
        found = at_second_look(scene, locator, _indicator, _indicator_or_switch)
    except NoWidget:
        looked_for = _before_its_caption(scene, locator)
        if looked_for is None:
            raise
        return one_of_group(scene, looked_for)
    return one_of_group(scene, scene.judged(found))


def _before_its_caption(scene: Scene, locator: Locator) -> Widget | None:
    """The indicator that no shape shows, in front of what a locator leads to; or none."""
    spots = spots_of(scene, locator.text)
    near_by = [(spot, near) for spot in spots if (near := scene.indicator_before(spot.line)) is not None]
    again = (scene.looked_at_again() if near_by else None) or scene
    found = [(spot, near) for spot, near in near_by if not _is_of_label(again, near, spot.line)]
    kept = qualified(scene, locator, [spot.line.box for spot, _ in found]) if found else []
    return chosen(scene, locator, [found[index][1] for index in kept]) if kept else None


def _is_of_label(scene: Scene, part: Widget, caption: Line) -> bool:
    """Whether what was seen before a caption is the knob of a switch that may be of the text before it."""
    around = (one for one in scene.widgets if one.is_indicator and one.box.contains(part.box.center))
    return any(may_be_of_label(scene, switch, caption) for switch in around)


def _indicator(scene: Scene, locator: Locator) -> Widget:
    spots = spots_of(scene, locator.text)
    if not spots:
        text, missing = letters(locator.text), absent(scene, locator.text)
        # Perhaps it was read with its box: as a letter before it, or the whole as nothing that makes sense.
        is_within = any(text in letters(line.text) for line in scene.lines) or any(
            one.box.width > _CAPTION * one.box.height for one in scene.unread
        )
        raise NoWidget(missing) if is_within else NotFound(missing)
    try:
        return _own_indicator(scene, locator, spots)
    except NotFound:
        cell = in_cell(scene, locator, spots, indicator=True)
        if cell is None:
            raise
    return cell


def _indicator_or_switch(scene: Scene, locator: Locator) -> Widget:
    """The indicator with that caption, or the switch with that label, which stands as a field's does."""
    try:
        return _indicator(scene, locator)
    except NoWidget as missing:
        names = [spot.line for spot in spots_of(scene, locator.text)]
        switches = {
            one.box: one
            for one in scene.widgets
            if one.kind == "checkbox" and has_shape(one.box) and not _has_own_caption(scene, one, names)
        }
        try:
            return switches[labelled(scene, locator, switches)]
        except NotFound:
            raise missing from None


def _has_own_caption(scene: Scene, switch: Widget, names: Sequence[Line]) -> bool:
    """Whether a text right behind a switch is nearer to it than the names are that stand before it.

    Then their own switch is one that is not seen.
    """
    gaps = [switch.box.left - name.box.right for name in names if name.box.same_row(switch.box)]
    nearest = min((gap for gap in gaps if gap >= 0), default=None)
    return nearest is not None and any(
        comes_behind(line.box, switch.box) and line.box.left - switch.box.right < nearest
        for line in scene.lines
        if line not in names
    )


def _own_indicator(scene: Scene, locator: Locator, spots: Sequence[Spot]) -> Widget:
    """The check box or radio button that has one of the captions for itself."""
    pairs = [(spot, near) for spot in spots if (near := indicator_of(scene, spot.line)) is not None]
    if not pairs:
        raise NoWidget(f'"{locator.text}" is on the screen, but no box to tick beside it')
    kept = [pairs[index] for index in qualified(scene, locator, [spot.line.box for spot, _ in pairs])]
    if any(placing(scene, spot.line) == "open" for spot, _ in kept):
        raise Ambiguous(
            f'"{locator.text}" stands between two boxes or buttons, and nothing tells which is its own: '
            f'say Click "{locator.text}", which clicks the text'
        )
    return chosen(scene, locator, [near for _, near in kept])
