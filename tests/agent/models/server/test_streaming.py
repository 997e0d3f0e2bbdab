"""A reply is used when its call is whole, however the server sends it, and read the same way every time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from agent.model import Prompt, Turn
from agent.models.server.exchange.chunk import Chunk, in_one_piece
from agent.models.server.exchange.reply import StreamedReply
from agent.protocol.parse.blocks import first_call_end
from agent.protocol.toolcall import AnswerCall, TypeCall, WaitCall, parse_tool_call
from tests.agent.fakes import DONE, call, click, make_frame
from tests.agent.models.server.faulty import FaultyServer, deltas, pieces, status, then_hangs

if TYPE_CHECKING:
    from tests.agent.models.server.conftest import Connect

PROMPT = Prompt("Act.", (Turn("user", ("Do it.", make_frame())),))


def read(
    *parts: dict[str, Any], wanted_call: bool = True, thinks: bool = False, finish: str | None = "stop"
) -> StreamedReply:
    reply = StreamedReply(call=wanted_call, thinks=thinks, longest=10_000)
    for part in [*parts, {}]:
        ends = finish if not part else None
        reply.add(Chunk.model_validate({"choices": [{"delta": part, "finish_reason": ends}]}))
    return reply


def tool_call(index: int, name: str | None, arguments: str) -> dict[str, Any]:
    return {"tool_calls": [{"index": index, "function": {"name": name, "arguments": arguments}}]}


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_the_first_whole_call_ends_a_reply_wherever_the_pieces_end(size: int) -> None:
    reply = StreamedReply(call=True, thinks=False, longest=10_000)
    text = call("type", text='say </tool_call> <tool_call> \\ " now') + "\nAnd then" + DONE
    for piece in pieces(text, size):
        reply.add(Chunk.model_validate({"choices": [{"delta": {"content": piece}}]}))
        if reply.whole:
            break
    assert parse_tool_call(reply.text) == TypeCall(
        action="type", text='say </tool_call> <tool_call> \\ " now'
    )
    assert reply.text == text[: first_call_end(text)]


def test_a_whole_call_is_used_though_the_server_never_ends(connect: Connect) -> None:
    with FaultyServer(then_hangs(click())) as server:
        completion = connect(server.url).complete(PROMPT)
    assert completion.text == click()
    assert completion.usage.reply == len(pieces(click()))
    assert completion.usage.prompt > 0


def test_a_call_that_the_server_has_parsed_is_put_back(connect: Connect) -> None:
    arguments = json.dumps({"action": "answer", "text": "a </tool_call> b"})
    parts = [
        {"content": "Thought: So.\n"},
        tool_call(0, "computer_use", ""),
        *[tool_call(0, None, piece) for piece in pieces(arguments, 5)],
    ]
    with FaultyServer(deltas(*parts, finish="tool_calls")) as server:
        completion = connect(server.url).complete(PROMPT)
    assert completion.text == (
        f'Thought: So.\n<tool_call>\n{{"name": "computer_use", "arguments": {arguments}}}\n</tool_call>'
    )
    assert parse_tool_call(completion.text) == AnswerCall(action="answer", text="a </tool_call> b")


WHOLE = {"choices": [{"message": {"role": "assistant", "content": click()}}]}


def test_a_server_that_knows_no_streams_is_taken_as_it_is(connect: Connect) -> None:
    usage = {"prompt_tokens": 70, "completion_tokens": 30}
    with FaultyServer(status(200, WHOLE | {"usage": usage})) as server:
        completion = connect(server.url).complete(PROMPT)
    assert completion.text == click()
    assert (completion.usage.prompt, completion.usage.reply) == (70, 30)


def test_of_a_reply_in_one_piece_the_first_call_is_taken() -> None:
    given = [tool_call(0, "computer_use", f'{{"action": "wait", "time": {time}}}') for time in (1, 2)]
    message = {"content": None, "tool_calls": [part["tool_calls"][0] for part in given]}
    reply = StreamedReply(call=True, thinks=False, longest=10_000)
    reply.add(in_one_piece({"choices": [{"message": message, "finish_reason": "tool_calls"}]}))
    assert reply.finished
    assert parse_tool_call(reply.text) == WaitCall(action="wait", time=1)


def test_of_two_parsed_calls_the_first_is_taken() -> None:
    first, second = '{"action": "wait", "time": 1}', '{"action": "wait", "time": 2}'
    for parts in (
        [tool_call(0, "computer_use", first), tool_call(1, "computer_use", second)],
        [
            {
                "tool_calls": tool_call(0, "computer_use", first)["tool_calls"]
                + tool_call(1, "x", second)["tool_calls"]
            }
        ],
    ):
        reply = read(*parts)
        assert reply.whole
        assert parse_tool_call(reply.text).action == "wait"
        assert second not in reply.text


def test_half_a_parsed_call_stays_half() -> None:
    reply = read(tool_call(0, "computer_use", '{"action": "ty'), finish="length")
    assert (reply.whole, reply.finished) == (False, True)
    assert '{"action": "ty' in reply.text


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_a_thought_that_the_server_took_out_is_put_back(name: str) -> None:
    reply = read({name: "I could "}, {name: f"do {click()}."}, {"content": DONE}, thinks=True)
    assert reply.text == f"<think>\nI could do {click()}.\n</think>\n\n{DONE}"
    assert parse_tool_call(reply.text).action == "terminate"


def test_a_thought_sent_under_both_names_is_taken_once() -> None:
    assert read({"reasoning": "So.", "reasoning_content": "So."}, {"content": DONE}).text.count("So.") == 2


def test_a_call_drafted_in_a_thought_ends_nothing() -> None:
    """A Thinking edition's `<think>` stands in the prompt: the thought begins without a tag."""
    text = f"I could write {click()}.\n</think>\n\n{DONE}"
    reply = StreamedReply(call=True, thinks=True, longest=10_000)
    for piece in pieces(text):
        reply.add(Chunk.model_validate({"choices": [{"delta": {"content": piece}}]}))
    assert reply.whole
    assert reply.text == text
    assert parse_tool_call(reply.text).action == "terminate"


def test_surrogates_from_json_are_paired_and_a_lone_one_is_kept() -> None:
    """What a model wrote is recorded as it came; only the prompt after it shows a replacement."""
    reply = read({"content": "\ud83d"}, {"content": "\ude00 \ud800 end"})
    assert reply.text == "\N{GRINNING FACE} \ud800 end"


@pytest.mark.parametrize(
    "chunk",
    [
        {"choices": []},
        {"choices": [{}]},
        {"choices": [{"delta": None}]},
        {"choices": [{"delta": {"role": "assistant", "content": None, "extra": [1]}}]},
        {"choices": [{"delta": {"tool_calls": []}}], "usage": "many"},
        {"choices": [{"delta": {"tool_calls": [{"function": {}}]}}], "usage": {"prompt_tokens": -1}},
    ],
)
def test_events_without_text_change_nothing(chunk: dict[str, Any]) -> None:
    reply = StreamedReply(call=True, thinks=False, longest=100)
    reply.add(Chunk.model_validate(chunk))
    assert (reply.whole, reply.finished, reply.length) == (False, False, 0)
