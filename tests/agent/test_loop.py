"""Every way an episode can end, on fakes of both seams."""

from __future__ import annotations

import itertools
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import pytest

from agent.checks import CheckResult
from agent.episode import Watcher
from agent.errors import Halted, ModelFault
from agent.loop import Episode
from agent.model import Completion
from agent.protocol.prompt import FRAMES_KEPT
from agent.usage import Usage
from tests.agent.fakes import (
    DONE,
    FAILED,
    FakeDesktop,
    FakeModel,
    Notebook,
    call,
    click,
    make_frame,
    make_task,
)
from tools.errors import BrokenOff, DisplayLost, EnvironmentFault, Interrupted, ScreenChanged
from tools.observation import Frame

if TYPE_CHECKING:
    from agent.episode import Ending, Step
    from agent.model import Prompt
    from agent.task import Task
    from tools.observation import Observation


def check(*, passed: bool) -> CheckResult:
    return CheckResult(kind="text", what="Saved", passed=passed, expected="Saved", actual="", seconds=0)


def run(
    replies: list[str | BaseException],
    desktop: FakeDesktop | None = None,
    task: Task | None = None,
    **changes: object,
) -> tuple[Ending, Notebook, FakeDesktop, FakeModel]:
    notes, desktop, model = Notebook(), desktop or FakeDesktop(), FakeModel(replies)
    usual = {"judge": lambda seen: (), "approve": lambda action, seen: True, "clock": lambda: 0.0}
    options = usual | {"watcher": notes} | changes
    ending = Episode(task or make_task(), desktop, model, **options).run()  # type: ignore[arg-type]  # options by name
    return ending, notes, desktop, model


def test_a_task_that_ends_well_passes_when_its_checks_hold() -> None:
    ending, notes, desktop, _ = run([click(), DONE], judge=lambda seen: (check(passed=True),))
    assert (ending.verdict, len(desktop.actions)) == ("passed", 1)
    assert notes.events == ["began", "observed 1", "acting", "stepped 1", "observed 2", "stepped 2", "ended"]


def test_a_check_that_fails_fails_the_task_whatever_the_model_says() -> None:
    ending, *_ = run([DONE], judge=lambda seen: (check(passed=True), check(passed=False)))
    assert (ending.verdict, ending.message) == ("failed", "1 of 2 checks hold")


def test_what_a_model_was_asked_is_counted_apart() -> None:
    asked = check(passed=False).model_copy(update={"kind": "ask"})
    ending, *_ = run([DONE], judge=lambda seen: (check(passed=True), asked))
    assert ending.verdict == "failed"
    assert ending.message == "1 of 1 checks hold, 0 of 1 answers of a model are yes"


def test_terminate_failure_is_giving_up() -> None:
    ending, *_ = run([FAILED])
    assert (ending.verdict, ending.message) == ("gave_up", "So.")


def test_done_in_a_text_ends_nothing() -> None:
    ending, notes, *_ = run([call("type", text="done, terminate success"), DONE])
    assert [step.outcome for step in notes.steps] == ["done", "ended"]
    assert ending.verdict == "passed"


@pytest.mark.parametrize("draft", [DONE, FAILED, call("answer", text="42")])
@pytest.mark.parametrize("opened", ["<think>\n", ""], ids=["opened", "opened in the prompt"])
def test_what_is_only_thought_ends_nothing(opened: str, draft: str) -> None:
    ending, notes, desktop, _ = run([f"{opened}I could end: {draft}\n</think>\n\n{click()}", FAILED])
    assert [step.outcome for step in notes.steps] == ["done", "ended"]
    assert (ending.verdict, len(desktop.actions)) == ("gave_up", 1)


