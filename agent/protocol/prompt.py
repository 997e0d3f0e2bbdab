"""Prompt: (task, steps so far, current frame) -> prompt. Pure.

Turns are an append-only log, so that a key/value or prefix cache over them stays good: only old screenshots
drop out of it, and they drop in blocks.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.model import Feedback, Prompt, Turn
from agent.protocol.system import pointing_text, system_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from agent.episode import Step
    from agent.task import Task
    from tools.observation import Frame, Observation

FRAMES_KEPT = 8
"""At most this many screenshots are in a prompt, the current one included ..."""
FRAMES_DROPPED = 4
"""... and when one more would come, this many of the oldest leave together."""

_LEFT_OUT = "(This earlier screenshot is left out.)"
_FEEDBACK: dict[str, Feedback] = {
    "done": "done",
    "dropped": "dropped",
    "refused": "refused",
    "malformed": "malformed",
}


def pointing_prompt(instruction: str, frame: Frame) -> Prompt:
    """Ask for the place in a frame that an instruction means, as a left click and nothing else.

    The form is the one that ScreenSpot-Pro's author measures Qwen3-VL with: a function whose only action is
    `left_click`, and the picture before the words.
    """
    return Prompt(pointing_text(), (Turn("user", (frame, instruction)),), wanted="point")


def build_prompt(task: Task, steps: Sequence[Step], observation: Observation) -> Prompt:
    """The prompt for the decision after these steps, on this observation."""
    frames = [step.observation.frame for step in steps] + [observation.frame]
    dropped = max(0, -(-(len(frames) - FRAMES_KEPT) // FRAMES_DROPPED)) * FRAMES_DROPPED
    shown: list[Frame | str] = [_LEFT_OUT if i < dropped else frame for i, frame in enumerate(frames)]
    turns = [Turn("user", (_opening(task), shown[0]))]
    for step, frame in zip(steps, shown[1:], strict=True):
        turns.append(Turn("assistant", (step.completion.text,)))
        turns.append(Turn("user", (f"{step.note}\n", frame) if step.note else (frame,)))
    feedback = _feedback(steps[-1]) if steps else "none"
    return Prompt(system_text(), tuple(turns), feedback)


def after_drop(prompt: Prompt) -> Prompt | None:
    """An episode's prompt without the screenshots that leave it next; None: none of them would stay.

    The prompts after that drop go on from it, so what it costs may be spent before.
    """
    shown = [part for turn in prompt.turns for part in turn.parts if not isinstance(part, str)]
    if len(shown) <= FRAMES_DROPPED:
        return None
    left: Iterator[str | Frame] = iter([*[_LEFT_OUT] * FRAMES_DROPPED, *shown[FRAMES_DROPPED:]])
    turns = (
        replace(turn, parts=tuple(part if isinstance(part, str) else next(left) for part in turn.parts))
        for turn in prompt.turns
    )
    return replace(prompt, turns=tuple(turns))


def without_steps(prompt: Prompt, indices: Collection[int]) -> Prompt:
    """An episode's prompt as if some of its steps, counted from 0, had not been taken.

    The screen that a step led to stands in place of the one before it; what was said of that one stays.
    """
    turns: list[Turn] = []
    said: tuple[str | Frame, ...] = ()
    for index in range(0, len(prompt.turns), 2):
        user, *reply = prompt.turns[index : index + 2]
        if reply and index // 2 in indices:
            said += tuple(part for part in user.parts if isinstance(part, str) and part != _LEFT_OUT)
        else:
            turns += [replace(user, parts=said + user.parts), *reply]
            said = ()
    return replace(prompt, turns=tuple(turns))


def _feedback(step: Step) -> Feedback:
    return "partly" if step.partly else _FEEDBACK.get(step.outcome, "none")


def prompt_digest(prompt: Prompt) -> str:
    """SHA-256 over every text and every frame's digest: equal exactly when the model is shown the same."""
    digest = hashlib.sha256()
    for part in _flat(prompt):
        digest.update(f"{len(part)}:{part}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def request_text(prompt: Prompt) -> str:
    """What the last turn says besides its frame: the new words of this request."""
    return "".join(part for part in prompt.turns[-1].parts if isinstance(part, str))


def _flat(prompt: Prompt) -> Iterator[str]:
    yield prompt.system
    for turn in prompt.turns:
        yield turn.role
        for part in turn.parts:
            yield part if isinstance(part, str) else f"frame {part.digest}"


def _opening(task: Task) -> str:
    plan = "".join(f"{number}. {step.text}\n" for number, step in enumerate(task.steps, 1))
    return f"Task: {task.instruction}\n" + (f"Plan:\n{plan}" if plan else "")
