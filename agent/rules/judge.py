"""Judge: which rule of a task an action comes under, and what that says. The first one that fits wins.

Where it is not sure that a rule is about an action - the target can't be read, or nobody knows what has the
keyboard - a rule that denies asks, one that asks asks, and one that allows is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.rules.keyboard import fits_anywhere, fits_focused, may_press
from agent.rules.target import target_at
from agent.rules.wording import all_of, best, fits_keys
from tools.action import Drag, Key, Type, Wait
from tools.geometry import Box
from tools.guard import places, way
from tools.settling.recheck import Grounds
from tools.titles import is_part_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.rules.focus import Focus
    from agent.rules.target import NameIcons
    from agent.rules.wording import Fits
    from agent.task.rules import Rule, Ruling
    from tools.action import Action
    from tools.observation import Observation
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

    Titles = Callable[[Action, Observation], tuple[str, ...]]
    """What the windows are called that an action would go to."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of one action."""

    ruling: Ruling
    rule: Rule | None = None
    """The one that says so; None: none is about it."""
    is_sure: bool = True
    """Whether the rule is about it for certain; else it may be."""
    grounds: Grounds = field(default_factory=Grounds)
    """What it rests on: it holds as long as that is as it was seen."""


class RuleJudge:
    """Judges actions by the rules of a task.

    Args:
        rules: in the order of the file.
        parser: reads frames.
        focus: which field has the keyboard.
        titles: the windows that an action would go to.
        name_icons: names icons; loaded when the first one is pointed at.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        parser: ScreenParser,
        focus: Focus,
        titles: Titles,
        name_icons: NameIcons,
    ) -> None:
        self._rules, self._parser, self._focus = rules, parser, focus
        self._titles, self._name_icons = titles, name_icons

    def judge(self, action: Action, seen: Observation) -> Judgement:
        """What the first rule says that is, or may be, about an action on what was observed."""
        case = _Case(action, seen, self._parser, self._focus, self._titles, self._name_icons)
        for rule in () if isinstance(action, Wait) else self._rules:
            fits = case.fits(rule)
            if fits == "yes":
                return Judgement(rule.ruling, rule, grounds=case.grounds)
            if fits == "maybe" and rule.ruling != "allow":
                return Judgement("ask", rule, is_sure=False, grounds=case.grounds)
        return Judgement("allow", grounds=case.grounds)


class _Case:
    """One action on one frame; looked at no closer than the rules need."""

    def __init__(
        self,
        action: Action,
        seen: Observation,
        parser: ScreenParser,
        focus: Focus,
        titles: Titles,
        name_icons: NameIcons,
    ) -> None:
        self._action, self._seen, self._parser = action, seen, parser
        self._focus, self._find_titles, self._name_icons = focus, titles, name_icons
        self._read: Scene | None = None
        self._titles: tuple[str, ...] | None = None
        self._boxes: list[Box] = []

    @property
    def grounds(self) -> Grounds:
        """All that was looked at."""
        return Grounds(tuple(self._boxes), self._titles)

    def fits(self, rule: Rule) -> Fits:
        """Whether a rule is about it."""
        if not (covers(rule, self._action) or self._may_press(rule)):
            return "no"
        found: list[Fits] = []
        if rule.region is not None:
            found.append("yes" if self._lies_in(Box(*rule.region)) else "no")
        if rule.window is not None and "no" not in found:
            found.append(self._fits_window(rule.window))
        if rule.text is not None and "no" not in found:
            found.append(self._fits_text(rule.text, pressing=not covers(rule, self._action)))
        return all_of(found)

    def _may_press(self, rule: Rule) -> bool:
        """Whether keys may do what the rule says of a click."""
        clicks = "click" in rule.actions and rule.text is not None
        return clicks and isinstance(self._action, Key | Type)

    def _lies_in(self, region: Box) -> bool:
        points = places(self._action, self._seen.pointer)
        if isinstance(self._action, Drag) and self._seen.pointer is not None:
            points = (*points, *way(self._seen.pointer, self._action.point))
        return any(map(region.contains, points))

    def _fits_window(self, title: str) -> Fits:
        if self._titles is None:
            self._titles = self._find_titles(self._action, self._seen)
        return "yes" if any(is_part_of(title, one) for one in self._titles) else "no"

    def _fits_text(self, wanted: str, *, pressing: bool) -> Fits:
        if isinstance(self._action, Key | Type):
            return self._fits_keys(self._action, wanted, pressing=pressing)
        targets = [
            target_at(self._scene, place, self._name_icons)
            for place in places(self._action, self._seen.pointer)
        ]
        self._boxes += [box for target in targets for box in target.boxes]
        return best(target.fits(wanted) for target in targets)

    def _fits_keys(self, action: Key | Type, wanted: str, *, pressing: bool) -> Fits:
        """By the keys' own names, by the field that has the keyboard, or else by all that may have it."""
        if not pressing and any(fits_keys(wanted, keys) for keys in _chords(action)):
            return "yes"
        found: list[Fits] = []
        point = self._focus.point(self._scene)
        if point is not None and not pressing:
            fits, boxes = fits_focused(self._scene, point, wanted)
            self._boxes += boxes
            found.append(fits)
        if may_press(action, in_field=point is not None) or (point is None and not pressing):
            found.append(fits_anywhere(self._scene, wanted))
        return best(found)

    @property
    def _scene(self) -> Scene:
        if self._read is None:
            self._read = self._parser.read(self._seen.frame)
        return self._read


_KINDS: dict[str, str] = {
    "click": "click",
    "drag": "drag",
    "scroll": "scroll",
    "key": "press",
    "type": "type",
}
"""What a rule calls the actions; a move and a wait have no name of their own."""


def covers(rule: Rule, action: Action) -> bool:
    """Whether a rule is about actions of this kind. A text with a line break presses Enter as well."""
    kinds = {"any", _KINDS.get(action.kind)} | ({"press"} if _chords(action) else set())
    return not kinds.isdisjoint(rule.actions)


def _chords(action: Action) -> tuple[tuple[str, ...], ...]:
    """The keys by their names; of a text Enter and Tab alone."""
    if isinstance(action, Key):
        return (action.keys,)
    return tuple((sign,) for sign in "\n\t" if isinstance(action, Type) and sign in action.text)
