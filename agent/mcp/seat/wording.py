"""Wording of sentences that are made of a client's words."""

from __future__ import annotations

from agent.redact.references import BEGINS, besides
from agent.task.variables import quoted


def named(target: str) -> str:
    """A target as a sentence has it: bare words are a name, what has quotes is a phrase of the grammar."""
    is_phrase = '"' in target or "\N{LEFT DOUBLE QUOTATION MARK}" in target
    return literal(target if is_phrase else f'"{quoted(target)}"')


def typing_into(text: str, target: str) -> tuple[str, dict[str, str]]:
    """The sentence that types a text into a field, and the values of its variables.

    A secret can only be referred to by the sentence itself: no value may make up a reference.
    """
    if BEGINS in text:
        return f'Type "{besides(quoted(text), literal)}" into {named(target)}', {}
    return f'Type "${{text}}" into {named(target)}', {"text": text}


def literal(sentence: str) -> str:
    """A sentence as a task file has it, in which no variable is filled in."""
    return sentence.replace("$", "$$")
