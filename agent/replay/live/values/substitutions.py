"""Substitutions: this run's values of a task's variables in place of the recorded ones, in texts.

A text that stands between quotes in a step, with `${name}` in it, was typed for that variable; one without it
stays as it is, even if a variable had that value. Only where no step says so, a value is looked for inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.task.variables import substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_QUOTED = re.compile(
    r'"((?:\\.|[^"\\])*)"|\N{LEFT DOUBLE QUOTATION MARK}(.*?)\N{RIGHT DOUBLE QUOTATION MARK}', re.DOTALL
)
_REFERENCE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_SHORTEST = 3
"""Characters; a shorter value stands in other words by chance."""


@dataclass(frozen=True, slots=True)
class Substitutions:
    """From the recorded run's texts to this run's."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Whole texts: as recorded, as they are now. The same recorded text may stand for several."""
    values: tuple[tuple[str, str], ...] = ()
    """Values inside of texts, longest first."""
    short: tuple[tuple[str, str], ...] = ()
    """Values that may stand inside of texts by chance as well, as a number does."""
    shown: frozenset[str] = frozenset()
    """This run's values that the program itself shows, and no action has put there."""

    @property
    def pairs_shown(self) -> list[tuple[str, str]]:
        """Values that the program itself shows, as recorded and as they are now."""
        return [(old, new) for old, new in (*self.values, *self.short) if new in self.shown]

    def now(self, text: str) -> str:
        """The text as it has to be in this run.

        Raises:
            BadInput: it was typed for one of several variables, which had the same value and now differ.
        """
        meant = self.meanings(text)
        if len(meant) > 1:
            raise BadInput(
                f'"{text}" stands for several things in the steps, which now are '
                f"{', '.join(repr(one) for one in meant)}: record it again with values that differ"
            )
        return meant[0]

    def rewrites(self, text: str) -> bool:
        """Whether a text is, or may be, another one in this run."""
        return self.meanings(text) != [text]

    def may_rewrite(self, text: str) -> bool:
        """Whether a text that was read is another one in this run, or holds a short value that is."""
        return self.rewrites(text) or bool(self.with_short_values(text))

    def values_now(self, text: str) -> list[str]:
        """This run's texts that have to stand in the place of recorded ones in a text that was read."""
        whole = self.meanings(text)
        if any(old == text for old, _ in self.pairs):
            return [new for new in whole if new != text]
        return [new for old, new in self.values if old != new and re.search(_as_word(old), text)]

    def values_within(self, text: str) -> list[str]:
        """This run's values of those that stand, or may stand, inside of a text that was read."""
        known = (*self.values, *self.short)
        return [new for old, new in known if old != new and re.search(_as_word(old), text)]

    def may_mean(self, text: str) -> set[str]:
        """What a recorded text can be in this run, each short value in it changed or left as it is."""
        return {*self.meanings(text), *self.with_short_values(text)}

    def with_short_values(self, text: str) -> set[str]:
        """What a text is with a short value changed in it, or several; nothing where it holds none."""
        texts = {*self.meanings(text)}
        for old, new in self.short:
            texts |= {changed for one in texts for changed in _each_changed(one, old, new)}
        return texts - {*self.meanings(text)}

    def reworded(self, sentence: str) -> bool:
        """Whether a sentence about what was done says something else in this run."""
        return self._inside(sentence) != sentence or any(map(self.rewrites, quotes(sentence)))

    def spoken(self, sentence: str) -> str:
        """A sentence about what was done, with the texts in its quotes as they are now. For people."""
        return re.sub(r'"([^"]*)"', lambda quoted: f'"{self.now(quoted[1])}"', sentence)

    def concerns(self, text: str) -> bool:
        """Whether a text is a recorded value that changed, or the new value of one."""
        return any(text in (old, new) and old != new for old, new in (*self.pairs, *self.values))

    def along_with(self, cells: Iterable[tuple[str, str]]) -> Substitutions:
        """With texts that stand beside a chosen one, as recorded and as they are now, wherever they come up.

        One that is too short, that has several meanings, or that a step names stands for nothing.
        """
        meant: dict[str, set[str]] = {}
        for old, new in cells:
            meant.setdefault(old, set()).add(new)
        named = {old for old, _ in (*self.pairs, *self.values)}
        more = [
            (old, one)
            for old, new in meant.items()
            for one in new
            if len(new) == 1 and len(old) >= _SHORTEST and old not in {*named, one}
        ]
        return replace(self, values=tuple(sorted((*self.values, *more), key=lambda pair: -len(pair[0]))))

    @property
    def changes(self) -> bool:
        """Whether any text is substituted in this run."""
        return bool(self.values) or any(old != new for old, new in self.pairs)

    def meanings(self, text: str) -> list[str]:
        """What a recorded text can be in this run; the text itself where nothing changes it."""
        return sorted({new for old, new in self.pairs if old == text}) or [self._inside(text)]

    def _inside(self, text: str) -> str:
        if not self.values:
            return text
        known = "|".join(_as_word(old) for old, _ in self.values)
        return re.sub(known, lambda found: dict(self.values)[found[0]], text)


def substitutions(
    written: Sequence[str],
    old: Mapping[str, str],
    new: Mapping[str, str],
    secrets: Sequence[str],
    read: Sequence[str] = (),
) -> Substitutions:
    """The substitutions between two runs of one task: of its quoted texts, then of values inside of others.

    Args:
        written: The task's instruction and steps as the file has them, with `${name}`.
        old: The recorded run's variables, `workdir` among them.
        new: This run's.
        secrets: The task's secrets.
        read: Those of the variables that are read from the screen.
    """
    quoted = [form for text in written for quote in quotes(text) for form in {quote, *parts(quote)}]
    pairs = [tuple(_plain(substitute(text, values, secrets)) for values in (old, new)) for text in quoted]
    used = {name for text in written for name in references(text)} | {"workdir"}
    changed = {old[name]: new[name] for name in used & old.keys() if _stands_alone(name, old, new)}
    inside = sorted(changed.items(), key=lambda pair: -len(pair[0]))
    long = tuple(pair for pair in inside if len(pair[0]) >= _SHORTEST)
    shown = frozenset(new[name] for name in read)
    return Substitutions(tuple((a, b) for a, b in pairs), long, tuple(inside[len(long) :]), shown)


def quotes(sentence: str) -> list[str]:
    """The texts between quotes, as they are spelt there."""
    return [straight or curly for straight, curly in _QUOTED.findall(sentence)]


def parts(quote: str) -> list[str]:
    """The parts of a quoted path through menus or a tree, each of which is clicked; else the text itself."""
    found = [part.strip() for part in quote.split(">")]
    return found if len(found) > 1 and all(found) else [quote]


def references(text: str) -> list[str]:
    """The variables that a text of the task file refers to."""
    return _REFERENCE.findall(text)


def _stands_alone(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    """Whether a value stands for one variable that changed: it is no other one's that is another now."""
    value = old[name]
    others = [other for other in old if old[other] == value and new.get(other) != new.get(name)]
    return bool(value) and new.get(name, value) != value and not others


def _as_word(value: str) -> str:
    return rf"(?<!\w){re.escape(value)}(?!\w)"


def _each_changed(text: str, old: str, new: str) -> set[str]:
    """The text with a word changed wherever it stands, or in one of the places."""
    places = [found.span() for found in re.finditer(_as_word(old), text)]
    return {text[:start] + new + text[end:] for start, end in places} | {
        re.sub(_as_word(old), lambda _: new, text)
    }


def _plain(quoted: str) -> str:
    return re.sub(r'\\([\\"])', r"\1", quoted)
