"""Windows are the product's prompts, token for token, and what is learned in them is what was replied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.episode import Step
from agent.model import Completion, Prompt
from agent.protocol.prompt import build_prompt
from agent.protocol.toolcall import parse_tool_call
from agent.task import load_task
from tools.geometry import Point
from tools.observation import Observation, UnkeptFrame
from training.pocket import replies
from training.pocket.episode import Episode, Look, Turn
from training.pocket.replies import Planned
from training.pocket.samples.window import shown_from, windows
from training.pocket.shape import SCREEN

if TYPE_CHECKING:
    from pathlib import Path

    from training.pocket.samples.speller import Speller

PLAN = [
    Planned("type", "Full name", "", "Ada Lovelace"),
    Planned("page", "Notes"),
    Planned("type", "City", "Billing address", "Berlin"),
    Planned("select", "Country", "", "Sweden"),
    Planned("final", "Save"),
    Planned("wait", "Saved"),
]


def episode() -> Episode:
    name, page, city, country, final, wait = PLAN
    said = [
        replies.click(f"Step 1: {name.sentence}", name.name, Point(600, 300)),
        replies.typing("Step 1 goes on.", name.text),
        replies.click(f"Step 2: {page.sentence}", page.name, Point(100, 200)),
        replies.click(f"Step 3: {city.sentence}", city.name, Point(0, 0), 3),
        replies.typing("Step 3 goes on.", city.text),
        replies.click(f"Step 4: {country.sentence}", country.name, Point(1279, 799)),
        replies.scrolling("Step 4 goes on.", Point(640, 400), -1),
        replies.click("Step 4 goes on.", '"Sweden"', Point(640, 400)),
        replies.click(f"Step 5: {final.sentence}", final.name, Point(641, 401)),
        replies.waiting(f"Step 6: {wait.sentence}"),
        replies.missing(6, wait),
        replies.done(),
    ]
    turns = tuple(Turn(Look((), ()), reply, at != 2) for at, reply in enumerate(said))
    return Episode(
        seed=1, customer=False, layout=0, instruction="Do as the plan says.",
        plan=tuple(one.sentence for one in PLAN), turns=turns,
    )  # fmt: skip


def test_each_window_is_the_products_prompt_and_reply(speller: Speller, tmp_path: Path) -> None:
    played = episode()
    steps = "".join(f"  - {sentence}\n" for sentence in played.plan)
    written = f"id: one\ninstruction: {played.instruction}\nlaunch: []\nsteps:\n{steps}"
    (tmp_path / "one.yaml").write_text(written)
    task = load_task(tmp_path / "one.yaml").runs()[0].resolve(tmp_path)
    seen = Observation(UnkeptFrame(SCREEN))
    done = [
        Step(at, seen, Prompt("", ()), Completion(turn.reply), "done")
        for at, turn in enumerate(played.turns, 1)
    ]
    for window in windows(played, speller):
        end = window.first + len(window.pictures)
        assert window.first == shown_from(end)
        told = speller.renderer.text(build_prompt(task, done[: end - 1], seen))
        pads = "<|image_pad|>" * 640
        ours = speller.text(window.ids.tolist()).replace(pads, "<|image_pad|>")
        reply = played.turns[end - 1].reply
        assert ours == f"{told}{reply}<|im_end|>"


def test_only_replies_to_shown_frames_are_learned_and_no_slip(speller: Speller) -> None:
    played = episode()
    found = list(windows(played, speller))
    assert [(one.first, len(one.pictures)) for one in found] == [(0, 8), (4, 8)]
    for window in found:
        turns = played.turns[window.first : window.first + len(window.pictures)]
        told = "".join(f"{turn.reply}<|im_end|>" for turn in turns if turn.learned)
        assert speller.text(window.ids[window.learned].tolist()) == told
        for turn, (start, end) in zip(turns, window.replies, strict=True):
            spelled = speller.text(window.ids[start:end].tolist())
            assert parse_tool_call(spelled) == parse_tool_call(turn.reply)