@pytest.mark.parametrize(
    "reply",
    [
        f"<think>{DONE}</think>",
        f"<think>{DONE}",
        "The task is done. terminate: success",
        "Answer: 42",
        call("finished", status="success"),
        call("terminate", status="done"),
        call("terminate"),
        DONE[: DONE.index("success")],
        click() + DONE,
    ],
    ids=[
        "thought",
        "half a thought",
        "words",
        "an answer in words",
        "another name",
        "another status",
        "no status",
        "cut off",
        "with another call",
    ],
)
def test_nothing_but_a_whole_clear_call_ends_an_episode(reply: str) -> None:
    ending, notes, desktop, model = run([reply, reply, FAILED])
    assert [step.outcome for step in notes.steps] == ["malformed", "malformed", "ended"]
    assert (ending.verdict, desktop.actions) == ("gave_up", [])
    assert all(notes.steps[i].note in str(model.prompts[i + 1].turns[-1].parts[0]) for i in range(2))


@pytest.mark.parametrize(
    "reply",
    [
        DONE + "\nThe form is saved. I could also fail.",
        call("terminate", status="success", text="All is saved."),
    ],
    ids=["behind the call", "in the call"],
)
def test_words_beside_a_success_change_nothing(reply: str) -> None:
    assert run([reply], judge=lambda seen: (check(passed=True),))[0].verdict == "passed"
    assert run([reply], judge=lambda seen: (check(passed=False),))[0].verdict == "failed"


def test_checks_do_not_save_a_task_that_the_model_gave_up() -> None:
    ending, *_ = run([FAILED], judge=lambda seen: pytest.fail("nothing is to be judged"))
    assert (ending.verdict, ending.checks) == ("gave_up", ())


def test_a_mended_reply_is_carried_out_and_kept_as_it_was() -> None:
    reply = "<tool_call>{'name': 'computer_use', 'arguments': {'action': 'click', 'x': 500, 'y': 500,}}"
    _, notes, desktop, _ = run([reply, DONE])
    assert desktop.actions == run([click(), DONE])[2].actions
    assert notes.steps[0].completion.text == reply


def test_an_answer_is_judged_by_the_checks() -> None:
    assert run([call("answer", text="42")], judge=lambda seen: (check(passed=False),))[0].verdict == "failed"


def test_an_answer_ends_the_episode() -> None:
    assert run([call("answer", text="42")])[0].verdict == "passed"


def test_a_malformed_reply_is_told_to_the_model_and_asked_again() -> None:
    ending, notes, desktop, model = run(["nothing", DONE])
    assert notes.steps[0].outcome == "malformed"
    assert notes.steps[0].completion.text == "nothing"
    assert "no <tool_call>" in str(model.prompts[1].turns[-1].parts[0])
    assert model.prompts[1].feedback == "malformed"
    assert (ending.verdict, desktop.actions) == ("passed", [])


def test_three_malformed_replies_in_a_row_are_a_model_error() -> None:
    ending, notes, *_ = run(["nothing"])
    assert (ending.verdict, len(notes.steps)) == ("model_error", 3)


def test_three_refused_actions_in_a_row_stop_the_run() -> None:
    chord = call("key", keys=["ctrl", "alt", "delete"])
    ending, notes, desktop, _ = run([chord])
    assert (ending.verdict, len(notes.steps), desktop.actions) == ("stopped", 3, [])


def test_a_decision_on_an_old_picture_is_dropped_recorded_and_made_again() -> None:
    desktop = FakeDesktop({1: ScreenChanged("a dialog came up")})
    ending, notes, _, model = run([click(), click(), DONE], desktop)
    assert [step.outcome for step in notes.steps] == ["dropped", "done", "ended"]
    assert model.prompts[1].feedback == "dropped"
    assert "a dialog came up" in notes.steps[0].note
    assert (ending.verdict, len(desktop.actions)) == ("passed", 1)


def test_a_text_that_was_broken_off_is_dropped_and_told_as_done_in_part() -> None:
    desktop = FakeDesktop({1: BrokenOff("another window took the keyboard after 3 of 9 characters")})
    _, notes, _, model = run([click(), click(), DONE], desktop)
    assert [step.outcome for step in notes.steps] == ["dropped", "done", "ended"]
    assert [prompt.feedback for prompt in model.prompts] == ["none", "partly", "done"]
    assert "after 3 of 9 characters" in notes.steps[0].note


def test_a_screen_that_never_holds_still_stops_the_run() -> None:
    changing = FakeDesktop(dict.fromkeys(range(1, 99), ScreenChanged("noise")))
    ending, *_ = run([click()], changing)
    assert (ending.verdict, changing.actions) == ("stopped", [])


