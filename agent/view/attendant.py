"""Attendant: the person in the view as a run knows them: a watcher, who may pause it, answer, and decide.

While the person has taken over, each act of theirs is a reply as a demonstration has it, so that it is
judged, carried out, recorded and replayed as any other step is; its thought says that a person did it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.model import Completion
from agent.printing import streams
from agent.protocol.toolcall import action_line, thought_line
from agent.protocol.write import do
from agent.recording.lines import is_planned
from agent.runs.attendance import Attendant
from tools.action import point_of

if TYPE_CHECKING:
    from agent.episode import Ending, Step
    from agent.loop import Ask
    from agent.model import Prompt
    from agent.runs.question import Question
    from agent.task import Task
    from agent.view.control import Control
    from agent.view.live import LivePicture
    from agent.view.state import ViewState
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Observation

BY_PERSON = "A person did this in the view."
_LONGEST = 4_000
"""Characters of a text that the page shows."""


class ViewAttendant(Attendant):
    """The person at one run after the other.

    Args:
        state: what the page shows.
        control: what the person wants.
        live: shows the screen between the looks.
    """

    def __init__(self, state: ViewState, control: Control, live: LivePicture) -> None:
        self._state, self._control, self._live = state, control, live
        self._asked = self._acted = 0
        self._decided = False
        """Whether the last decision was the person's."""
        self._told: Prompt | None = None
        """The first prompt that the model was not shown, since the person decided."""

    @property
    def waited(self) -> float:
        """Seconds that runs have waited for the person."""
        return self._control.waited

    @property
    def acts(self) -> int:
        """So many steps of this run were the person's."""
        return self._acted

    def began(self, task: Task, system: str) -> None:
        """Show another run."""
        del system
        self._acted, self._told = 0, None
        self._state.begin(task.label, task.instruction)

    def observed(self, index: int, observation: Observation) -> None:
        """Show the frame."""
        del index
        self._state.show_frame(observation.frame)

    def stepped(self, step: Step) -> None:
        """Show the step."""
        self._acted += self._decided and step.outcome == "done"
        self._state.add_step(_shown(step, by_person=self._decided))

    def ended(self, ending: Ending) -> None:
        """Show how it ended."""
        self._live.hide()
        self._state.update(verdict=ending.verdict, message=ending.message[:_LONGEST], question=None)

    def answer(self, question: Question) -> bool:
        """What the person answers; their own act is their answer.

        Raises:
            Interrupted: they have stopped the run.
        """
        if self._decided:
            return True
        self._asked += 1
        streams.tell(f"asked in the view: {question}\n")
        self._state.update(question=(self._asked, question))
        try:
            return self._control.await_answer(self._asked)
        finally:
            self._state.update(question=None)

    def desktop(self, desktop: Desktop, display: str | None, *, has_secrets: bool) -> Desktop:
        """A desktop that is looked at when the person lets the run go on.

        Args:
            desktop: of the run.
            display: which it is of; it is shown between the looks,
            has_secrets: unless there is something that only a look paints over.
        """
        if has_secrets:
            self._live.hide()
        else:
            self._live.show(display)
        return _Attended(desktop, self._control)

    def ask(self, ask: Ask, model: str) -> Ask:
        """The way in which the model of that name is asked, or else the person."""

        def asked(prompt: Prompt) -> Completion:
            began = self._control.waited
            action = self._control.next_act()
            self._decided = action is not None
            if action is None:
                shown, self._told = self._for_model(prompt), None
                return ask(shown)
            self._told = self._told or prompt
            reply = do(action, BY_PERSON).render(prompt.frame.size)
            seconds = {"person": self._control.waited - began}
            return Completion(reply, timing=seconds, planned=is_planned(model))

        return asked

    def _for_model(self, prompt: Prompt) -> Prompt:
        """The prompt with what became of the model's own last reply, not of the person's."""
        return prompt if self._told is None else replace(prompt, feedback=self._told.feedback)


class _Attended:
    """A desktop behind the person's leave."""

    def __init__(self, desktop: Desktop, control: Control) -> None:
        self._desktop, self._control = desktop, control

    def observe(self) -> Observation:
        """Look, when the person lets the run go on."""
        self._control.await_turn()
        return self._desktop.observe()

    def execute(self, action: Action, seen: Observation) -> None:
        """Act."""
        self._desktop.execute(action, seen)


def _shown(step: Step, *, by_person: bool) -> dict[str, object]:
    point = point_of(step.action) if step.action else None
    return {
        "index": step.index,
        "sentence": action_line(step.completion.text)[:_LONGEST],
        "thought": thought_line(step.completion.text)[:_LONGEST],
        "outcome": step.outcome,
        "note": step.note[:_LONGEST],
        "point": list(point) if point else None,
        "seconds": round(sum(seconds for part, seconds in step.timing if part != "person"), 2),
        "person": by_person,
    }
