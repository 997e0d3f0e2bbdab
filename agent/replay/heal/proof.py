"""Proof for or against a point that a model named, before anything is clicked there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.errors import MalformedCall
from agent.protocol.parse.blocks import OPEN, finished_content
from agent.protocol.toolcall import action_line
from agent.replay.heal.position import stands_so
from tools.locate.dimmed import Recorded, is_dim
from tools.ocrtext.caption import name_in
from tools.ocrtext.may_be import may_be
from tools.ocrtext.same import same
from tools.ocrtext.within import reads_within
from tools.relocate.peaks import equal_places
from tools.relocate.texture import has_texture

if TYPE_CHECKING:
    from tools.locate.element import Element
    from tools.see.scene import Scene

_UNDOING = frozenset(
    {"abort", "abbrechen", "cancel", "clear", "close", "delete", "discard", "dismiss", "erase", "exit"}
    | {"löschen", "nein", "no", "quit", "remove", "reset", "revert", "undo"}
)
"""A caption with one of these words is never taken for another name of one without."""
_MARK = '["\u201c\u201d\u201e\u00ab\u00bb]'
_QUOTED = re.compile(f"{_MARK}(.+?){_MARK}")
_MARKS = re.compile(r"[^\w\s]+")
_LONGEST = 2000
"""Characters of what a model says that are looked at."""


class Unproved(Exception):
    """What speaks against clicking; a clause for a person."""


@dataclass(frozen=True, slots=True)
class Case:
    """A target on the recorded screen, and what is said to be the same thing on the new one."""

    before: Scene
    old: Element
    after: Scene
    new: Element

    def prove(self, reply: str | None) -> tuple[str, ...]:
        """The proof, a sentence each.

        Args:
            reply: What the model replied that points there; None: the neighbours alone point there.

        Raises:
            Unproved: with the first thing that speaks against it.
        """
        if self.old.kind != self.new.kind:
            raise Unproved(f"what it points at is a {self.new.kind}, and the target was a {self.old.kind}")
        by_name = self.old.label or self.new.label
        named = self._by_name(reply) if by_name else self._by_place()
        self._refuse_dim()
        return (f"it is a {self.new.kind}, as before", *named, "it is not greyed out")

    def _by_name(self, reply: str | None) -> tuple[str, ...]:
        old, new = self.old.label, self.new.label
        if not new:
            raise Unproved(f'what it points at bears no text, and the target was called "{old}"')
        if not old:
            raise Unproved(f'what it points at is called "{new}", and the target bore no text')
        if (count := _count(new, self.after)) > 1:
            raise Unproved(f'"{new}" stands {count} times on the screen')
        if same(old, new):
            return (f'it reads "{new}", as before, and nothing else on the screen does',)
        return self._renamed(old, new, reply)

    def _renamed(self, old: str, new: str, reply: str | None) -> tuple[str, ...]:
        if self.old.is_choice or self.new.is_choice:
            raise Unproved(f'"{new}" is another entry of a list than "{old}"')
        if _count(old, self.after):
            raise Unproved(f'what it points at reads "{new}", and "{old}" is on the screen as well')
        if _count(new, self.before):
            raise Unproved(f'what it points at is "{new}", which was something else on the recorded screen')
        if _undoes(new) and not _undoes(old):
            raise Unproved(f'"{new}" takes something back, and "{old}" did not')
        witness = f'the model says "{new}" as well'
        if reply is None:
            witness = "it alone stands to its neighbours as before"
        elif not names(new, reply, old):
            raise Unproved(f'what it points at reads "{new}", and the model speaks of something else')
        return (
            f'"{old}" is nowhere on the screen',
            f'"{new}" stands on the screen once, and was not on the recorded one',
            witness,
        )

    def _by_place(self) -> tuple[str, ...]:
        """A thing without a text is known by its place among the texts around it."""
        frame, box = self.after.frame, self.new.box
        if not has_texture(frame, box):
            raise Unproved("there is nothing to be seen where it points")
        if len(equal_places(frame, box, frame)) > 1:
            raise Unproved("what it points at bears no text, and there are several that look like it")
        if not stands_so(self.before, self.old, self.after, box):
            raise Unproved("what it points at bears no text, and does not stand to its neighbours as before")
        return ("it bears no text, as before", "it stands to its neighbours as before")

    def _refuse_dim(self) -> None:
        """Its texts are compared one by one: the name first, then what stands in it."""
        was = [line.box for line in self.old.texts] or [self.old.box]
        now = [line.box for line in self.new.texts] or [self.new.box]
        pairs = zip(now, was, strict=False)
        if any(is_dim(self.after, box, Recorded(self.before, old)) for box, old in pairs):
            raise Unproved(f'"{self.new.label}" is greyed out')


def names(label: str, reply: str, old: str = "") -> bool:
    """Whether a reply says that a thing of that label is to be clicked.

    Its `Action:` line counts, without one all that it says beside its call. Where that quotes anything but
    the old label, the label must come first: `Click "Send" below "Notes"`.
    """
    answer = _answer(reply)
    said = (action_line(answer) or answer.partition(OPEN)[0])[:_LONGEST]
    if quoted := _QUOTED.findall(said):
        new = [text for text in quoted if not same(old, text)]
        return bool(new) and may_be(label, new[0])
    words, spoken = (" ".join(_MARKS.sub(" ", text).split()) for text in (label, said))
    return reads_within(words, spoken) if words else label in said.split()


def _answer(reply: str) -> str:
    """The reply without what was only thought, and may have been thought better of."""
    try:
        return finished_content(reply).text
    except MalformedCall:
        return ""


def _undoes(label: str) -> bool:
    return any(may_be(undoing, word) for word in name_in(label).split() for undoing in _UNDOING)


def _count(label: str, scene: Scene) -> int:
    return sum(may_be(label, line.text) for line in scene.lines)
