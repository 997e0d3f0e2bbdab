"""Sentences that somebody has to judge on the way, and who can't."""

from __future__ import annotations

import pytest

from agent.errors import BadInput
from agent.models.reader.step_parser import FORMS, parse_step
from agent.models.reader.steps import ExpectStep, IfStep, ReadStep
from agent.models.scripted import ScriptedModel
from agent.task.judging import is_judged, refuse_judging
from tests.agent.fakes import make_task


@pytest.mark.parametrize("form", FORMS)
def test_they_are_known_by_their_first_words(form: str) -> None:
    assert is_judged(form) == isinstance(parse_step(form), ExpectStep | ReadStep | IfStep)


@pytest.mark.parametrize(
    "plan", ["If a dialog asks, say no", "Read the price", "Expect a long list", "Read it as a book"]
)
def test_a_plan_in_plain_words_is_none(plan: str) -> None:
    assert not is_judged(plan)


def test_a_model_without_a_place_in_the_steps_refuses_them_with_their_lines() -> None:
    texts = ['Click "Save"', 'Expect "Saved"', 'Read "Number" as number']
    task = make_task(steps=[{"text": text, "line": 4 + at, "column": 5} for at, text in enumerate(texts)])
    with pytest.raises(BadInput) as refused:
        refuse_judging(task, "the model `x`")
    *told, advice = str(refused.value).splitlines()
    assert told == [
        f"demo.yaml:{line}:5: steps: the model `x` can't say when it has come to this step, so nobody would "
        f"judge it: {text}"
        for line, text in ((5, texts[1]), (6, texts[2]))
    ]
    assert advice.startswith("use `model: reader`")
    with pytest.raises(BadInput, match="nobody would judge it"):
        ScriptedModel.check(ScriptedModel.__new__(ScriptedModel), task)
