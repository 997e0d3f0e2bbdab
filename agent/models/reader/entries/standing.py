"""What the steps have entered and must still be there: looked at again on every look that is taken anyway."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import is_same, others_change
from agent.models.reader.entries.settings import option, state
from agent.models.reader.entries.texts import TypedText, typed_text
from agent.models.reader.errors import TakenBack
from agent.models.reader.steps import ChooseStep, SelectStep, TickStep, TypeStep

if TYPE_CHECKING:
    from agent.models.reader.entries.entry import Effect, Entry
    from agent.models.reader.steps import ParsedStep
    from tools.locate.look import Look


@dataclass(frozen=True, slots=True)
class _Standing:
    """An entry that has been seen to stand so far."""

    entry: Entry
    first: Look
    """The look with which the step began that entered it."""
    end: Look
    """The look with which that step ended."""
    is_used: bool = False
    """Whether a step has come since that may change anything, and be slow to do so."""


class StandingEntries:
    """The entries that can still be seen."""

    def __init__(self) -> None:
        self._all: list[_Standing] = []
        self._last: Look | None = None
        """The last look on which they were seen to stand."""
        self.undone: list[tuple[int, int]] = []
        """Steps whose entry a later step took back, on purpose as it seems; and that one. Indices."""

    def are_new(self, look: Look) -> bool:
        """Whether one of them was entered by the act before this look, and has not been looked at again."""
        return any(one.end is look is not one.first for one in self._all)

    def look_again(self, look: Look) -> None:
        """See that they stand on a look before which no step has acted since the last.

        Raises:
            TakenBack: one does not.
        """
        self._all = [one for one in self._all if self._stands(one, self._last or look, look)]
        self._last = look

    def step_done(self, index: int, step: ParsedStep, before: Look, after: Look) -> None:
        """See that they stand after a step that has not changed them itself, and add what it has entered.

        Args:
            index: the step's.
            step: what was done.
            before: the look with which it began.
            after: the look with which it ended.

        Raises:
            TakenBack: one does not.
        """
        done = _Done(index, step, entry_of(index, step, before, after), before, after)
        self._all = [kept for one in self._all if (kept := self._after(done, one)) is not None]
        if done.entered is not None:
            self._all.append(_Standing(done.entered, before, after))
        self._last = after

    def _after(self, done: _Done, one: _Standing) -> _Standing | None:
        """What is left of an entry after a step: it stands, or it was to be changed, and is no longer one."""
        entry, own = one.entry, done.entered
        if own is not None and is_same(own.widget, entry.widget):
            return None
        effect = entry.effect_of(done.step, own, done.before, done.after)
        if effect == "nothing":
            return one if self._stands(one, done.before, done.after) else None
        told = entry.contradiction(done.after)
        if told is not None and _is_odd(effect, one, done):
            raise TakenBack(entry.step, told)
        if told is not None and effect == "anything" and not isinstance(entry, TypedText):
            self.undone.append((entry.step, done.index))
        is_over = told is not None or isinstance(entry, TypedText) or not is_in_sight(entry, done.after)
        return None if is_over else replace(one, is_used=one.is_used or effect == "anything")

    def _stands(self, one: _Standing, before: Look, after: Look) -> bool:
        """Whether an entry still stands where nothing was done to it; False: it is out of sight.

        What a step since then may have changed as well, late, is believed only next to another that stands.
        """
        told = one.entry.contradiction(after)
        if told is None:
            return is_in_sight(one.entry, after)
        if one.is_used and (self._is_alone(one, after) or others_change(before, after, [one.entry.widget])):
            return False
        raise TakenBack(one.entry.step, told)

    def _is_alone(self, one: _Standing, look: Look) -> bool:
        others = (other.entry for other in self._all if other is not one)
        return not any(other.is_there(look) and other.contradiction(look) is None for other in others)


@dataclass(frozen=True, slots=True)
class _Done:
    """A step that was done."""

    index: int
    step: ParsedStep
    entered: Entry | None
    before: Look
    after: Look


def entry_of(index: int, step: ParsedStep, before: Look, after: Look) -> Entry | None:
    """What a step has entered; None where there is nothing to look at again."""
    match step:
        case TypeStep():
            return typed_text(index, step, before, after)
        case SelectStep():
            return option(index, step, after)
        case TickStep(target=target, on=on):
            return state(index, target, before, after, on=on)
        case ChooseStep(target=target, path=(_,)):
            return state(index, target, before, after, on=True)
    return None


def is_in_sight(entry: Entry, look: Look) -> bool:
    """Whether an entry can be seen, or only a pop-up lies over it."""
    return entry.is_there(look) or any(
        popup.box.overlap(entry.widget.box).area > 0 for popup in look.scene.popups
    )


def _is_odd(effect: Effect, one: _Standing, done: _Done) -> bool:
    """Whether a step that may change an entry has not done so on purpose, as far as can be told."""
    if effect == "beside it":
        own = [entry.widget for entry in (one.entry, done.entered) if entry is not None]
        return not others_change(done.before, done.after, own)
    return effect == "anything" and one.entry.is_undone_by(done.before, done.after, one.first)