def test_the_same_action_without_effect_is_told_then_stops_the_run() -> None:
    ending, notes, desktop, _ = run([click()], FakeDesktop(changing=False))
    assert (ending.verdict, len(desktop.actions)) == ("stopped", 4)
    assert [bool(step.note) for step in notes.steps] == [False, False, True, True]


class ChangingAt(FakeDesktop):
    """A desktop that changes before some looks only."""

    def __init__(self, *looks: int) -> None:
        super().__init__()
        self.when = looks

    def observe(self) -> Observation:
        self.changing = self.looks + 1 in self.when
        return super().observe()


@pytest.mark.parametrize(
    ("replies", "done", "told"),
    [
        ([click(500), click(510), click(490), click(505)], 4, [3, 4]),
        ([click(100), click(900)] * 4, 7, [5, 6, 7]),
        ([click(100), click(500), click(900)] * 4, 10, [7, 8, 9, 10]),
        ([call("type", text="Ada")] * 4, 4, [3, 4]),
        ([call("key", keys=["down"])] * 4, 4, [3, 4]),
        (
            [call("scroll", pixels=-pixels, coordinate=[500, 500]) for pixels in (100, 200, 500, 900)],
            4,
            [3, 4],
        ),
        ([click(), call("wait", time=1)] * 4, 7, [5, 7]),
        ([click(), "nothing"] * 4, 7, [5, 7]),
    ],
    ids=[
        "wavering",
        "by turns",
        "round in threes",
        "typing",
        "a key",
        "scrolling",
        "with waits",
        "with slips",
    ],
)
def test_getting_nowhere_is_told_then_stops_the_run(
    replies: list[str | BaseException], done: int, told: list[int]
) -> None:
    ending, notes, _, model = run(replies, FakeDesktop(changing=False))
    assert (ending.verdict, len(notes.steps)) == ("stopped", done)
    assert "without effect" in ending.message
    assert [step.index for step in notes.steps if "nothing changed" in step.note] == told
    assert "Try something else" in str(model.prompts[told[0]].turns[-1].parts[0])


@pytest.mark.parametrize(
    "replies",
    [
        [click(x) for x in range(100, 1000, 100)],
        [call("type", text=text) for text in "abcdefgh"],
        [call("scroll", pixels=pixels) for pixels in (300, -300, 300, -300)],
        [call("scroll", pixels=300), call("hscroll", pixels=300)] * 2,
        [click(), call("double_click", coordinate=[500, 500]), call("right_click", coordinate=[500, 500])]
        * 2,
        [call("scroll", pixels=300), call("scroll", pixels=300, coordinate=[500, 500])] * 2,
    ],
    ids=[
        "other places",
        "other texts",
        "up and down",
        "both axes",
        "other clicks",
        "with and without a place",
    ],
)
def test_trying_other_things_on_an_unchanged_screen_goes_on(replies: list[str | BaseException]) -> None:
    ending, notes, *_ = run([*replies, DONE], FakeDesktop(changing=False))
    assert ending.verdict == "passed"
    assert not any(step.note for step in notes.steps)


def test_a_change_on_the_screen_starts_the_count_anew() -> None:
    ending, notes, *_ = run([click()] * 6 + [DONE], ChangingAt(3, 5))
    assert ending.verdict == "passed"
    assert not any(step.note for step in notes.steps)


def test_a_dropped_decision_is_a_change_on_the_screen() -> None:
    desktop = FakeDesktop({3: ScreenChanged("a dialog came up")}, changing=False)
    ending, notes, *_ = run([click()] * 5 + [DONE], desktop)
    assert ending.verdict == "passed"
    assert [step.outcome for step in notes.steps] == ["done", "done", "dropped", "done", "done", "ended"]


def test_what_is_planned_may_say_the_same_many_times() -> None:
    episode = Episode(
        make_task(),
        FakeDesktop(changing=False),
        FakeModel([call("key", keys=["down"])] * 8 + [DONE], planned=True),
        judge=lambda _: (),
        watcher=Notebook(),
        approve=lambda *_: True,
    )
    assert episode.run().verdict == "passed"
    assert len(episode.steps) == 9


