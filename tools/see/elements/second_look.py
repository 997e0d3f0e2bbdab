"""Second look: what the learned detector says of a scene, beside what its shapes show (`SecondLook`)."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from tools.see.elements.alike import with_areas_alike, with_fields_alike
from tools.see.elements.arrowed import with_arrowed_fields
from tools.see.elements.bordered import has_border_of
from tools.see.elements.copies import with_copies
from tools.see.elements.detector import Detector
from tools.see.elements.edges import with_exact_edges
from tools.see.elements.fusing import (
    ADDED,
    AS_WIDGET,
    INDICATORS,
    RENAMED,
    fuse,
    has_indicator,
    indicator_seen,
    is_mixed,
    judged,
    state_seen,
    with_switches,
)
from tools.see.elements.known import KnownMarks
from tools.see.elements.mistaken import without_asterisks, without_mistaken
from tools.see.elements.on_line import MASKED
from tools.see.elements.underlined import with_underlined_fields
from tools.see.pixels.dotted import ringless
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.faint import with_faint_fields
from tools.see.shapes.notched import with_notched_fields
from tools.see.shapes.switches import find_switches, has_shape, shows_twice
from tools.see.shapes.ticks import shows_bar
from tools.see.shapes.widgets import find_plain_boxes
from tools.see.text.numbered import BORDER
from tools.see.toggles.opinion import CHECKED, settled
from tools.see.toggles.reader import ToggleReader
from tools.see.toggles.scan import find_before, looked_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.geometry import Box, Size
    from tools.observation import Frame
    from tools.see.elements.element import Element
    from tools.see.scene import Line, Scene

REMEMBERED = 4
"""Looks that are kept: a step asks for the same one several times."""
CAPTIONS = 64
"""Captions for which it is known what stands before them: a second of work each, asked for on many frames."""
LIKE = 1
"""Pixels by which indicators of one column or row differ, at most."""
STATES = re.compile(
    r"o?(?:on|off|ein|aus|an|ja|nein|oui|non|yes|no|si|s\u00ed|s\u00ec|sim|nao|n\u00e3o|aan|uit|nej)o?|[ocdqg]*"
)
"""What a switch may say of its state, its knob read with it; and as what its round shape may be read."""

SIGN = re.compile(r"[0-9a-uwzA-UWZ]|[0-9]+\+?")
"""What a badge may say; a tick is read as a V, X or Y at times."""
PLACED = 0.6
"""Share of their union that a switch and a field have in common which are seen at one place, at least."""


class LearnedLook:
    """Asks the detector; of a whole frame only where a step needs it, of a part in a hundredth of a second.

    Args:
        detector: By default the one whose weights are in the package, loaded at the first look.
        read: Reads what stands in a box of a frame; None: a box is not read.
        toggles: Says what a small box shows; by default the one whose weights are in the package.
    """

    def __init__(
        self,
        detector: Detector | None = None,
        read: Callable[[Frame, Box], Line] | None = None,
        toggles: ToggleReader | None = None,
    ) -> None:
        self._elements = lru_cache(maxsize=REMEMBERED)((detector or Detector()).detect)
        self._read = read
        self._toggles = toggles or ToggleReader()
        self._before: OrderedDict[tuple[Box, Size, bytes], Widget | None] = OrderedDict()
        self._known = KnownMarks()

    def widgets(self, scene: Scene) -> tuple[Widget, ...]:
        """The scene's widgets, switches, faint and underlined fields, and those that the detector adds."""
        elements = without_asterisks(self._elements(scene.frame, None, scene.text_height), scene.lines)
        switches = self._switches(scene, elements)
        fields = [one.box for one in elements if AS_WIDGET.get(one.kind) in ("field", "dropdown")]
        shapes = with_faint_fields(scene.frame, with_switches(scene.widgets, switches), fields)
        texts = [line.box for line in scene.lines]
        masks = [line.box for line in scene.lines if MASKED.fullmatch(line.text)]
        known, shapes = shapes, with_underlined_fields(scene.frame, shapes, elements, texts, masks)
        underlined = [one.box for one in shapes[len(known) :]]
        shapes = with_notched_fields(scene.frame, shapes, texts)
        shapes = with_arrowed_fields(scene.frame, shapes, elements)
        sure = {one.box: one for one in switches if shows_twice(scene.frame, one)}
        drawn = [one.box for one in shapes if one.is_field and one.box not in underlined]
        left = without_mistaken(elements, underlined, drawn, texts)
        exact = with_exact_edges(scene.frame, fuse(shapes, left), scene.widgets)
        may_be = [one.box for one in elements if AS_WIDGET.get(one.kind) == "field" and one.score >= RENAMED]
        alike = with_fields_alike(scene.frame, [sure.get(one.box, one) for one in exact], texts, may_be)
        regions = find_regions(scene.frame)
        found = with_copies(scene.frame, alike, letter_height(regions))
        plain = find_plain_boxes(scene.frame, regions)
        shown = [one.box for one in scene.widgets]
        return with_areas_alike(scene.frame, found, plain, texts, shown, underlined)

    def _switches(self, scene: Scene, elements: Sequence[Element]) -> list[Widget]:
        supposed = tuple(one.box for one in elements if one.kind in INDICATORS)
        return [
            one
            for one in find_switches(scene.frame, supposed)
            if not any(
                line.box.left >= one.box.left and _is_caption(line) for line in scene.lines_in(one.box)
            )
            and not self._is_field(scene, one.box, elements)
        ]

    def judged(self, scene: Scene, widget: Widget, *, turned: bool = False) -> Widget:
        """The widget; its state is unknown where the detector sees another, mixed where neither sees one.

        Unless it does not know the look: it sees several radio buttons of one group on, of which the shapes
        show one; or both knob and track of a switch show its state. What is on by its shape alone, where
        the detector sees no indicator and none like it stands beside it, may be a badge or an icon, unless
        it was seen to turn, or is as it was beside one that is off. A box with round corners is no radio
        button.
        """
        widget = self._of_kind(scene, widget)
        if widget.checked and not turned and not has_shape(widget.box) and self._is_badge(scene, widget):
            return replace(widget, checked=None)
        found = self._weighed(scene, widget, turned=turned)
        return found if found.checked is not None else self._settled(scene, widget, found)

    def _of_kind(self, scene: Scene, widget: Widget) -> Widget:
        """The widget; what is round by its shape is a check box where the detector and the net say so."""
        if widget.kind != "radio":
            return widget
        seen = indicator_seen(widget.box, self._elements(scene.frame, widget.box, scene.text_height))
        if seen is None or seen.kind != "checkbox":
            return widget
        (reading,) = self._toggles.read(scene.frame, [widget.box])
        return replace(widget, kind="checkbox") if reading.kind == "checkbox" else widget

    def _settled(self, scene: Scene, widget: Widget, found: Widget) -> Widget:
        """The widget whose state is in doubt, by a third opinion."""
        (reading,) = self._toggles.read(scene.frame, [widget.box])
        drawn = next((one.checked for one in scene.widgets if one.box == widget.box), None)
        shown = drawn if widget.checked is None else widget.checked
        seen = state_seen(widget.box, self._elements(scene.frame, widget.box, scene.text_height))
        return settled(found, reading, shown=shown, seen=seen, is_bar=shows_bar(scene.frame, widget.box))

    def indicator_before(self, scene: Scene, caption: Line) -> Widget | None:
        """The check box, radio button or switch in front of a caption, where no shape is one."""
        shown = scene.frame.bgrx[looked_at(caption.box).clip(scene.frame.size).slices]
        key = (caption.box, scene.frame.size, blake2b(shown.tobytes(), digest_size=16).digest())
        if key not in self._before:
            self._before[key] = self._toggle_with_border(scene.frame, caption.box)
            while len(self._before) > CAPTIONS:
                self._before.popitem(last=False)
        self._before.move_to_end(key)
        return self._before[key]

    def _toggle_with_border(self, frame: Frame, caption: Box) -> Widget | None:
        """What stands before a caption; its border may be dotted itself, or lie under a dotted focus ring."""
        found, bare = self._toggle_before(frame, caption), ringless(frame)
        return self._toggle_before(bare, caption) if found is None and bare is not frame else found

    def _toggle_before(self, frame: Frame, caption: Box) -> Widget | None:
        found = find_before(caption, lambda boxes: self._toggles.read(frame, boxes))
        if found is None:
            return None
        checked, is_mixed = CHECKED[found.state], found.state == "mixed"
        return Widget("radio" if found.kind == "radio" else "checkbox", found.box, checked, is_mixed=is_mixed)

    def _weighed(self, scene: Scene, widget: Widget, *, turned: bool) -> Widget:
        """The widget as shapes and detector tell it."""
        if widget.checked is None:
            elements = self._elements(scene.frame, widget.box, scene.text_height)
            is_doubted = any(one.checked is not None for one in scene.widgets if one.box == widget.box)
            may_be_mixed = widget.kind == "checkbox" and not is_doubted
            return replace(widget, is_mixed=may_be_mixed and is_mixed(widget.box, elements))
        if has_shape(widget.box) and shows_twice(scene.frame, widget):
            return widget
        found = self._judged(scene, widget)
        if turned or found.checked is False:
            self._known.keep(scene.frame, [one.box for one in _with_like(scene, widget)])
        elif found.checked and not self._is_borne_out(scene, widget):
            return replace(widget, checked=None)
        if found.checked is not None or widget.kind != "radio" or widget.checked:
            return found
        others = [
            one
            for one in scene.widgets
            if one.kind == "radio" and one.box != widget.box and _are_of_group(one.box, widget.box)
        ]
        is_one_shown = sum(one.checked is True for one in others) == 1
        return widget if is_one_shown and any(self._sees_on(scene, one) for one in others) else found

    def _is_badge(self, scene: Scene, widget: Widget) -> bool:
        """Whether a number or a letter stands in a box, that is read so with its border and without it."""
        if self._read is None or widget.kind != "checkbox":
            return False
        whole, inside = (self._read(scene.frame, widget.box.grow(by)).text for by in (0, -BORDER))
        return whole == inside and SIGN.fullmatch(whole) is not None

    def _is_field(self, scene: Scene, box: Box, elements: Sequence[Element]) -> bool:
        """Whether shape and detector show a field with a value in a place: a caret looks like a knob."""
        shown = (one.box for one in scene.widgets if one.kind == "field")
        seen = (one.box for one in elements if AS_WIDGET.get(one.kind) == "field" and one.score >= ADDED)
        is_shown = all(any(one.agreement(box) >= PLACED for one in boxes) for boxes in (shown, seen))
        if self._read is None or not is_shown:
            return False
        value = "".join(filter(str.isalnum, self._read(scene.frame, box).text.casefold()))
        return len(value) > 1 and STATES.fullmatch(value) is None

    def _is_borne_out(self, scene: Scene, widget: Widget) -> bool:
        """Whether one like it is off by its shape, or is known, or the detector sees one there or here.

        Or whether one that is off is drawn as it is, farther away.
        """
        like = _with_like(scene, widget)
        off = [one.box for one in scene.widgets if one.kind == widget.kind and one.checked is False]
        if any(has_border_of(scene.frame, widget.box, box) for box in off):
            return True
        return any(one.checked is False or self._known.knows(scene.frame, one.box) for one in like) or any(
            has_indicator(one.box, self._elements(scene.frame, one.box, scene.text_height)) for one in like
        )

    def _sees_on(self, scene: Scene, widget: Widget) -> bool:
        """Whether a widget is on as the detector sees it: it agrees, or doubts that it is off."""
        return self._judged(scene, widget).checked is (True if widget.checked else None)

    def _judged(self, scene: Scene, widget: Widget) -> Widget:
        return judged(widget, self._elements(scene.frame, widget.box, scene.text_height))


def _with_like(scene: Scene, widget: Widget) -> list[Widget]:
    """An indicator, and those that are like it."""
    return [widget, *(one for one in scene.widgets if one != widget and _are_like(one, widget))]


def _are_like(one: Widget, other: Widget) -> bool:
    """Whether two indicators are of one kind and size, in one column or row."""
    astray = max(abs(one.box.width - other.box.width), abs(one.box.height - other.box.height))
    in_line = abs(one.box.left - other.box.left) <= LIKE or abs(one.box.top - other.box.top) <= LIKE
    return one.kind == other.kind and in_line and astray <= LIKE


def _are_of_group(one: Box, other: Box) -> bool:
    """Whether two radio buttons stand in one row, or one below the other."""
    return one.same_row(other) or abs(one.left - other.left) * 2 <= one.width


def _is_caption(line: Line) -> bool:
    """Whether a text tells no state: what has a dot beside it is a tag, and no switch with a knob."""
    letters = "".join(filter(str.isalpha, line.text.casefold()))
    return len(letters) > 1 and STATES.fullmatch(letters) is None
