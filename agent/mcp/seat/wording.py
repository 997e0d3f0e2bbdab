"""Wording of sentences that are made of a client's words."""

from __future__ import annotations

from agent.task.variables import quoted


def named(target: str) -> str:
    """A target as a sentence has it: bare words are a name, what has quotes is a phrase of the grammar."""
    is_phrase = '"' in target or "\N{LEFT DOUBLE QUOTATION MARK}" in target
    return literal(target if is_phrase else f'"{quoted(target)}"')


def literal(sentence: str) -> str:
    """A sentence as a task file has it, in which no variable is filled in."""
    return sentence.replace("$", "$$")
