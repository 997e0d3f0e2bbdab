"""Sentences made of a client's words say nothing else than those."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.mcp.seat.sentences import Sentences
from agent.mcp.seat.turns import Unfit
from agent.mcp.seat.wording import literal, named, typing_into
from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import ClickIconStep, ClickStep, TypeStep

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("target", "text"),
    [("Save", "Save"), ("5 $", "5 $"), ("${name}", "${name}"), ("it's \\n", "it's \\n"), ("a.\nb", "a.\nb")],
)
def test_bare_words_are_a_name_whatever_they_hold(target: str, text: str) -> None:
    step = parse_step(f"Click {named(target)}".replace("$$", "$"))
    assert isinstance(step, ClickStep)
    assert (step.target.text, step.target.qualifiers, step.again) == (text, (), False)


def test_what_has_quotes_is_a_phrase_of_the_grammar() -> None:
    phrase = 'the second "Street" in "Delivery address"'
    step = parse_step(f"Click {named(phrase)}")
    assert isinstance(step, ClickStep)
    assert str(step.target) == phrase
    icon = 'the "Settings" icon'
    assert isinstance(parse_step(f"Click {named(icon)}"), ClickIconStep)
    assert literal("${x} $") == "$${x} $$"


def test_a_variable_in_a_target_is_none_and_a_sentence_outside_the_grammar_is_refused(tmp_path: Path) -> None:
    sentences = Sentences(tmp_path, ())
    sentences.model([f"Click {named('${HOME}')}"], {})
    assert not list(tmp_path.iterdir())
    with pytest.raises(Unfit, match="not a step that `reader` understands"):
        sentences.model(["Frobnicate"], {})
    with pytest.raises(Unfit, match='variable "name" is not set'):
        sentences.model(['Type "${name}" into "F"'], {})
    assert not list(tmp_path.iterdir())  # none of those that were refused either


def test_a_secret_is_typed_into_a_field_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_PASSWORD", "hunter2")
    text = '5 $ "${secret.CRM_PASSWORD}" ${x}'
    sentence, values = typing_into(text, "Password")
    Sentences(tmp_path, ["CRM_PASSWORD"]).model([sentence], values)
    step = parse_step(sentence.replace("$$", "$"))
    assert isinstance(step, TypeStep)
    assert step.text == text
    with pytest.raises(Unfit, match="CRM_PASSWORD"):
        Sentences(tmp_path, []).model([sentence], values)
