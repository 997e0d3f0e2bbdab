"""Whatever a server does, a run ends in the right verdict with one clear message, within its deadline, and
every token that was billed is counted."""

from __future__ import annotations

import json
import signal
import socket
import threading
import time
from email.utils import formatdate
from typing import TYPE_CHECKING

import pytest

from agent.errors import ModelFault
from agent.models.server.exchange.faults import retry_after
from agent.models.server.exchange.usage import prompt_tokens
from agent.profiles.profile import Images, ReplyLimits
from tests.agent.fakes import DONE, call, click
from tests.agent.models.server.conftest import HANGS, run
from tests.agent.models.server.faulty import (
    PROMPT_TOKENS,
    FaultyServer,
    cut,
    deltas,
    drip,
    empty,
    error,
    garbage,
    hang,
    html,
    line_without_end,
    pieces,
    says,
    status,
    then_hangs,
    words_without_end,
)

if TYPE_CHECKING:
    from tests.agent.models.server.conftest import Connect
    from tests.agent.models.server.faulty import Answer, Handler

HALF = 'Thought: So.\n<tool_call>\n{"name": "computer_use", "argum'
NOTHING = 0


def billed(*texts: str) -> int:
    return sum(PROMPT_TOKENS + len(pieces(text)) for text in texts)


HOPELESS: dict[str, tuple[Answer, str]] = {
    "401": (
        error(401, "no such key"),
        r"answers 401: no such key; no key was sent; put it into OPENAI_API_KEY",
    ),
    "403": (error(403, "not you"), r"answers 403: not you"),
    "404, the model": (error(404, "model 'tiny' not found"), r"is 'tiny' what the server calls the model\?"),
    "404, the path": (status(404, "Not Found"), r"answers 404: Not Found; is the URL right\?"),
    "400, too long": (error(400, "maximum context length is 4096"), r"prompt is too long.*--max-model-len"),
    "400, no pictures": (error(400, "image input is not supported"), r"a model that sees"),
    "413": (status(413, "<html><b>Too Large</b></html>"), r"answers 413: Too Large; the prompt is too long"),
    "no credit": (
        status(429, {"error": {"message": "pay", "code": "insufficient_quota"}}),
        r"no credit left",
    ),
    "429, too long a wait": (error(429, "slow down", Retry_After="300"), r"asks to wait 300 s"),
    "a redirect": (
        status(307, "", Location="http://elsewhere.invalid/v1"),
        r"answers 307 and points to http://elsewhere.invalid/v1; if that is your server, give its URL",
    ),
    "HTML": (html, r"answers with 'text/html', not with a stream of events; is the URL right\?"),
    "JSON that is no reply": (
        status(200, {"choices": []}),
        r"answers with JSON that is no reply; is the URL",
    ),
}


@pytest.mark.parametrize("name", HOPELESS)
def test_what_no_further_attempt_can_help_is_told_at_once(name: str, connect: Connect) -> None:
    answer, message = HOPELESS[name]
    with FaultyServer(answer) as server:
        told = run(connect(server.url, deadline=HANGS))
        assert len(server.bodies) == 1
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, message)
    assert told.usage.total == NOTHING


def assert_message(message: str, url: str, pattern: str) -> None:
    import re

    assert message.startswith(f"the server at {url}: ")
    assert re.search(pattern, message), message
    assert "\n" not in message
    assert len(message) < 500


def test_a_port_where_nobody_listens(connect: Connect) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        told = run(connect(url, deadline=0.4))
    assert (told.ending.verdict, told.usage.total) == ("model_error", NOTHING)
    assert_message(
        told.ending.message,
        url,
        r"can't be reached: .*refused \(\d+ attempts in .* s\); is the server running\?",
    )
    assert told.seconds < HANGS


def test_a_host_that_there_is_not_is_no_reason_to_wait(connect: Connect) -> None:
    told = run(connect("http://no-such-host.invalid/v1", deadline=HANGS))
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, "http://no-such-host.invalid/v1", r"no such host|can't be reached")


TROUBLED: dict[str, tuple[list[Answer], int]] = {
    "429 without a wait": ([error(429, "busy")], NOTHING),
    "429 with its wait": ([error(429, "busy", Retry_After="0.1")], NOTHING),
    "500 twice": ([error(500, "oh"), error(500, "oh")], NOTHING),
    "503 from a proxy": ([status(503, "<html>Service Unavailable</html>")], NOTHING),
}


@pytest.mark.parametrize("name", TROUBLED)
def test_what_may_pass_is_tried_again(name: str, connect: Connect) -> None:
    answers, lost = TROUBLED[name]
    with FaultyServer(*answers, says(click()), says(DONE)) as server:
        told = run(connect(server.url))
        assert len(server.bodies) == len(answers) + 2
    assert (told.ending.verdict, len(told.steps)) == ("passed", 2)
    assert told.usage.total == lost + billed(click(), DONE)
    assert dict(told.steps[0].timing)["retrying"] > 0


