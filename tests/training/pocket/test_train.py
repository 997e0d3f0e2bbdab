"""A short training, from drawn forms to weights, with a net of few numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import torch

from agent.errors import BadInput
from training.pocket.export import read
from training.pocket.learner import Batch, Learner
from training.pocket.lessons import Lesson, Lessons, lessons
from training.pocket.shape import config
from training.pocket.shelf import put
from training.pocket.train import Drawer, Order, rate, train, windows_at

if TYPE_CHECKING:
    from pathlib import Path

    from training.pocket.forms.player import Player
    from training.pocket.samples.speller import Speller


def few() -> Any:
    """The architecture with few numbers."""
    text = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 3, "num_attention_heads": 2}
    rope = {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [4, 2, 2]}
    text |= {"num_key_value_heads": 1, "head_dim": 16, "rope_parameters": rope}  # type: ignore[dict-item]
    vision = {"depth": 2, "hidden_size": 16, "intermediate_size": 16, "num_heads": 1, "out_hidden_size": 32}
    vision |= {"deepstack_visual_indexes": [0, 1]}  # type: ignore[dict-item]
    return config(text, vision)


@pytest.fixture(scope="module")
def drawn(playing: Player, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set of one episode."""
    folder = tmp_path_factory.mktemp("set")
    put(folder, 0, *playing.train(1_000_003))
    return folder


def test_a_set_is_learned_from_and_weights_are_left(drawn: Path, speller: Speller, tmp_path: Path) -> None:
    out = tmp_path / "out.pt"
    train(Order(drawn, out, minutes=60, steps=3, frames=1), few())
    state, tokens = read(out)
    assert tokens.tolist() == speller.tokens.tolist()
    assert set(state) == set(Learner(few(), len(tokens)).net.state_dict())
    train(Order(drawn, tmp_path / "more.pt", minutes=60, steps=0, begin=out), few())
    same, _ = read(tmp_path / "more.pt")
    assert all(torch.equal(same[name], weight) for name, weight in state.items()), "it goes on from there"
    assert "3 steps in" in out.with_suffix(".log").read_text()


def test_every_loss_falls_on_what_is_shown_again(drawn: Path, speller: Speller) -> None:
    torch.manual_seed(2)
    singles = (lesson for lesson in Lessons(drawn, 1, speller.tokens) if lesson.kind == "single")
    batch = Batch.of(list(islice(singles, 2)), torch.device("cpu"))
    learner = Learner(few(), len(speller.tokens))
    optimiser = torch.optim.AdamW(learner.parameters(), 3e-3)
    told = []
    for _ in range(20):
        losses = learner(batch)
        told.append({name: loss.item() for name, loss in losses.items()})
        optimiser.zero_grad()
        losses["loss"].backward()
        optimiser.step()
    assert set(told[0]) == {"loss", "reply", "read", "aim"}
    assert all(told[-1][name] < 0.85 * told[0][name] for name in ("loss", "reply", "read")), told


def test_what_stands_beside_a_lesson_does_not_change_it(playing: Player, speller: Speller) -> None:
    made = list(lessons(*playing.train(1_000_004), Random(1), speller))
    window = next(lesson for lesson in made if lesson.kind == "window")
    pairs = [lesson for lesson in made if lesson.kind == "pointing"][:2]
    assert window.pictures.shape[0] == len(window.starts)
    torch.manual_seed(3)
    learner = Learner(few(), len(speller.tokens)).eval()

    def alone(lesson: Lesson) -> torch.Tensor:
        batch = Batch.of([lesson], torch.device("cpu"))
        return learner(batch)["reply"] * batch.learned[:, 1:].sum()

    with torch.no_grad():
        both = Batch.of(pairs, torch.device("cpu"))
        together = learner(both)["reply"] * both.learned[:, 1:].sum()
        torch.testing.assert_close(together, alone(pairs[0]) + alone(pairs[1]), rtol=1e-4, atol=1e-4)


def test_texts_behind_one_beginning_are_as_if_each_stood_alone(drawn: Path, speller: Speller) -> None:
    lesson = next(one for one in Lessons(drawn, 2, speller.tokens) if len(one.forks) > 2)
    torch.manual_seed(5)
    learner = Learner(few(), len(speller.tokens)).eval()

    def reply(lessons: list[Lesson]) -> torch.Tensor:
        batch = Batch.of(lessons, torch.device("cpu"))
        return learner(batch)["reply"] * batch.learned[:, 1:].sum()

    def alone(fork: int, until: int) -> Lesson:
        kept = [*range(lesson.forks[0]), *range(fork, until)]
        return replace(lesson, ids=lesson.ids[kept], learned=lesson.learned[kept], forks=())

    with torch.no_grad():
        each = [reply([alone(*part)]) for part in pairwise((*lesson.forks, len(lesson.ids)))]
        torch.testing.assert_close(reply([lesson]), torch.stack(each).sum(), rtol=1e-4, atol=1e-4)


def test_what_is_held_stays_as_it_is(drawn: Path, tmp_path: Path) -> None:
    begin, out = tmp_path / "begin.pt", tmp_path / "out.pt"
    train(Order(drawn, begin, minutes=60, steps=0), few())
    order = Order(drawn, out, minutes=60, steps=2, begin=begin, frames=1, windows=0.0, pointing=1.0)
    train(replace(order, held=("tower", "table")), few())
    before, after = read(begin)[0], read(out)[0]
    same = {name for name, weight in after.items() if torch.equal(weight, before[name])}
    assert same == {name for name in after if name.startswith(("visual.", "language_model.embed_tokens"))}


def test_a_step_has_as_many_pictures_as_were_asked_for(drawn: Path, speller: Speller, tmp_path: Path) -> None:
    drawer = Drawer(Lessons(drawn, 1, speller.tokens), Order(drawn, tmp_path / "x", 1, frames=3))
    for _ in range(6):
        chosen = drawer.next(0.0)
        assert len({lesson.kind for lesson in chosen}) == 1
        shown = [len(lesson.starts) for lesson in chosen]
        assert sum(shown) >= 3 > sum(shown[:-1])


def test_the_rate_grows_then_stays_then_falls_and_windows_come_to_be_more() -> None:
    assert rate(0, 0.0) < rate(100, 0.01) < rate(1000, 0.4) == 1.0
    assert rate(14, 0.0, 0.1) == rate(1000, 0.4, 0.1) == 0.1
    assert 1 > rate(9000, 0.8) > rate(9999, 1.0) == 0.02
    assert [windows_at(share) for share in (0.1, 0.4, 0.9, 1.2)] == [0.25, 0.5, 0.65, 0.65]


def test_a_folder_without_episodes_is_told(tmp_path: Path, speller: Speller) -> None:
    with pytest.raises(BadInput, match=r"holds no episodes; `python -m training\.pocket draw`"):
        Lessons(tmp_path, 1, speller.tokens)