def test_a_model_whose_server_counts_no_tokens_is_stopped_all_the_same() -> None:
    model = FakeModel([click()], Usage())
    episode = Episode(
        make_task(),
        FakeDesktop(changing=False),
        model,
        judge=lambda _: (),
        watcher=Notebook(),
        approve=lambda *_: True,
    )
    assert (episode.run().verdict, len(episode.steps)) == ("stopped", 4)


def test_the_same_action_with_effect_goes_on_to_the_limit() -> None:
    ending, notes, *_ = run([click()], task=make_task(limits={"steps": 7}))
    assert (ending.verdict, ending.message, len(notes.steps)) == (
        "stopped",
        "the limit of 7 steps is used up",
        7,
    )


def test_waiting_is_no_repetition() -> None:
    waits: list[str | BaseException] = [call("wait", time=1)] * 8
    assert run([*waits, DONE], FakeDesktop(changing=False))[0].verdict == "passed"


@pytest.mark.parametrize(("planned", "verdict"), [(True, "passed"), (False, "stopped")])
def test_a_wait_uses_up_a_step_only_where_it_is_not_planned(*, planned: bool, verdict: str) -> None:
    waits: list[str | BaseException] = [call("wait", time=1)] * 8
    task, model = make_task(limits={"steps": 5}), FakeModel([click(), *waits, DONE], planned=planned)
    ending = Episode(
        task,
        FakeDesktop(),
        model,
        judge=lambda seen: (),
        watcher=Notebook(),
        approve=lambda action, seen: True,
    ).run()
    assert ending.verdict == verdict


def test_the_token_limit_counts_malformed_replies_too() -> None:
    ending, notes, *_ = run(["nothing", click()], task=make_task(limits={"tokens": 29}))
    assert (ending.verdict, len(notes.steps)) == ("stopped", 2)


def test_the_time_limit_stops_before_the_next_look() -> None:
    clock = itertools.count().__next__
    ending, notes, *_ = run([click()], task=make_task(limits={"seconds": 20.0}), clock=lambda: float(clock()))
    assert (ending.verdict, ending.outside) == ("stopped", True)
    assert len(notes.steps) < 20


def test_a_model_that_the_runs_time_cut_off_has_not_failed() -> None:
    clock = itertools.count(0, 6).__next__
    late = ModelFault("no reply within 12 s", Usage(prompt=7))
    ending, *_ = run([late], task=make_task(limits={"seconds": 20.0}), clock=lambda: float(clock()))
    assert (ending.verdict, ending.usage.prompt) == ("stopped", 7)
    assert ending.message == "the time limit of 20 s is used up"
    ending, *_ = run([late], task=make_task(limits={"seconds": 200.0}), clock=lambda: float(clock()))
    assert ending.verdict == "model_error"


def test_a_model_is_told_how_long_its_reply_may_take() -> None:
    clock = itertools.count().__next__
    limits = {"seconds": 30.0}
    *_, model = run([click(), DONE], task=make_task(limits=limits), clock=lambda: float(clock()))
    first, second = (prompt.seconds for prompt in model.prompts)
    assert 0 < second < first < 30


def test_a_no_from_the_person_asked_stops_before_the_action() -> None:
    ending, notes, desktop, _ = run([click()], approve=lambda action, seen: False)
    assert (ending.verdict, notes.steps[0].outcome, desktop.actions) == ("stopped", "denied", [])


@pytest.mark.parametrize(
    ("fault", "verdict"),
    [
        (ModelFault("gone"), "model_error"),
        (KeyboardInterrupt(), "interrupted"),
        (DisplayLost("no screen"), "environment_error"),
        (Interrupted("the mouse was moved"), "interrupted"),
    ],
)
def test_a_fault_ends_with_its_verdict_and_every_watcher_is_told(fault: BaseException, verdict: str) -> None:
    ending, notes, *_ = run([click(), fault])
    assert (ending.verdict, ending.outside, notes.events[-1]) == (verdict, True, "ended")


def fault(_ending: Ending) -> NoReturn:
    raise EnvironmentFault("the program hangs")


