"""Items of `steps:` as they are written, and the keys of a file of steps that tasks include."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Discriminator, Field, Tag, WithJsonSchema

from agent.task.names import Name, Value
from agent.task.section import Section, Text


class Include(Section):
    """A file of steps that stands for this item: `{include: login.yaml, with: {user: Ada}}`."""

    model_config = ConfigDict(serialize_by_alias=True)
    include: Text
    """Its path, from the folder of the file that names it."""
    given: dict[Name, Value] = Field(default_factory=dict, alias="with")
    """Its parameters; a value may refer to variables and secrets."""


_CONDITION = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "patternProperties": {"^\\s*[iI][fF]\\s": {"type": "string"}},
    "additionalProperties": False,
}
"""`If "X" appears: Click "Y"` without quotes around it, which YAML takes for a key and its value."""
Sentence = Annotated[Text, WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1}, _CONDITION]})]


def _kind(item: Any) -> str:
    is_include = isinstance(item, Include) or (
        isinstance(item, dict) and ("include" in item or "with" in item)
    )
    return "include" if is_include else "sentence"


Item = Annotated[
    Annotated[Sentence, Tag("sentence")] | Annotated[Include, Tag("include")], Discriminator(_kind)
]


class Included(Section):
    """The keys of a file of steps."""

    params: tuple[Name, ...] = ()
    """Variables that whoever includes it must give."""
    vars: dict[Name, Value] = Field(default_factory=dict)
    """Variables that they may give, and their values otherwise."""
    steps: tuple[Item, ...] = Field(min_length=1)
