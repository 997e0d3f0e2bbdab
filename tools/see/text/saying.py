"""What a line says: the one rule for steps, checks and waits. Exact before alike.

A text that was read the same is believed, unless the line may as well say a rival of it ("C1ip" for `Clip`).
One that was read otherwise is put to the recogniser, which looks at the line again: it must find the wanted
text about as likely as what it read. Digits are never put to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.ocrtext.caption import name_and_rest
from tools.ocrtext.may_be import is_lone_letter
from tools.ocrtext.same import letters, unlikeness, with_zeros_of, zero_in_word
from tools.ocrtext.supposed import supposed, supposed_within
from tools.ocrtext.within import place_within, reads_within
from tools.see.text.passages import joined, paragraph, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tools.see.scene import Line

_UNSURE = -2.0
"""Weight (`Line.weigh`) of a text that the line may as well say.

Measured on 2,108 whole lines: what was drawn and not read weighs -.3 to -3.5. Of 179 texts a sign apart that
came near, a few weigh more: an accent or a stroke at 11 pixels, and other digits, which are barred."""
_DOTTED = -3.5
"""The same of a dot of a typed text where a comma was read: in a title its shadow looks like a comma's tail.

Of 187 lines with a comma in five fonts, with a shadow and without, a dot weighs so much in three, all of them
in a serif font at 12 and 13 pixels."""
_LONE = -5.0
"""The same of a lone letter that was read as a digit: an O weighs -2 to -4.5 there, a zero as an O -5.5."""
_ALONE, _RATHER = -4.0, 2.0
"""The same of a digit alone that was read as letters; and by how much more it weighs than any other number.

Of 2,400 pictures of a digit or two (5 fonts, 10 to 15 pixels, with a caret and without) 36 are read so in
doubt; four digits are told then, none wrongly."""
_SURE, _DIGITS = 0.9, "0123456789"
"""Score from which a reading is not in doubt."""
_COMMAS = str.maketrans(",", ".")
_NUMBER = re.compile(r"\d[.,]\d")
_LOOKED_AT = 0.2
"""Unlikeness of a text that was found on a closer look only."""


def lines_that_say(lines: Sequence[Line], text: str, *others: Iterable[Line]) -> list[tuple[Line, float]]:
    """The lines that say a text, each with how far it is from it; alike ones only where none is exact.

    Args:
        lines: As they were read.
        text: All of what a line is to say.
        others: Captions that are no line by themselves, each some that are asked where none before is exact.
    """
    asked = []
    for some in (lines, *others):
        asked.append(tuple(some))
        if exact := _exact(asked[-1], text, rival_of):
            return exact
    for some in asked:
        if exact := _exact(some, text, _other_caption):
            return exact
    return [(line, far) for line in lines if (far := unlikeness_of(line, text)) is not None]


def _exact(
    lines: Iterable[Line], text: str, rival: Callable[[Line, str], str | None]
) -> list[tuple[Line, float]]:
    """Those lines that say a text and have no rival of it."""
    said = ((line, unlikeness(text, line.text)) for line in lines)
    return [(line, far) for line, far in said if far is not None and rival(line, text) is None]


def unlikeness_of(line: Line, text: str) -> float | None:
    """How far a line is from a text, all of it; None where it says something else.

    As `same.unlikeness`, and more where the text was found on a closer look.
    """
    unlike = unlikeness(text, line.text)
    if unlike is not None:
        return unlike if rival_of(line, text) is None else None
    near = supposed(text, line.text)
    as_it_is = text if near is not None else None  # the case that was read may be a part of the slip
    if any(weighs(line, one, _UNSURE) for one in (near, as_it_is)):
        return _LOOKED_AT
    if is_lone_letter(text, line.text) and weighs(line, text, _LONE):
        return _LOOKED_AT
    return None


def with_dots_of(line: Line, text: str) -> str:
    """What a line says; with the dots of a typed text in it where commas were read for them.

    Between digits either is another number.
    """
    for place in re.finditer(re.escape(text.translate(_COMMAS)), line.text.translate(_COMMAS)):
        read = line.text[place.start() : place.end()]
        whole = line.text[: place.start()] + text + line.text[place.end() :]
        if read != text and not _NUMBER.search(read) and weighs(line, whole, _DOTTED):
            return whole
    return line.text


def rival_of(line: Line, text: str) -> str | None:
    """What a line that reads as a text may as well say, which is another text; None where nothing."""
    return _rival(line, text, _name_in(line, text))


def _name_in(line: Line, text: str) -> range:
    """The letters of a line that say a name: without dots and keys behind it where the text has none."""
    return range(len(letters(line.text if name_and_rest(text)[1] else name_and_rest(line.text)[0])))


def _other_caption(line: Line, text: str) -> str | None:
    """As `rival_of`; but no caption has a zero for an O within a word of small letters, as a value may."""
    part = _name_in(line, text)
    rival = _rival(line, text, part)
    while rival is not None and (place := zero_in_word(text, rival)) is not None:
        rival = _rival(line, text, range(place + 1, part.stop))
    return rival


def doubt(text: str, lines: Sequence[Line]) -> str | None:
    """Why a text is not believed though a line reads as it, for a person; None where none does."""
    for line in lines:
        if unlikeness(text, line.text) is not None and (rival := _other_caption(line, text)) is not None:
            at = f"({line.box.center.x}, {line.box.center.y})"
            return f'the text at {at} may be "{text}" or "{rival}", which can\'t be told apart there'
    return None


def visible(text: str, lines: Sequence[Line]) -> bool:
    """Whether a text can be read somewhere, also in lines that are read on."""
    together = [joined(row) for row in rows(lines)]
    return any(says_within(line, text) for line in together) or any(
        _stands_in(joined(paragraph(line, together, len(text))), text) for line in together
    )


def says_within(line: Line, text: str) -> bool:
    """Whether a text stands in a line, as whole words."""
    if reads_within(text, line.text):
        return _stands_in(line, text)
    return any(
        reads_within(text, whole) and weighs(line, whole, _UNSURE)
        for whole in supposed_within(text, line.text)
    )


def weighs(line: Line, text: str | None, least: float) -> bool:
    """Whether a closer look finds a text in the line that likely."""
    return text is not None and line.weigh(text) >= least


def is_likeliest_digit(line: Line, digit: str) -> bool:
    """Whether a line that was read in doubt, as no number, shows a digit rather than any other, or two.

    A digit alone, with a caret behind it, may be read as letters: "0" as "lo".
    """
    if line.score >= _SURE or any(map(str.isdigit, line.text)):
        return False
    own = line.weigh(digit)
    numbers = [
        *(set(_DIGITS) - {digit}),
        *(digit + other for other in _DIGITS),
        *(other + digit for other in _DIGITS),
    ]
    return own >= _ALONE and all(line.weigh(other) <= own - _RATHER for other in numbers)


def _stands_in(line: Line, text: str) -> bool:
    """Whether a text was read in a line, and no rival of it may stand there."""
    part = place_within(text, line.text)
    return part is not None and _rival(line, text, part) is None


def _rival(line: Line, text: str, part: range) -> str | None:
    """What may stand in the line, with another sign in the part of its letters that reads as the text."""
    signs = "".join(line.text.split())
    if len(signs) != len(letters(line.text)):  # dots that count as one sign
        part = range(part.start, len(signs))
    return line.rival(with_zeros_of(text, line.text, part), part)
