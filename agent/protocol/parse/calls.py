"""Calls: reply text -> the decoded objects in its tool calls, not yet validated. Pure."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from agent.errors import MalformedCall
from agent.protocol.computer_use import TOOL_NAME
from agent.protocol.parse.blocks import CLOSE, OPEN, finished_content
from agent.protocol.parse.callxml import VALUE_END, load_functions
from agent.protocol.parse.loosejson import load_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.protocol.parse.blocks import Block

_LONGEST_REPLY = 1_000_000
"""Characters."""
_ESCAPED = {html.escape(tag): tag for tag in (OPEN, CLOSE)}
_ENTITY = re.compile(r"&#?\w{1,32};")


def calls_in(reply: str) -> Iterator[dict[str, Any]]:
    """All the calls in a reply, in order; none when it has no `<tool_call>` block and no call without tags.

    Raises:
        MalformedCall: the reply is empty, too long or still thinking, a block can't be decoded, or it is not
            clear where one ends.
    """
    if not reply.strip():
        raise MalformedCall("The reply is empty; give one tool call.")
    if len(reply) > _LONGEST_REPLY:
        raise MalformedCall(f"The reply has {len(reply)} characters; give one short tool call.")
    for block in _blocks(reply):
        yield from _decoded(block)


def _blocks(reply: str) -> tuple[Block, ...]:
    """The reply's blocks; a call without tags, in a reply that has none, is one too."""
    content = finished_content(_with_plain_tags(reply))
    if content.blocks:
        texts = [block.text for block in content.blocks]
        inside = sum(text.count(VALUE_END) for text in texts)
        if any("<function" in text for text in texts) and content.text.count(VALUE_END) > inside:
            raise MalformedCall(f"It is not clear where the tool call ends: {VALUE_END} stands behind it.")
        return content.blocks
    bare = re.search(rf"<function={TOOL_NAME}>|\{{", content.text) if TOOL_NAME in content.text else None
    return finished_content(OPEN + content.text[bare.start() :]).blocks if bare else ()


def _with_plain_tags(reply: str) -> str:
    """`&lt;tool_call&gt;` is the tag, unless the text inside may be escaped as well."""
    if OPEN in reply or not all(escaped in reply for escaped in _ESCAPED):
        return reply
    for escaped, tag in _ESCAPED.items():
        reply = reply.replace(escaped, tag)
    if _ENTITY.search(reply):
        raise MalformedCall("The tool call is escaped as HTML; write <tool_call> and all in it as it is.")
    return reply


def _decoded(block: Block) -> list[dict[str, Any]]:
    if block.text.lstrip().startswith("<function"):
        return load_functions(block.text, closed=block.closed)
    return load_objects(block.text, closed=block.closed)
