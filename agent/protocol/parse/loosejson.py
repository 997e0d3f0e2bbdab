"""Loose JSON: objects as models write them. Pure; nothing is ever evaluated.

A text is read as it stands. Where that fails it is read once more with every slip mended that leaves no
doubt about what was meant; all of them lie outside the strings. A string is never guessed at: a text that is
cut off or whose quotes are not escaped is malformed. Each slip names a place where it was seen.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from agent.errors import MalformedCall
from agent.protocol.parse.blocks import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*+"?)|(?P<single>'(?:[^'\\]|\\.)*+'?)"""
    r"""|(?P<comment>//[^\n]*|\#[^\n]*|/\*.*?(?:\*/|\Z))|(?P<outside>(?:[^"'/\#]|/(?![/*]))+)""",
    re.DOTALL,
)
_OUTSIDE_STRINGS = (
    # an escape that slipped out of its string (OpenHands/software-agent-sdk issue 2488)
    (re.compile(r"\\[nrt]"), " "),
    # Python's tuple, None, True and False (waybarrios/vllm-mlx issue 63)
    (re.compile(r"\("), "["),
    (re.compile(r"\)"), "]"),
    (re.compile(r"\bNone\b"), "null"),
    (re.compile(r"\bTrue\b"), "true"),
    (re.compile(r"\bFalse\b"), "false"),
    # a key without quotes (mastra-ai/mastra pull request 12823)
    (re.compile(r"\b([A-Za-z_]\w*+)(?=\s*+:)"), r'"\1"'),
)
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+"?)|,(?=\s*+[}\]])', re.DOTALL)
"""Behind a string or not; microsoft/OmniParser issue 220."""
_BEFORE = re.compile(rf"(?:{BLANK}|[`\[(:=]|json|computer_use)*+")
_DEEPEST = 3


def load_objects(text: str, *, closed: bool) -> list[dict[str, Any]]:
    """All the objects, one after the other, of a text that begins with one (behind a code fence or `[`).

    Args:
        text: the text; what stands between and behind the objects means nothing, unless it has braces.
        closed: it is known to be whole. Then braces that are missing at its very end were forgotten, not
            cut off, and are added (vllm-project/vllm issue 22885).

    Raises:
        MalformedCall: it isn't such a text, or an object gives one key two values.
    """
    return _load(text, closed=closed, depth=0)


def _load(text: str, *, closed: bool, depth: int) -> list[dict[str, Any]]:
    before = _BEFORE.match(text)
    body = text[before.end() if before else 0 :]
    if body.startswith('"') and depth < _DEEPEST:  # encoded twice (sgl-project/sglang pull request 6559)
        return _load(_string(body), closed=closed, depth=depth + 1)
    reason = "it does not begin with an object"
    if body.startswith("{"):
        for candidate in _readings(body):
            for braces in ("", "}", "}}") if closed else ("",):
                try:
                    return list(_objects(candidate.rstrip() + braces))
                except (ValueError, RecursionError) as error:
                    reason = _reason(error)
    raise MalformedCall(
        f'The tool call is not valid JSON: {reason}. Write one object; inside a text write a quote as \\" '
        "and a backslash as \\\\."
    )


def _readings(body: str) -> Iterator[str]:
    yield body
    if re.match(r'\{\s*\\"', body):  # the inside of a string that holds the object
        body = _string(f'"{body}"')
        yield body
    yield _mended(body)


def _string(text: str) -> str:
    """The JSON string that the text begins with; "" when it begins with none."""
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""


def _mended(body: str) -> str:
    if '"' not in body:  # typographic quotes throughout
        body = re.sub("[\u201c\u201d]", '"', body)
    return _TRAILING_COMMA.sub(lambda match: match[1] or "", _TOKEN.sub(_mended_token, body))


def _mended_token(match: re.Match[str]) -> str:
    token = match.group()
    if match["string"]:
        return re.sub(r"\\(.)", lambda escape: "'" if escape[1] == "'" else escape[0], token, flags=re.DOTALL)
    if match["single"]:  # Python's and JavaScript's quotes (waybarrios/vllm-mlx issue 63)
        inner = token[1:-1] if len(token) > 1 and token.endswith("'") else token[1:]
        quoted = re.sub(
            r"\\(.)|\"", lambda part: {"'": "'", None: '\\"'}.get(part[1], part[0]), inner, flags=re.DOTALL
        )
        return f'"{quoted}"' if token.endswith("'") and len(token) > 1 else token
    if match["comment"]:
        return " "
    token = unicodedata.normalize("NFKC", token)  # full-width punctuation, no-break spaces
    for slip, right in _OUTSIDE_STRINGS:
        token = slip.sub(right, token)
    return token


def _objects(text: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_not_finite, strict=False)
    start = 0
    while start >= 0:
        found, end = decoder.raw_decode(text, start)
        yield found
        start = text.find("{", end)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            raise MalformedCall(
                f"The tool call gives {name!a:.60} twice, with different values; give it once."
            )
        found[name] = value
    return found


def _not_finite(name: str) -> float:
    """The validation says better what is wrong with it than that it is no JSON."""
    return math.nan if name == "NaN" else math.inf


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "it is nested too deeply or a number is too long"
