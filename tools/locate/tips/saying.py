"""What a tip says: whether it is a name, or tells what an icon of that name does. Strict.

A tip is the name ("Save (Ctrl+S)"), or a sentence with the name in it of which all other words say nothing
("Save the current document"). Any other word may make it something else ("Save all documents").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.ocrtext.caption import is_shortcut
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.scene import Line


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DOES = _set("create make insert show go navigate switch toggle to in window")
_ARTICLES = _set("a an the this")
_SAYS_NOTHING = _ARTICLES | _set(
    "your current active selected existing last undone another file files document documents archive"
    " image picture page text selection object objects clipboard action operation command location for of"
    " from"
)
"""Words of a tip that don't tell icons apart: before the name only, and anywhere."""
_PLAINER = (
    (re.compile(r"^((?:copy|cut)\b.*) to (?:the )?clipboard\b"), r"\1"),
    (re.compile(r"^(add\b.*) to (?:the )?archive\b"), r"\1"),
    (re.compile(r"^((?:load|open|reload|refresh|revert)\b.*) from disk\b"), r"\1"),
    (re.compile(r"\b(?:from the default template|one level)\b"), ""),
    (re.compile(r"\bfor this folder$"), ""),
    (re.compile(r"^(?:go to (?:the |your )?|open the )(.+) (?:folder|directory|location|page)$"), r"\1"),
    (re.compile(r"\bin (\w+) mode\b"), r"\1"),
)
"""Parts of a tip that don't either, and what is left of them. ("New folder" is not "New".)"""
_ELSE = {
    "open": _set("last location"),
    "copy": _set("location"),
    "new": _set("clipboard"),
    "clear": _set("selection"),
}
"""Words that say something behind some verbs: "Open location", "New from clipboard"."""
_EQUAL = (
    ("find", "search"),
    ("reload", "refresh"),
    ("up", "parent"),
    ("rotate left", "rotate counterclockwise"),
    ("rotate right", "rotate clockwise"),
)
"""Words that people use for each other."""
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]$")


def is_name(tip: Sequence[Line], text: str) -> bool:
    """Whether a tip's first line is the name, but for a shortcut behind it, also in brackets."""
    return bool(tip) and same(_without_keys(tip[0].text), text)


def tells(tip: Sequence[Line], text: str) -> bool:
    """Whether a tip tells what an icon of that name does: it has the name's words in order, and no others."""
    said = sentence(tip).casefold()
    for part, plain in _PLAINER:
        said = part.sub(plain, said)
    return any(_is_told(_words(said), _words(name)) for name in _names(text))


def may_tell(tip: Sequence[Line], text: str) -> bool:
    """Whether a tip begins like one that does: with the name and an article ("Open a recently used file")."""
    said = _words(sentence(tip))
    names = [_words(name) for name in _names(text)]
    return any(said[: len(name)] == name and _ARTICLES.intersection(said[len(name) :][:1]) for name in names)


def sentence(tip: Sequence[Line]) -> str:
    """All of a tip in one line, without the keys behind it."""
    return _without_keys(" ".join(line.text for line in tip))


def _is_told(said: Sequence[str], name: Sequence[str]) -> bool:
    places: list[int] = []
    for word in name:
        start = places[-1] + 1 if places else 0
        if word not in said[start:]:
            return False
        places.append(said.index(word, start))
    if _SAYS_NOTHING.union(_DOES).issuperset(name):
        return False
    rest = {said[at] for at in range(places[0], len(said)) if at not in places}
    if rest & _ELSE.get(name[0], frozenset()):
        return False
    return rest <= _SAYS_NOTHING | {"open"} and _SAYS_NOTHING.union(_DOES).issuperset(said[: places[0]])


def _names(text: str) -> list[str]:
    """The name, and what people say for it as well."""
    name = f" {' '.join(_words(text))} "
    swaps = [pair for one, other in _EQUAL for pair in ((one, other), (other, one))]
    return [name, *(name.replace(f" {one} ", f" {other} ") for one, other in swaps if f" {one} " in name)]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.casefold())


def _without_keys(said: str) -> str:
    keys = _IN_BRACKETS.search(said)
    return said[: keys.start()] if keys is not None and is_shortcut(keys[1]) else said
