"""A spec means one thing, and a mistake in it is told with what is allowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.models import load_grounded
from agent.models.grounded.refine import Refine
from agent.models.grounded.snap import Snap
from agent.models.grounded.spec import parse_stages
from agent.models.grounded.vote import Vote


@pytest.mark.parametrize(
    ("spec", "stages"),
    [
        ("refine", (Refine(),)),
        ("refine()", (Refine(),)),
        ("refine(2)", (Refine(depth=2),)),
        ("refine(2,512)", (Refine(depth=2, size=512),)),
        ("refine(depth=2,size=768)+vote(5)+snap", (Refine(depth=2), Vote(), Snap())),
        (" refine ( 2 , size = 400 ) + snap(12) ", (Refine(depth=2, size=400), Snap(radius=12))),
        ("vote(7,0.05,seed=3)", (Vote(n=7, jitter=0.05, seed=3),)),
        ("refine+vote+refine", (Refine(), Vote(), Refine())),
    ],
)
def test_a_spec_means(spec: str, stages: tuple[object, ...]) -> None:
    assert parse_stages(spec) == stages


def test_a_stage_is_written_as_it_is_read() -> None:
    stages = (Refine(depth=2, size=512), Vote(jitter=0.25), Snap())
    assert parse_stages("+".join(map(str, stages))) == stages
    assert str(stages[0]) == "refine(2,512,2)"


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("", "'' is no stage"),
        ("refine+", "'' is no stage"),
        ("refin", "'refin' is no stage"),
        ("refine(2", "is no stage"),
        ("refine(two)", "refine: 'two' is no setting"),
        ("refine(-1)", "refine: '-1' is no setting"),
        ("refine(2,,3)", "refine: '' is no setting"),
        ("refine(0)", "refine: depth: Input should be greater than or equal to 1"),
        ("refine(1.5)", "refine: depth: Input should be a valid integer"),
        ("refine(1.2.3)", "refine: depth"),
        ("vote(1)", "vote: n: Input should be greater than or equal to 2"),
        ("vote(5,0.9)", "vote: jitter"),
        ("snap(1,2)", "snap: there is no place for '2'"),
        ("snap(size=2)", "snap: there is no place for 'size=2'"),
        ("vote(5,n=4)", "vote: n is set twice"),
        ("vote(n=5,0.2)", "vote: write '0.2' with its name"),
        ("+".join(["snap"] * 9), "there are 9 stages"),
    ],
)
def test_a_mistake_is_told(spec: str, why: str) -> None:
    with pytest.raises(BadInput) as told:
        parse_stages(spec)
    assert str(told.value).startswith(f"--ground {spec}"[:200])
    assert why in str(told.value)
    assert "refine(depth=1,size=768,zoom=2), vote(n=5," in str(told.value)


@given(st.text(alphabet="refinvotsap()+=,.0123456789 \n", max_size=60))
def test_no_text_does_anything_else(spec: str) -> None:
    try:
        stages = parse_stages(spec)
    except BadInput:
        return
    assert parse_stages("+".join(map(str, stages))) == stages


@pytest.mark.parametrize(
    ("model", "ground", "grounder", "why"),
    [
        ("reader", "refine", None, "'reader' can't point"),
        ("scripted", None, "reader", "--grounder: 'reader' can't point"),
        ("scripted", None, "raeder", "--grounder raeder: there is no such model; did you mean 'reader'"),
        ("scripted", "zoom", None, "'zoom' is no stage"),
    ],
)
def test_what_can_not_be_is_refused(model: str, ground: str | None, grounder: str | None, why: str) -> None:
    with pytest.raises(BadInput, match=why.replace("?", r"\?")):
        load_grounded(model, ground, grounder)


def test_the_embedded_model_may_snap_and_a_model_may_stay_as_it_is() -> None:
    assert load_grounded("reader", "snap").name == "reader+snap(20)"
    assert load_grounded("reader") is load_grounded("reader")
