"""Runs of the sets with models whose answers are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.items import grounding_items, picture_digest, read_published
from agent.bench.grounding.set import GroundingSet, grounding_set
from agent.bench.results.reading import read_results
from agent.bench.run import run_benchmark
from agent.bench.sets import Asked
from agent.errors import BadInput
from agent.model import Completion, RawReply
from agent.protocol.system import pointing_text
from tests.agent.bench.grounding.folders import osworld_g, screenspot, screenspot_pro
from tests.agent.bench.grounding.knowing import MIDDLE, Knowing
from tests.agent.fakes import FakeModel, call, click

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.bench.summary import Summary
    from agent.model import Prompt


def run(name: str, data: Path, model: FakeModel, out: Path) -> Summary:
    benchmark = GroundingSet(name, data, read_published(name, data), model)
    return run_benchmark(benchmark, benchmark.items(), 1, out, lambda *_: None)


@pytest.mark.parametrize(
    ("name", "makes", "count"),
    [
        ("screenspot", screenspot, 6),
        ("screenspot-v2", lambda folder: screenspot(folder, second=True), 6),
        ("screenspot-pro", screenspot_pro, 4),
    ],
)
def test_a_perfect_model_hits_all_of_it(
    tmp_path: Path, name: str, makes: Callable[[Path], Path], count: int
) -> None:
    found = run(name, makes(tmp_path / "data"), Knowing(), tmp_path / "out")
    assert (found.sections[0].passed.passed, found.sections[0].passed.of) == (count, count)


def test_a_model_is_asked_with_the_picture_before_the_words_and_one_action(tmp_path: Path) -> None:
    model = Knowing()
    run("screenspot-pro", screenspot_pro(tmp_path / "data"), model, tmp_path / "out")
    [turn] = model.prompts[0].turns
    assert model.prompts[0].system == pointing_text()
    assert '"enum": ["left_click"]' in model.prompts[0].system
    assert "1000x1000" in model.prompts[0].system
    frame, words = turn.parts
    assert (words, model.prompts[0].wanted) == ("Save", "point")
    assert not isinstance(frame, str)
    assert frame.size == (640, 400)


def test_a_picture_that_is_asked_about_twice_in_a_row_is_read_once(tmp_path: Path) -> None:
    model = Knowing()
    run("screenspot-pro", screenspot_pro(tmp_path / "data"), model, tmp_path / "out")
    first, second, third, fourth = (prompt.turns[0].parts[0] for prompt in model.prompts)
    assert first is second
    assert third is fourth
    assert first is not third
    told = {one.details["picture"] for one in read_results(tmp_path / "out").latest}
    assert told == {picture_digest(file) for file in (tmp_path / "data" / "images").rglob("*.png")}


def test_chinese_instructions_are_asked_judged_again_and_never_mixed_with_english_ones(
    tmp_path: Path,
) -> None:
    data, model = screenspot_pro(tmp_path / "data"), Knowing({"保存": click(187.5, 145)})
    chinese = GroundingSet("screenspot-pro", data, read_published("screenspot-pro", data, "cn"), model)
    found = run_benchmark(chinese, chinese.items(), 1, tmp_path / "out", lambda *_: None)
    assert [section.name for section in found.sections] == ["cn"]
    assert found.sections[0].passed.passed == 2
    config = read_results(tmp_path / "out").config
    assert config.options == {"language": "cn"}
    assert grounding_items(config, data).items() == chinese.items()
    with pytest.raises(BadInput, match=r"options\.language: cn there, none now"):
        run("screenspot-pro", data, model, tmp_path / "out")


def test_breakdowns_are_as_the_authors_make_them(tmp_path: Path) -> None:
    model = Knowing({"Print": click(1, 1)})
    [section] = run("screenspot", screenspot(tmp_path / "data"), model, tmp_path / "out").sections
    told = {value: (share.passed, share.of) for value, share in section.groups["platform and type"].items()}
    assert told == {
        f"{platform} {kind}": (kind == "text", 1)
        for platform in ("desktop", "mobile", "web")
        for kind in ("icon", "text")
    }
    assert section.passed.share == 0.5


def test_what_can_not_be_read_is_a_miss_told_apart(tmp_path: Path) -> None:
    model = Knowing({"Save": "There it is!", "Cancel": call("left_click", coordinate=[2000, 10])})
    [section] = run("screenspot-pro", screenspot_pro(tmp_path / "data"), model, tmp_path / "out").sections
    assert section.outcomes == {"failed": 2, "wrong_format": 2}
    assert section.groups["ui_type"]["text"].passed == 0


def test_refusals_count_where_nothing_is_there_and_nowhere_else(tmp_path: Path) -> None:
    refusal = call("left_click", coordinate=[-1, -1])
    data = osworld_g(tmp_path / "data")
    original, refined = run("osworld-g", data, Knowing({"Open file": refusal}), tmp_path / "out").sections
    assert (original.name, original.outcomes) == ("original", {"passed": 1, "refused": 2})
    assert (refined.name, refined.outcomes) == ("refined", {"passed": 1, "failed": 2})
    shares = {
        section.name: {value: (one.passed, one.of) for value, one in section.groups["part"].items()}
        for section in (original, refined)
    }
    assert shares == {
        "original": {"refusals": (1, 1), "without refusals": (0, 2)},
        "refined": {"refusals": (0, 1), "without refusals": (1, 2)},
    }
    assert set(refined.groups["class"]) == {"text_matching", "fine_grained_manipulation", "refusal"}


def test_a_line_holds_the_raw_reply_and_what_was_read_from_it(tmp_path: Path) -> None:
    run("screenspot-pro", screenspot_pro(tmp_path / "data"), Knowing(), tmp_path / "out")
    first = read_results(tmp_path / "out").attempts[0]
    assert first.reply == click(*MIDDLE["Save"])
    assert first.details["point"] == [120, 58]
    assert set(first.seconds) == {"picture", "model", "total"}
    assert (first.tokens.prompt, first.tokens.reply) == (7, 3)


def test_replies_behind_a_reply_are_kept(tmp_path: Path) -> None:
    class Twice(Knowing):
        def complete(self, prompt: Prompt) -> Completion:
            raw = RawReply(role="refine", model="m", text="raw", note="seen")
            return Completion(super().complete(prompt).text, replies=(raw,))

    run("screenspot-pro", screenspot_pro(tmp_path / "data"), Twice(), tmp_path / "out")
    [kept] = read_results(tmp_path / "out").attempts[0].details["replies"]
    assert (kept["role"], kept["text"]) == ("refine", "raw")


def test_the_configuration_has_the_model_its_profile_and_a_remark(tmp_path: Path) -> None:
    data = screenspot(tmp_path)
    about = GroundingSet("screenspot", data, read_published("screenspot", data), Knowing()).about()
    assert (about.model, about.profile) == ("fake", None)
    assert about.remark == "the published set has 1,272 items, this folder 6"
    assert len(about.prompts) == 64


def test_the_embedded_model_finds_what_is_written_and_nothing_else(tmp_path: Path) -> None:
    """Each button by its words, in each platform; `Click "Open file"` is written nowhere."""
    data = osworld_g(tmp_path / "data")
    benchmark = grounding_set(Asked("osworld-g", "reader", data))
    found = run_benchmark(benchmark, benchmark.items(), 1, tmp_path / "out", lambda *_: None)
    original, refined = found.sections
    assert original.outcomes == {"passed": 1, "failed": 2}
    assert refined.outcomes == {"passed": 1, "refused": 2}


def test_a_model_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="--model"):
        grounding_set(Asked("screenspot", "raeder", screenspot(tmp_path)))
