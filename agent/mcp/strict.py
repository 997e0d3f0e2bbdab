"""Strict tool: one that refuses an argument which it does not have, in place of acting without it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.server.mcpserver.utilities.func_metadata import ArgModelBase
from pydantic import ConfigDict, ValidationError, model_validator

from agent.errors import nearest
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from mcp_types import ToolAnnotations
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


class StrictArguments(ArgModelBase):
    """Arguments of a tool, and no others."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:
        known = {field.alias or name for name, field in cls.model_fields.items()}
        for name in given if isinstance(given, dict) else ():
            if name not in known:
                raise ValueError(f'no argument "{visible(str(name))}"; {nearest(str(name), known)}')
        return given


class StrictTool(Tool):
    """A tool that tells a wrong argument in a sentence of its own."""

    async def run(self, *args: Any, **options: Any) -> Any:
        """As any tool's. Raises ToolError."""
        try:
            return await super().run(*args, **options)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            found = error.__cause__.errors(include_url=False, include_context=False, include_input=False)
            said = "; ".join(map(_sentence, found))
            raise ToolError(f"{self.name}: {said}; nothing was done") from None


def _sentence(error: ErrorDetails) -> str:
    said = error["msg"].removeprefix("Value error, ")
    where = ".".join(str(part) for part in error["loc"])
    return visible(f"{where}: {said}" if where else said)


def strict_tool(
    fn: Callable[..., Any],
    name: str | None = None,
    *,
    title: str | None = None,
    description: str | None = None,
    annotations: ToolAnnotations | None = None,
) -> Tool:
    """A tool of a function, which refuses an unknown argument with the nearest known name."""
    said = inspect.cleandoc(description or fn.__doc__ or "")
    tool = StrictTool.from_function(fn, name, title=title, description=said, annotations=annotations)
    made = tool.fn_metadata.arg_model
    strict: type[BaseModel] = type(made.__name__, (StrictArguments, made), {"__module__": __name__})
    return tool.model_copy(
        update={
            "parameters": strict.model_json_schema(by_alias=True),
            "fn_metadata": tool.fn_metadata.model_copy(update={"arg_model": strict}),
        }
    )
