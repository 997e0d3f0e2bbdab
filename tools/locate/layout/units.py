"""Units: texts that belong to the field before them, though they stand before another one as a label does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.above import label_above

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_UNIT = 1.0
"""Heights of a text that a field ends before it, at most, where it may be that field's unit."""
_WRITTEN = (
    "g kg mg t lb oz m cm mm km in ft l ml s ms min h % pcs st "
    "\u20ac $ \u00a3 eur usd gbp chf sek nok dkk pln czk jpy"
)
"""Units as they are written, in small letters."""


_SPELT = (
    "seconds minutes hours days weeks months years pieces percent "
    "sekunden minuten stunden tage wochen monate jahre prozent "
    "secondes heures jours semaines mois ans segundos minutos horas d\u00edas semanas meses a\u00f1os "
    "secondi minuti ore giorni settimane mesi anni sekunder minuter timmar dagar veckor m\u00e5nader \u00e5r"
)
"""The same in words, of which only the plural is no label."""


def is_unit(text: str) -> bool:
    """Whether a text is a unit, written or spelt."""
    return is_written_unit(text) or text.casefold() in _SPELT.split()


def is_written_unit(text: str) -> bool:
    """Whether a text is written as a unit is."""
    return text.casefold() in _WRITTEN.split()


def may_be_unit(scene: Scene, text: Line, field: Box) -> bool:
    """Whether a text before a field may belong to another one before itself.

    It stands right behind that one, nearer than to this one; or behind it anywhere, where both are named
    from above and nothing stands before the row's first. What is written as units are needs no more than
    the name above the second, for of the first not all may have been made out.
    """
    label = text.box
    if not label.same_row(field):
        return False
    before = [one.box for one in scene.widgets if one.is_field and one.box.same_row(label)]
    before = sorted((box for box in before if box.right <= label.left), key=lambda box: box.left)
    near = min(_UNIT * label.height, field.left - label.right)
    if any(label.left - box.right <= near for box in before):
        return True
    named = (field,) if is_written_unit(text.text) else (*before, field)
    if not before or any(label_above(scene, box) is None for box in named):
        return False
    return not any(line.box.same_row(label) and line.box.right <= before[0].left for line in scene.lines)
