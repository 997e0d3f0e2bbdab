"""Templates put into each other: no value can make up a reference, and none is lost."""

from __future__ import annotations

import pytest

from agent.task.steps.template import composed, literal
from agent.task.variables import WrongReference, quoted, substitute


@pytest.mark.parametrize("value", ["a", "$", "${x}", "$$", '"', "\\", "${secret.x", "cost $"])
def test_a_literal_is_filled_in_as_itself(value: str) -> None:
    assert substitute(literal(value), {}) == value
    sentence = composed('Type "${a}{x}"', {"a": literal(value)}, in_quotes=True)
    assert substitute(sentence, {}, (), quoted) == f'Type "{quoted(value)}{{x}}"'


def test_references_stay() -> None:
    assert composed("${a} ${workdir} ${secret.PW} $$ $5", {"a": "<${b}>"}) == (
        "<${b}> ${workdir} ${secret.PW} $$ $5"
    )


@pytest.mark.parametrize(("template", "offset"), [("x ${b}", 2), ("${", 0), ("$$ ${a} ${", 8)])
def test_a_wrong_reference_names_its_place(template: str, offset: int) -> None:
    with pytest.raises(WrongReference) as wrong:
        composed(template, {"a": ""})
    assert wrong.value.offset == offset
