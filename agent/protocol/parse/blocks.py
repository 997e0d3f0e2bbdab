"""Blocks: reply text -> what it says besides its thinking, and its `<tool_call>` blocks. Pure.

What a Thinking edition thinks is no call, even where it drafts one; its `<think>` may stand in the prompt, so
that only `</think>` is seen here. A tag inside a JSON string or inside an XML parameter is text: a model may
type one. One pass, in time that grows with the reply's length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.errors import MalformedCall

OPEN, CLOSE = "<tool_call>", "</tool_call>"
BLANK = r"[\s\ufeff\u200b-\u200d\u2060]"
"""White space, and the marks without width that some tokenizers leave."""

_PROSE = re.compile("</?think>|<tool_call>")
_THOUGHT = re.compile("</think>")
_TAGS = "</?think>|</?tool_call>"
_VAGUE = re.compile(_TAGS)
_JSON = re.compile(rf'"(?:[^"\\]|\\.)*+"?|{_TAGS}', re.DOTALL)
_XML = re.compile(rf"<parameter=[^<>\n]*>.*?(?:</parameter>|\Z)|{_TAGS}", re.DOTALL)
_BEGINS_JSON = re.compile(rf'(?:{BLANK}|```\w*)*+[\[({{"]')
_BEGINS_XML = re.compile(rf"{BLANK}*<function\b")


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in one `<tool_call>`."""

    text: str
    closed: bool
    """Whether its closing tag is there; if not, the reply may have been cut off."""
    end: int
    """Index in the reply just behind it."""


@dataclass(frozen=True, slots=True)
class ReplyContent:
    """What a reply says besides its thinking."""

    text: str
    blocks: tuple[Block, ...]
    """Those that are not empty."""
    thinking: bool
    """Whether the reply ends before its thinking does."""


def content_of(reply: str) -> ReplyContent:
    """The content of a reply, or of the beginning of one that is still being written."""
    found: list[Block] = []
    pattern, begins, start, position = _PROSE, 0, 0, 0
    while match := pattern.search(reply, position):
        position, tag = match.end(), match.group()
        if tag == "</think>":  # all before it, drafts of calls too, was thought
            found.clear()
            pattern, begins = _PROSE, position
        elif tag == "<think>" and pattern is _PROSE:
            pattern = _THOUGHT
        elif tag in (OPEN, CLOSE):
            if pattern is not _PROSE:
                found.append(Block(reply[start : match.start()], tag == CLOSE, position))
            pattern, start = (_form(reply, position), position) if tag == OPEN else (_PROSE, position)
    if pattern not in (_PROSE, _THOUGHT):
        found.append(Block(reply[start:], closed=False, end=len(reply)))
    blocks = tuple(block for block in found if re.fullmatch(rf"{BLANK}*+", block.text) is None)
    return ReplyContent(reply[begins:], blocks, thinking=pattern is _THOUGHT)


def first_call_end(reply: str) -> int | None:
    """Index just behind the first whole block of a reply that is still being written; None before that."""
    return next((block.end for block in content_of(reply).blocks if block.closed), None)


def finished_content(reply: str) -> ReplyContent:
    """The content of a finished reply.

    Raises:
        MalformedCall: it ends inside its thinking.
    """
    content = content_of(reply)
    if content.thinking:
        raise MalformedCall("The reply ends inside <think>; think more briefly, then give one tool call.")
    return content


def _form(reply: str, position: int) -> re.Pattern[str]:
    """How the block that begins here is to be read: quotes mean something in JSON alone."""
    if _BEGINS_XML.match(reply, position):
        return _XML
    return _JSON if _BEGINS_JSON.match(reply, position) else _VAGUE
