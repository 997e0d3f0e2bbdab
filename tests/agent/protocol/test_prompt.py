"""The prompt is an append-only log; old screenshots leave it in blocks; its digest sees every change."""

from __future__ import annotations

from agent.episode import Outcome, Step
from agent.model import Completion, Prompt, Turn
from agent.protocol.prompt import (
    FRAMES_DROPPED,
    FRAMES_KEPT,
    after_drop,
    build_prompt,
    pointing_prompt,
    prompt_digest,
    request_text,
    without_steps,
)
from agent.protocol.system import pointing_text
from tests.agent.fakes import click, make_frame, make_task
from tools.observation import Frame, Observation

TASK = make_task(instruction="Say hello.", steps=[{"text": 'Click "A"', "line": 3}])


def steps(count: int, outcome: Outcome = "done", note: str = "") -> list[Step]:
    blank = Prompt("", ())
    return [
        Step(i, Observation(make_frame(i)), blank, Completion(click(i)), outcome, note=note)
        for i in range(1, count + 1)
    ]


def frames(prompt: Prompt) -> list[Frame]:
    return [part for turn in prompt.turns for part in turn.parts if isinstance(part, Frame)]


def test_the_first_prompt_holds_the_task_the_plan_and_the_frame() -> None:
    now = Observation(make_frame(1))
    prompt = build_prompt(TASK, [], now)
    assert prompt.turns[0].parts == ('Task: Say hello.\nPlan:\n1. Click "A"\n', now.frame)
    assert prompt.frame is now.frame
    assert prompt.feedback == "none"


def test_replies_are_kept_whole_and_notes_are_told() -> None:
    prompt = build_prompt(TASK, steps(1, "refused", "Not done: no."), Observation(make_frame(9)))
    assert prompt.turns[1].parts == (click(1),)
    assert request_text(prompt) == "Not done: no.\n"
    assert prompt.feedback == "refused"


def test_old_frames_drop_in_blocks_and_the_text_stays() -> None:
    shown = [len(frames(build_prompt(TASK, steps(n), Observation(make_frame(99))))) for n in range(20)]
    assert max(shown) == FRAMES_KEPT
    assert shown[:FRAMES_KEPT] == list(range(1, FRAMES_KEPT + 1))
    assert shown[FRAMES_KEPT] == FRAMES_KEPT + 1 - FRAMES_DROPPED
    many = build_prompt(TASK, steps(19), Observation(make_frame(99)))
    assert len(many.turns) == 39


def test_between_drops_the_log_only_grows() -> None:
    all_steps = steps(FRAMES_KEPT - 1)
    shorter = build_prompt(TASK, all_steps[:-1], all_steps[-1].observation)
    longer = build_prompt(TASK, all_steps, Observation(make_frame(99)))
    assert longer.turns[: len(shorter.turns)] == shorter.turns


def test_what_a_drop_will_leave_is_known_before_it() -> None:
    """The prompts behind the drop go on from it: the same turns, then more."""
    all_steps = steps(FRAMES_KEPT + 2 * FRAMES_DROPPED)
    whole = [build_prompt(TASK, all_steps[:n], all_steps[n].observation) for n in range(len(all_steps))]
    for number, prompt in enumerate(whole):
        left = after_drop(prompt)
        shown = len(frames(prompt))
        if left is None:
            assert shown <= FRAMES_DROPPED
            continue
        assert len(frames(left)) == shown - FRAMES_DROPPED
        later = next((one for one in whole[number:] if frames(one)[0] == frames(left)[0]), None)
        assert later is None or later.turns[: len(left.turns)] == left.turns


def test_the_digest_sees_words_frames_and_order() -> None:
    one, two = Observation(make_frame(1)), Observation(make_frame(2))
    prompts = [
        build_prompt(TASK, [], one),
        build_prompt(TASK, [], two),
        build_prompt(make_task(), [], one),
        build_prompt(TASK, steps(1), one),
        build_prompt(TASK, steps(2), one),
    ]
    assert len({prompt_digest(prompt) for prompt in prompts}) == len(prompts)
    assert prompt_digest(prompts[0]) == prompt_digest(build_prompt(TASK, [], Observation(make_frame(1))))


def test_a_pointing_prompt_shows_the_picture_first() -> None:
    frame = make_frame(1)
    prompt = pointing_prompt("Click the Save button.", frame)
    assert prompt.system == pointing_text()
    assert prompt.turns[0].parts == (frame, "Click the Save button.")
    assert (prompt.frame, prompt.wanted) == (frame, "point")


def test_without_a_step_its_screen_is_shown_and_what_was_said_before_stays() -> None:
    taken = [*steps(1), *steps(1, "refused", "Not done: no."), *steps(1)]
    whole = build_prompt(TASK, taken, Observation(make_frame(9)))
    left = without_steps(whole, {0, 2})
    opening, *_ = whole.turns[0].parts
    assert left.turns == (
        Turn("user", (opening, *whole.turns[2].parts)),
        whole.turns[3],
        Turn("user", ("Not done: no.\n", *whole.turns[6].parts)),
    )
    assert without_steps(whole, ()) == whole
