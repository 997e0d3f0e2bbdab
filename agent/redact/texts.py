"""Redaction of secrets in texts: `${secret.NAME}` for each, in whatever form a program says it. Pure."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from agent.redact.forms import as_seen, as_written, in_hex
from agent.redact.pieces import ends_in, pieces_in
from agent.redact.references import besides, reference, unlike
from agent.redact.signs import Signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Place = tuple[int, int]

_LAYERS = 4
"""Of escapes that are escaped in turn."""
_BETWEEN_NUMBERS = re.compile(r"0x|[:,;-]")


def hide(text: str, secrets: Mapping[str, str]) -> str:
    """The text with `${secret.NAME}` in place of each secret, as `replaced` finds it."""
    named = [(value, reference(name)) for name, value in _longest_first(secrets)]
    return besides(text, partial(replaced, named=named)) if named else text


def referred(text: str, secrets: Mapping[str, str]) -> str:
    """A text to be typed with a reference for each secret that it holds exactly as it is.

    What holds one in another form is another text, which the reference would not type: an `unlike` stands
    there, which nothing types.
    """
    for name, value in _longest_first(secrets):
        text = besides(text, partial(re.sub, re.escape(value), reference(name)))
    named = [(value, unlike(name)) for name, value in _longest_first(secrets)]
    return besides(text, partial(replaced, named=named))


def hide_cut(text: str, secrets: Mapping[str, str]) -> str:
    """As `hide`, of a program's output, which ends anywhere and in which others may write between.

    A long secret is also hidden where more than half of it stands, and four signs of one at either end.
    """
    named = [(value, reference(name)) for name, value in _longest_first(secrets)]
    return besides(text, partial(replaced, named=named, cut=True)) if named else text


def replaced(text: str, named: Sequence[tuple[str, str]], *, cut: bool = False) -> str:
    """The text without some values, the longest first, each with what stands in its place.

    A short value is found as it is, and as URLs, JSON, HTML and Python write it. Of a long one any sign may
    be escaped; it is also found wrapped over lines, with spaces or colours between its signs, in capitals, in
    numbers, and in Base64 with other text before and behind it.
    """
    views = _views(text)
    numbers = views[0].rewritten(_BETWEEN_NUMBERS, lambda _: [])
    taken = [(*place, instead) for value, instead in named for place in _places(text, views, numbers, value)]
    if cut:
        taken += [(*place, instead) for value, instead in named for place in _pieces(views, numbers, value)]
    return _without(text, taken)


def is_encoded_in(text: str, value: str) -> bool:
    """Whether more than half of a long value stands in a text in another form than its own."""
    views, own = _views(text), Signs(value).folded().text
    numbers = views[0].rewritten(_BETWEEN_NUMBERS, lambda _: [])
    forms = [form for form in as_seen(value) if form != own]
    looked_for = [(view, forms) for view in views] + [(view, [own]) for view in views[1:] if forms]
    looked_for.append((numbers, list(in_hex(value))))
    return any(any(pieces_in(view, form)) for view, forms in looked_for for form in forms)


def _views(text: str) -> list[Signs]:
    """The text folded: as it is, with one layer of escapes after the other undone, and as a mail."""
    layer = Signs(text)
    layers = [layer, layer.unescaped_mail()]
    for _ in range(_LAYERS):
        layer = layer.unescaped()
        layers.append(layer)
    different = {id(layer): layer for layer in layers}  # what has no escapes is the same one again
    return [layer.folded() for layer in different.values()]


def _places(text: str, views: Sequence[Signs], numbers: Signs, value: str) -> Iterator[Place]:
    for form in as_written(value):
        yield from Signs(text).places_of(form)
    for form in as_seen(value):
        for view in views:
            yield from view.places_of(form)
    for form in in_hex(value):
        yield from numbers.places_of(form)


def _pieces(views: Sequence[Signs], numbers: Signs, value: str) -> Iterator[Place]:
    looked_for = [(view, as_seen(value)) for view in views] + [(numbers, in_hex(value))]
    for view, forms in looked_for:
        for form in forms:
            yield from pieces_in(view, form)
            yield from ends_in(view, form)


def _without(text: str, taken: Sequence[tuple[int, int, str]]) -> str:
    """The text with places replaced; of those that overlap the first one's replacement stands for all."""
    merged: list[tuple[int, int, int]] = []
    order = sorted((begin, end, rank) for rank, (begin, end, _) in enumerate(taken))
    for begin, end, rank in order:
        if merged and begin < merged[-1][1]:
            last = merged[-1]
            merged[-1] = (last[0], max(last[1], end), min(last[2], rank))
        else:
            merged.append((begin, end, rank))
    parts, at = [], 0
    for begin, end, rank in merged:
        parts += [text[at:begin], taken[rank][2]]
        at = end
    return "".join([*parts, text[at:]])


def _longest_first(secrets: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(((name, value) for name, value in secrets.items() if value), key=lambda pair: -len(pair[1]))
