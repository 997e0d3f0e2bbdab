"""Filling in of values that were read into a parsed sentence: as they are, whatever signs they hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from agent.task.readings import with_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    Sentence = TypeVar("Sentence")


def filled(sentence: Sentence, values: Mapping[str, str]) -> Sentence:
    """The sentence with every reference to a value that was read filled in.

    A value never becomes a part of the sentence's grammar: it was parsed before.
    """
    made: Sentence = _filled(sentence, values) if values else sentence
    return made


def _filled(part: Any, values: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        return with_values(part, values)
    if isinstance(part, tuple):
        return tuple(_filled(one, values) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: _filled(getattr(part, one.name), values) for one in fields(part)})
    return part
