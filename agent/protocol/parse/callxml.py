"""XML calls of Qwen3.5 and later: `<function=NAME>`, a `<parameter=NAME>` for each argument. Pure.

The form is the one that their chat templates write: a value stands between a line break behind its tag and
one before `</parameter>`, a text as it is (nothing in it is escaped), anything else as JSON. All values are
texts here; what they stand for is told by `repair` and the validation, as it is for JSON's strings.
"""

from __future__ import annotations

import re
from typing import Any

from agent.errors import MalformedCall

VALUE_END = "</parameter>"

_FUNCTION = re.compile(r"\s*+<function(?:=|\s+name=)[\"']?([^<>\"'\n]*)[\"']?>")
_PARAMETER = re.compile(
    r"\s*+<parameter(?:=|\s+name=)[\"']?([^<>\"'\n]*)[\"']?>(.*?)</parameter>((?:\s*+</parameter>)*+)",
    re.DOTALL,
)
_ENDS = re.compile(r"(?:\s*+</function(?:_invocation)?>)*+")


def load_functions(text: str, *, closed: bool) -> list[dict[str, Any]]:
    """The calls in a block of this form, as `{"name": ..., "arguments": {...}}`.

    Closing tags too many are skipped, unless they leave open where a text ends (ggml-org/llama.cpp issue
    24807, QwenLM/Qwen3.8 issue 178).

    Args:
        text: the block.
        closed: it is known to be whole; if not, `</function>` has to show that no argument is cut off.

    Raises:
        MalformedCall: it has another form, is cut off, or leaves open where a text ends.
    """
    calls: list[dict[str, Any]] = []
    position, whole = 0, True
    while whole and (head := _FUNCTION.match(text, position)):
        arguments, position = _arguments(text, head.end())
        calls.append({"name": head[1].strip(), "arguments": arguments})
        ends = _ENDS.match(text, position)
        whole = closed or bool(ends and ends.group())
        position = ends.end() if ends else position
    if not calls or not whole or text[position:].strip():
        raise MalformedCall(
            "The tool call is cut off or not well formed: write <function=computer_use>, then for each "
            f"argument <parameter=NAME>, its value and {VALUE_END}, then </function>."
        )
    return calls


def _arguments(text: str, position: int) -> tuple[dict[str, str], int]:
    """The parameters that begin at an index, and the index behind them."""
    arguments: dict[str, str] = {}
    while found := _PARAMETER.match(text, position):
        name, value = found[1].strip(), found[2].removeprefix("\n").removesuffix("\n")
        if "<parameter" in value or (found[3] and name == "text"):
            raise MalformedCall(
                f"It is not clear where the argument {name!a:.60} ends: end each with {VALUE_END}."
            )
        if arguments.setdefault(name, value) != value:
            raise MalformedCall(
                f"The tool call gives {name!a:.60} twice, with different values; give it once."
            )
        position = found.end()
    return arguments, position
