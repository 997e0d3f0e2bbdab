"""Variables are filled in once, literally; secrets only at the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.models.reader.step_parser import parse_step
from agent.redact.references import SECRET
from agent.task.spoken import unescape
from agent.task.variables import quoted, reveal, substitute
from tools.errors import Refused

names = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True)
nasty = st.text(alphabet=st.sampled_from('${}secret.PW"\\ nameöŁ\n'), max_size=30)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hello ${name}!", "Hello Ada!"),
        ("$${name}", "${name}"),
        ("$$$${name}", "$${name}"),
        ("$$${name}", "$Ada"),
        ("costs 5$ or $5", "costs 5$ or $5"),
        ("${nested}", "${name}"),
        ("", ""),
    ],
)
def test_substitution(text: str, filled: str) -> None:
    assert substitute(text, {"name": "Ada", "nested": "${name}"}) == filled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("${nmae}", 'variable "nmae" is not set; did you mean "name"?'),
        ("${", 'without its "}"'),
        ("${name", 'without its "}"'),
        ("${}", 'variable "" is not set'),
        ("${secret.OTHER}", 'secret "OTHER" is not listed under "secrets:"'),
        ("${hostile}", "makes up"),
        ("${dollar}{secret.PW}", "makes up"),
        ("$${secret.PW}", "makes up"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    values = {"name": "Ada", "hostile": "${secret.PW}", "dollar": "$"}
    with pytest.raises(BadInput) as refused:
        substitute(text, values, ("PW",))
    assert said in str(refused.value)


def test_a_secret_has_no_place_in_a_command() -> None:
    with pytest.raises(BadInput, match="only in steps, instruction and the url"):
        substitute("${secret.PW}", {}, None)


@settings(deadline=None)  # a busy machine is no fault
@given(st.dictionaries(names, nasty, min_size=1), nasty, nasty)
def test_values_arrive_literally_and_once(values: dict[str, str], before: str, after: str) -> None:
    before, after = before.replace("$", ""), after.replace("$", "")
    name, value = next(iter(values.items()))
    try:
        filled = substitute(f"{before}${{{name}}}{after}", values)
    except BadInput:
        assert SECRET.search(f"{before}{value}{after}")  # the only reason to refuse
    else:
        assert filled == before + value + after


@settings(deadline=None)  # a busy machine is no fault
@given(nasty)
def test_a_dollar_sign_doubled_is_the_text_itself(text: str) -> None:
    if SECRET.search(text):
        return
    assert substitute(text.replace("$", "$$"), {}) == text


@settings(deadline=None)  # a busy machine is no fault
@given(nasty, nasty)
def test_no_value_adds_a_reference_to_a_secret(first: str, second: str) -> None:
    template = "${a}${secret.PW}${b}"
    try:
        filled = substitute(template, {"a": first, "b": second}, ("PW",), quoted)
    except BadInput:
        return
    assert SECRET.findall(filled) == ["PW"]
    assert SECRET.findall(unescape(f'"{filled}"')) == ["PW"]


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\“”'), min_size=1))
def test_any_value_survives_the_grammar_of_steps(value: str) -> None:
    step = substitute('Type "${name}" into "Full name"', {"name": value}, (), quoted)
    assert unescape(step.removeprefix("Type ").removesuffix(' into "Full name"')) == value
    command = parse_step(step)
    assert command.text == value


def test_reveal_fills_in_only_the_secrets_it_is_given() -> None:
    assert reveal("a ${secret.PW} b $5 $$ ${name}", {"PW": 'h"x'}) == 'a h"x b $5 $$ ${name}'
    assert reveal("${secret.PW}", {"PW": "${secret.PW}"}) == "${secret.PW}"


@pytest.mark.parametrize("environ", [{}, {"PW": ""}])
def test_reveal_refuses_a_secret_it_does_not_have(environ: dict[str, str]) -> None:
    with pytest.raises(Refused, match="nothing was typed"):
        reveal("${secret.PW}", environ)
