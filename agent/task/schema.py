"""JSON Schema of the task file, for editors: made of `Written`, whatever keys it has.

It lets pass whatever a task file may hold. What it can't say (a variable that is not set, a picture that is
not there, a sentence that is none) is left to `agent check`.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from agent.task.checks import BESIDE, CHECKS, SHORT, from_file, keys_of
from agent.task.section import Section
from agent.task.sections import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaValue

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest one that editors know everywhere."""


def task_schema() -> dict[str, Any]:
    """The JSON Schema of a task file."""
    made = Written.model_json_schema(schema_generator=_Generator)
    plain = _as_draft_7(made)
    return {"$schema": _DRAFT, "title": "A task of deskhand", **plain, "description": _sentence(Written)}


class _Generator(GenerateJsonSchema):
    """pydantic's generator, with the forms and the sentences that it does not know."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never: a title that repeats the key tells nothing."""
        del schema
        return False

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        """A section: with what its keys mean, and which of them exclude each other."""
        section: type[Section] = schema["cls"]
        made = {key: value for key, value in super().model_schema(schema).items() if key != "title"}
        if section in CHECKS.values():
            kind = next(kind for kind, model in CHECKS.items() if model is section)
            made["properties"] = {key: made["properties"][key] for key in keys_of(kind)}
        for key, meaning in _meanings(section):
            if key in made["properties"]:
                made["properties"][key] = _described(made["properties"][key], meaning)
        if section.one_of:
            made["oneOf"] = [{"required": [key]} for key in section.one_of]
        return made

    def function_before_schema(self, schema: Any) -> JsonSchemaValue:
        """What is written in another form than it is kept in: a check, or else whatever its author says."""
        if schema["function"]["function"] is from_file:
            return {"anyOf": [self._check(kind, section) for kind, section in CHECKS.items()]}
        written = schema.get("json_schema_input_schema")
        return self.generate_inner(written) if written else {}

    def _check(self, kind: str, section: type[Section]) -> JsonSchemaValue:
        """One check as it is written: its kind, and what stands beside it."""
        whole = section.model_json_schema(schema_generator=GenerateJsonSchema)["properties"]
        within = (
            whole[SHORT[kind]] if kind in SHORT else self.generate_inner(section.__pydantic_core_schema__)
        )
        beside = {key: whole[key] for key in sorted(BESIDE) if key in whole}
        meanings = dict(_meanings(section))
        properties = {kind: _described(within, _sentence(section))}
        properties |= {key: _described(value, meanings[key]) for key, value in beside.items()}
        return {
            "type": "object",
            "properties": properties,
            "required": [kind],
            "additionalProperties": False,
        }


def _described(schema: JsonSchemaValue, meaning: str) -> JsonSchemaValue:
    """The schema with a description; beside a reference older readers would overlook it."""
    if "$ref" in schema:
        return {"allOf": [schema], "description": meaning}
    return {key: value for key, value in schema.items() if key != "title"} | {"description": meaning}


def _sentence(section: type[Section]) -> str:
    return " ".join((inspect.getdoc(section) or "").split())


def _meanings(section: type[Section]) -> Iterator[tuple[str, str]]:
    """The keys of a section, and what is written below each."""
    for one in reversed(section.__mro__):
        if not issubclass(one, Section):
            continue
        [tree] = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for node, below in pairwise(body):
            match node, below:
                case ast.AnnAssign(target=ast.Name(id=key)), ast.Expr(value=ast.Constant(value=str(meaning))):
                    yield key, " ".join(meaning.split())


def _as_draft_7(schema: Any) -> Any:
    """The schema in the words of draft 7, without what only pydantic knows."""
    if isinstance(schema, list):
        return [_as_draft_7(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    renamed = {"$defs": "definitions", "prefixItems": "items"}
    made = {
        renamed.get(key, key): _as_draft_7(value) for key, value in schema.items() if key != "discriminator"
    }
    if "patternProperties" in made:  # names that are none are refused
        made.setdefault("additionalProperties", False)
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].replace("#/$defs/", "#/definitions/")
    return made