@pytest.mark.parametrize("replies", [[FAILED], [RuntimeError("Kx7mQ2")]])
def test_no_ending_tells_what_is_to_be_hidden(replies: list[str | BaseException]) -> None:
    """Not the watcher either: a message may quote a window's title."""

    def hung(_ending: Ending) -> None:
        raise EnvironmentFault('the window "Account Kx7mQ2" does not answer')

    notes = Notebook()
    with suppress(RuntimeError):
        run(replies, watcher=notes, review=hung, hide=lambda text: text.replace("Kx7mQ2", "…"))
    assert notes.ending is not None
    assert "…" in notes.ending.message
    assert "Kx7mQ2" not in notes.ending.message


@pytest.mark.parametrize(
    ("replies", "verdict", "message"),
    [
        ([FAILED], "environment_error", "the program hangs (gave_up: "),
        ([Halted("not so")], "environment_error", "the program hangs (stopped: not so)"),
        ([DONE], "environment_error", "the program hangs (passed: no checks)"),
        ([KeyboardInterrupt()], "interrupted", "stopped by Ctrl-C"),
    ],
)
def test_every_end_but_an_interrupt_is_reviewed(
    replies: list[str | BaseException], verdict: str, message: str
) -> None:
    ending, *_ = run(replies, review=fault)
    assert ending.verdict == verdict
    assert ending.message.startswith(message)


def test_a_no_is_a_no_whatever_hangs() -> None:
    ending, *_ = run([click()], approve=lambda action, seen: False, review=fault)
    assert ending.verdict == "stopped"


def test_a_signal_says_its_name_in_the_ending() -> None:
    ending, *_ = run([KeyboardInterrupt("stopped by SIGHUP")])
    assert (ending.verdict, ending.message) == ("interrupted", "stopped by SIGHUP")


def test_a_fault_of_our_own_is_told_to_the_watchers_and_not_caught() -> None:
    notes = Notebook()
    with pytest.raises(ZeroDivisionError):
        run([click(), ZeroDivisionError("oh\nno")], watcher=notes)
    assert notes.events[-1] == "ended"
    assert notes.ending
    assert (notes.ending.verdict, notes.ending.outside) == ("environment_error", True)
    assert notes.ending.message == "unexpected ZeroDivisionError: oh no (--debug shows where)"


def test_usage_and_timing_are_kept_by_part() -> None:
    _, notes, *_ = run([click(), DONE])
    assert notes.steps[0].completion.usage == Usage(prompt=10, reply=5)
    assert {"model", "settling", "reading", "acting", "recording"} <= dict(notes.steps[0].timing).keys()


class Holds(Watcher):
    """Holds no step, but knows which pictures are still in memory."""

    def __init__(self) -> None:
        self.frames: list[weakref.ref[Frame]] = []

    def stepped(self, step: Step) -> None:
        self.frames.append(weakref.ref(step.observation.frame))


class Thinks:
    """A model that clicks, and looks at every picture that it is shown."""

    name, sees = "thinks", True

    def __init__(self) -> None:
        self.shown: list[int] = []

    def check(self, task: Task) -> None: ...
    def start(self, task: Task) -> None: ...
    def prepare(self) -> None: ...

    def complete(self, prompt: Prompt) -> Completion:
        parts = [part for turn in prompt.turns for part in turn.parts if isinstance(part, Frame)]
        self.shown.append(len({frame.digest for frame in parts}))
        return Completion(click())


def test_a_long_episode_keeps_no_more_pictures_than_its_prompts_show() -> None:
    holds, thinks = Holds(), Thinks()
    episode = Episode(
        make_task(limits={"steps": 40}),
        FakeDesktop(),
        thinks,
        judge=lambda _: (),
        watcher=holds,
        approve=lambda *_: True,
    )
    assert episode.run().verdict == "stopped"
    assert len(holds.frames) == 40
    assert max(thinks.shown) == FRAMES_KEPT
    assert sum(frame() is not None for frame in holds.frames) <= 2 * FRAMES_KEPT
    first = episode.steps[0].observation.frame
    assert first.size == make_frame().size
    with pytest.raises(AttributeError):
        _ = first.rgb
