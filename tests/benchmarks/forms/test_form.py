"""Forms: a seed's form can be filled in, and its steps are the reader's."""

from __future__ import annotations

import pytest

from agent.models.reader.step_parser import parse_step
from benchmarks.forms.form import TOOLKITS, form_of
from training.screens.splits import Look, looks

LOOKS = [look for look in looks("exam") if look.toolkit in TOOLKITS]


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_a_form_has_a_dozen_elements_that_can_be_used_and_no_text_twice(look: Look) -> None:
    for seed in range(10):
        form = form_of(look, seed)
        elements = [element for group in form.plan["groups"] for element in group["rows"]]
        assert len(elements) >= 12
        assert all(element["enabled"] and not element["readonly"] for element in elements)
        texts = [text for one in elements for text in {one["label"], *one.get("choices", ())}]
        assert len(texts) == len(set(texts))
        assert set(form.wanted) == {element["label"] for element in elements}


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_the_reader_understands_every_step(look: Look) -> None:
    for seed in range(5):
        assert all(parse_step(step) for step in form_of(look, seed).steps)


def test_a_seed_has_one_form_and_another_seed_another_one() -> None:
    assert form_of(LOOKS[0], 3) == form_of(LOOKS[0], 3)
    assert form_of(LOOKS[0], 3) != form_of(LOOKS[0], 4)


def test_what_is_held_before_is_not_what_is_wanted_but_in_boxes() -> None:
    for look in LOOKS:
        form = form_of(look, 1)
        for group in form.plan["groups"]:
            for element in group["rows"]:
                assert element["state"] or element["value"] != form.wanted[element["label"]]


def test_a_form_does_without_an_element_that_no_label_is_left_for() -> None:
    """What a person could not use takes labels too, until a language has no more of them."""
    assert len(form_of(Look("fltk", "plastic"), 146).wanted) >= 12