def test_arguments_of_a_call_may_come_as_an_object_already_parsed(connect: Connect) -> None:
    """Some servers parse a call whole, where the API asks for its JSON text in pieces."""
    end = {"name": "computer_use", "arguments": {"action": "terminate", "status": "success"}}
    with FaultyServer(deltas({"content": "Thought: So."}, {"tool_calls": [{"function": end}]})) as server:
        told = run(connect(server.url))
    assert (told.ending.verdict, len(told.steps)) == ("passed", 1)
    assert told.steps[0].completion.text == f"Thought: So.\n<tool_call>\n{json.dumps(end)}\n</tool_call>"


def test_the_wait_that_a_server_asks_for_is_kept(connect: Connect) -> None:
    with FaultyServer(error(429, "busy", Retry_After="0.3"), says(DONE)) as server:
        told = run(connect(server.url))
    assert told.ending.verdict == "passed"
    assert told.seconds > 0.3


def test_a_wait_may_be_a_date() -> None:
    assert 20 < retry_after(formatdate(time.time() + 30, usegmt=True)) <= 30
    assert [retry_after(text) for text in ("7", "-3", "soon", "", None)] == [7, 0, 0, 0, 0]


def test_a_server_that_always_fails_ends_with_its_deadline(connect: Connect) -> None:
    with FaultyServer(error(500, "engine is dead")) as server:
        told = run(connect(server.url, deadline=2))
        attempts = len(server.bodies)
    assert told.ending.verdict == "model_error"
    counts = f"{attempts}|{attempts + 1}"  # the deadline may end the last one before the server counts it
    assert_message(
        told.ending.message, server.url, rf"answers 500: engine is dead \(({counts}) attempts in .* s\)"
    )
    assert attempts > 1
    assert told.seconds < HANGS


def test_a_reply_that_breaks_off_is_billed_and_tried_again(connect: Connect) -> None:
    with FaultyServer(cut(HALF), cut(HALF), says(DONE)) as server:
        told = run(connect(server.url))
    [step] = told.steps
    estimate = prompt_tokens(step.prompt, Images())
    assert told.ending.verdict == "passed"
    assert estimate > 1000
    assert told.usage.total == 2 * (estimate + len(pieces(HALF))) + billed(DONE)


@pytest.mark.parametrize("answer", [cut(HALF), empty])
def test_replies_that_always_break_off(answer: Answer, connect: Connect) -> None:
    with FaultyServer(answer) as server:
        told = run(connect(server.url, deadline=3))
        attempts = len(server.bodies)
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, r"its reply broke off before the end")
    written = 0 if answer is empty else len(pieces(HALF))
    assert told.usage.prompt > (attempts - 1) * 1000  # the deadline may end the last one at any moment
    assert (attempts - 1) * written <= told.usage.reply <= attempts * written


@pytest.mark.parametrize("answer", [hang, drip, then_hangs(HALF)])
def test_a_server_that_does_not_come_to_an_end_is_left_at_the_deadline(
    answer: Answer, connect: Connect
) -> None:
    with FaultyServer(answer) as server:
        told = run(connect(server.url, deadline=3))
        assert told.seconds < HANGS
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, r"no answer came in time.*is it overloaded")
    assert told.usage.prompt > 1000
    assert (told.usage.reply > 0) == (answer is not hang)


def test_a_silent_attempt_is_given_up_for_another(connect: Connect) -> None:
    with FaultyServer(hang, says(DONE)) as server:
        told = run(connect(server.url, timeout=2))
    assert told.ending.verdict == "passed"
    assert told.usage.prompt > PROMPT_TOKENS + 1000


def test_an_empty_reply_is_asked_for_again_and_counted(connect: Connect) -> None:
    with FaultyServer(says("")) as server:
        told = run(connect(server.url))
    assert (told.ending.verdict, len(told.steps)) == ("model_error", 3)
    assert "The reply is empty" in told.ending.message
    assert told.usage.total == billed("", "", "")


def test_half_a_tool_call_is_asked_for_again_and_counted(connect: Connect) -> None:
    with FaultyServer(says(HALF)) as server:
        told = run(connect(server.url))
    assert (told.ending.verdict, len(told.steps)) == ("model_error", 3)
    assert "3 unusable decisions in a row" in told.ending.message
    assert told.usage.total == billed(HALF, HALF, HALF)


def test_of_two_tool_calls_the_first_is_carried_out(connect: Connect) -> None:
    with FaultyServer(says(click(100, 100) + "\n" + DONE), says(DONE)) as server:
        told = run(connect(server.url))
    assert (told.ending.verdict, len(told.steps)) == ("passed", 2)
    assert told.steps[0].completion.text == click(100, 100)
    assert told.usage.total == billed(click(100, 100) + "\n" + DONE, DONE)


