"""Consent: whether an action may be done, by the rules of the task and by the person who is asked.

The one place before every action of every run: of a model, a live replay, a fork, a heal, a drift.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.episode import Watcher
from agent.errors import Denied
from agent.rules.focus import Focus
from agent.rules.judge import RuleJudge
from agent.rules.target import target_at
from agent.runs.marked_picture import write_marked
from agent.runs.question import Question
from tools.action import Wait, point_of
from tools.see.cache import SceneCache
from tools.settling.recheck import Grounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from agent.episode import Step
    from agent.rules.judge import Judgement
    from agent.rules.target import NameIcons
    from agent.runs.approval import Approval
    from agent.task import Task
    from tools.action import Action
    from tools.geometry import Point
    from tools.observation import Observation
    from tools.see.icons.icon import Icon
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

    Titles = Callable[[Action, Point | None], tuple[str, ...]]


class Consent(Watcher):
    """Says yes or no to each action of one run, whose steps it watches.

    Args:
        task: its rules are judged by.
        approval: whom to ask, and about what.
        folder: gets the pictures that a person is shown.
        parser: reads frames; each is read once.
        name_icons: names icons; by default the net in `tools.see.icons`, loaded when it is needed.
    """

    windows: Titles
    """The titles of the windows that an action would go to, as far as the desktop tells them."""

    def __init__(
        self,
        task: Task,
        approval: Approval,
        folder: Path,
        parser: ScreenParser,
        name_icons: NameIcons | None = None,
    ) -> None:
        self._task, self._approval, self._folder = task, approval, folder
        self._parser, self._name_icons = SceneCache(parser), name_icons or _shared_namer
        self.windows = lambda _action, _pointer: ()
        self._focus = Focus()
        self._judge = RuleJudge(task.rules, self._parser, self._focus, self._titles, self._name_icons)
        self._done = 0
        self.grounds = Grounds()
        """What the last consent rests on."""

    @property
    def asks_titles(self) -> bool:
        """Whether any rule names a window."""
        return any(rule.window is not None for rule in self._task.rules)

    def stepped(self, step: Step) -> None:
        """Count it, and follow the keyboard."""
        self._done = step.index
        self._focus.stepped(step)

    def __call__(self, action: Action, seen: Observation) -> bool:
        """Yes, or no.

        Raises:
            Denied: no; a rule says so, or a person whom it asks.
        """
        if isinstance(action, Wait):  # nothing is done, and no rule is about it
            return True
        judgement = self._judge.judge(action, seen)
        self.grounds = judgement.grounds
        if judgement.ruling == "allow" and not self._approval.every:
            return True
        question, why = self._question(action, seen, judgement), self._why(judgement)
        if judgement.ruling == "deny":
            raise Denied(f"{why}; refused at {question.what}")
        if not self._approval.answer(self._pictured(question)):
            raise Denied(f"{why or 'the action was not approved'}; not done: {question.what}")
        return True

    def _titles(self, action: Action, seen: Observation) -> tuple[str, ...]:
        return self.windows(action, seen.pointer)

    def _why(self, judgement: Judgement) -> str:
        """The rule, where it stands, and how sure it is; "" without one."""
        rule = judgement.rule
        if rule is None or judgement.ruling == "allow":
            return ""
        doubt = "" if judgement.is_sure else "it may be about this, which can't be seen: "
        why = f" ({rule.why})" if rule.why else ""
        return f"{self._task.source}:{rule.line}:{rule.column}: {doubt}{rule}{why}"

    def _question(self, action: Action, seen: Observation, judgement: Judgement) -> Question:
        point = point_of(action)
        target = None
        if point is not None and seen.frame.size.contains(point):
            target = target_at(self._parser.read(seen.frame), point, self._name_icons)
        return Question(
            step=self._done + 1,
            action=action,
            seen=seen,
            target=target.name if target else "",
            box=target.box if target else None,
            windows=self._titles(action, seen),
            why=self._why(judgement),
        )

    def _pictured(self, question: Question) -> Question:
        """With a picture of it; a disk that is full loses the picture alone."""
        path = self._folder / f"asked-{question.step:03d}.png"
        with suppress(OSError):
            write_marked(question, path)
            return replace(question, picture=path)
        return question


def _shared_namer(scene: Scene) -> Sequence[Icon]:
    from tools.see.icons.namer import shared_namer  # noqa: PLC0415  (heavy: loaded on use)

    return shared_namer().name(scene)
