"""Pattern of an own step: `Open order {number}`, matched with the sentences of a task. Pure."""

from __future__ import annotations

import re

_PARAMETER = re.compile(r"\{([^{}]*)\}")
_INSIDE = r"(?:[^\"\\]|\\.)*"
"""What stands between quotes, escaped."""
_LONGEST = 10_000
"""Characters of a sentence that is compared."""


class Pattern:
    """What a sentence must be to mean an own step.

    Args:
        sentence: as it stands in the decorator.

    Raises:
        ValueError: it can't be one.
    """

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.names = tuple(_PARAMETER.findall(sentence))
        _check(sentence, self.names)
        self._expression = re.compile(_expression(sentence.strip()), re.IGNORECASE | re.DOTALL)

    def arguments(self, sentence: str) -> dict[str, str] | None:
        """The texts that stand for its names, as they stand between quotes; None: the sentence is another."""
        found = self._expression.fullmatch(sentence.strip()) if len(sentence) <= _LONGEST else None
        if found is None:
            return None
        return {name: next(filter(None, found.group(f"q_{name}", f"w_{name}")), "") for name in self.names}


def _check(sentence: str, names: tuple[str, ...]) -> None:
    for name in names:
        if not name.isidentifier():
            raise ValueError(f'"{{{name}}}" is no name; a name is made of letters, digits and _')
        if names.count(name) > 1:
            raise ValueError(f'"{{{name}}}" is there twice; give each its own name')
    rest = _PARAMETER.sub("", sentence)
    if "{" in rest or "}" in rest:
        raise ValueError("a brace stands alone; write {name} for an argument")
    if not re.match(r"\s*\w", _PARAMETER.sub("{", sentence)):
        raise ValueError("it must begin with a word of its own, or it would mean every sentence")
    if re.search(r"\}\s*\{", sentence):
        raise ValueError("between two arguments a word must stand, or nobody knows where one ends")


def _expression(sentence: str) -> str:
    """A name stands for a quoted text, or for one word; in quotes for what stands between them."""
    parts = re.split(r'("\{[^{}]*\}"|\{[^{}]*\})', sentence.rstrip("."))
    return "".join(map(_part, parts)) + r"\s*\.?"


def _part(part: str) -> str:
    name = part.strip('"')[1:-1] if part.startswith(("{", '"{')) else ""
    if part.startswith('"{'):
        return f'"(?P<q_{name}>{_INSIDE})"(?P<w_{name}>)'
    if name:
        return rf'(?:"(?P<q_{name}>{_INSIDE})"|(?P<w_{name}>[^\s"\\]+))'
    return r"\s+".join(map(re.escape, re.split(r"\s+", part)))