def test_ten_megabytes_of_words_are_cut_off_and_malformed(connect: Connect) -> None:
    with FaultyServer(words_without_end) as server:
        told = run(connect(server.url, reply=ReplyLimits(tokens=1000)))
    assert (told.ending.verdict, len(told.steps)) == ("model_error", 3)
    assert "3 unusable decisions in a row" in told.ending.message
    assert all(len(step.completion.text) < 20_000 for step in told.steps)
    assert told.usage.reply > 3 * 3000


def test_ten_megabytes_in_one_event_are_not_held(connect: Connect) -> None:
    with FaultyServer(line_without_end) as server:
        told = run(connect(server.url))
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, r"answers with data without end")
    assert told.usage.prompt > 1000


def test_events_that_are_no_events(connect: Connect) -> None:
    with FaultyServer(garbage) as server:
        told = run(connect(server.url, deadline=HANGS))
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, r"no reply of a chat API")


def test_an_error_in_the_stream_is_told_with_its_words(connect: Connect) -> None:
    def breaks(handler: Handler) -> None:
        handler.begin()
        handler.delta(content="Thought: ")
        handler.event(error={"message": "out of memory", "code": 500})

    with FaultyServer(breaks) as server:
        told = run(connect(server.url, deadline=3))
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, r"it broke off: out of memory \(\d+ attempts")
    assert told.usage.reply >= len(server.bodies)


def test_an_error_in_the_stream_without_a_code_is_not_paid_for_twice(connect: Connect) -> None:
    """As `transformers serve` breaks off where it can't parse a call."""

    def breaks(handler: Handler) -> None:
        handler.begin()
        handler.event(error="'arguments'")

    with FaultyServer(breaks) as server:
        told = run(connect(server.url, deadline=HANGS))
        assert len(server.bodies) == 1
    assert told.ending.verdict == "model_error"
    assert_message(told.ending.message, server.url, r"it broke off: 'arguments'; look into the server's log")
    assert told.usage.prompt > 1000


def test_a_connection_that_is_closed_without_an_answer_costs_nothing(connect: Connect) -> None:
    def closes(handler: Handler) -> None:
        handler.connection.shutdown(socket.SHUT_RDWR)

    with FaultyServer(closes, says(DONE)) as server:
        told = run(connect(server.url))
    assert (told.ending.verdict, told.usage.total) == ("passed", billed(DONE))


def test_ctrl_c_works_at_once_while_a_server_hangs(connect: Connect) -> None:
    main = threading.main_thread().ident
    assert main is not None

    def interrupts(handler: Handler) -> None:
        signal.pthread_kill(main, signal.SIGINT)
        hang(handler)

    with FaultyServer(interrupts) as server:
        told = run(connect(server.url, deadline=2 * HANGS))
        assert told.seconds < HANGS
    assert told.ending.verdict == "interrupted"


def test_words_are_read_to_their_end(connect: Connect) -> None:
    from agent.model import Prompt, Turn
    from tests.agent.fakes import make_frame

    text = f"Yes. It looks like {click()} and more."
    with FaultyServer(says(text)) as server:
        prompt = Prompt("Look.", (Turn("user", ("Is it so?", make_frame())),), wanted="words")
        assert connect(server.url).complete(prompt).text == text


@pytest.mark.parametrize(
    ("listed", "asked", "message"),
    [
        (
            ("qwen3-vl-8b", "qwen3-vl-4b", "whisper"),
            "qwen3-vl-8",
            "no model 'qwen3-vl-8'; of its 3 the nearest: qwen3-vl-8b",
        ),
        (("one", "two"), "", "has 2 models; say which"),
        ((), "", "lists no models; say which"),
        (None, "", "lists no models; say which"),
    ],
)
def test_a_model_that_the_server_has_not(
    listed: tuple[str, ...] | None, asked: str, message: str, connect: Connect
) -> None:
    with FaultyServer(models=listed) as server, pytest.raises(ModelFault, match=message):
        connect(server.url, asked).prepare()


@pytest.mark.parametrize(
    ("listed", "asked", "used"),
    [
        (("tiny",), "", "tiny"),
        (("qwen3-vl:latest", "b"), "qwen3-vl", "qwen3-vl:latest"),
        (None, "any", "any"),
    ],
)
def test_the_model_that_is_meant(
    listed: tuple[str, ...] | None, asked: str, used: str, connect: Connect
) -> None:
    with FaultyServer(says(call("terminate", status="success")), models=listed) as server:
        model = connect(server.url, asked)
        assert run(model).ending.verdict == "passed"
        assert server.requests[0]["model"] == used
    assert model.name == f"server:{used}"


@pytest.mark.parametrize("answer", [hang, drip])
def test_the_time_of_the_run_ends_a_reply_in_its_middle(answer: Answer, connect: Connect) -> None:
    with FaultyServer(answer) as server:
        told = run(connect(server.url, deadline=HANGS), limits={"seconds": 1.0})
    assert (told.ending.verdict, told.ending.message) == ("stopped", "the time limit of 1 s is used up")
    assert told.usage.prompt > 0
    assert told.seconds < HANGS
