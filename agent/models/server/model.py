"""`ServerModel`: a model behind a server, as a model of the loop."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.model import Completion
from agent.models.server.connection import Connection
from agent.models.server.exchange.exchange import Exchange
from agent.models.server.exchange.retry import Retry
from agent.models.server.exchange.usage import prompt_tokens
from agent.models.server.listing import choose, listed
from agent.models.server.messages import Pictures, messages
from agent.models.server.request import request_body
from agent.task.judging import refuse_judging

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from agent.model import Prompt
    from agent.models.server.endpoint import Endpoint
    from agent.models.server.request import Settings
    from agent.task import Task

_TO_BEGIN = 10.0
"""Seconds in which a server must be reached before a run: one that is not there should be told soon."""


class ServerModel:
    """A model behind OpenAI's chat API.

    Args:
        endpoint: where it is.
        settings: how it is asked.
        name: what the user called it; by default as the server does.
        known: how a model of that name is asked, for one that is not known before the server lists it.
    """

    sees = True

    def __init__(
        self,
        endpoint: Endpoint,
        settings: Settings,
        name: str = "",
        known: Callable[[str], Settings] | None = None,
    ) -> None:
        self._endpoint, self._settings, self._name, self._known = endpoint, settings, name, known
        self._connection = Connection(endpoint, settings.server.timeout)
        self._pictures = Pictures()
        self._reached = False

    @property
    def name(self) -> str:
        """Never the URL or the key."""
        return self._name or ":".join(filter(None, ("server", self._endpoint.quote(self._endpoint.model))))

    def described(self) -> dict[str, JsonValue]:
        """How it is asked."""
        return self._settings.described()

    def check(self, task: Task) -> None:
        """Make sure that the steps are a plan, and what it costs can be told where the task limits that.

        Raises:
            BadInput: a step is to be judged on the way; or the task limits the cost, and no price is known.
        """
        refuse_judging(task, f"the model `{self.name}`")
        if task.limits.cost is not None and self._settings.price is None:
            raise BadInput(
                f"{task.source}: limits.cost: no price of {self.name} is known; write it into a profile as "
                "[price] prompt and reply, for a million tokens (docs/guides/servers.md)"
            )

    def start(self, task: Task) -> None:
        """Nothing is kept from one episode to the next but encoded pictures."""

    def prepare(self) -> None:
        """Reach the server, and find the model there.

        Raises:
            ModelFault: it can't be reached, or has no such model.
        """
        if self._reached:
            return
        retry = Retry(self._endpoint.where, min(self._settings.server.deadline, _TO_BEGIN))
        names = retry.run(
            lambda: listed(self._connection, self._endpoint, self._settings.server.timeout, retry.until)
        )
        model = choose(self._endpoint, names)
        if self._known and not self._endpoint.model:
            self._settings = self._known(model)
        self._endpoint = replace(self._endpoint, model=model)
        self._reached = True

    def complete(self, prompt: Prompt) -> Completion:
        """Reply. The first whole tool call ends a reply; what would follow it is not waited for.

        Raises:
            ModelFault: no attempt within the deadline brought a reply; `usage` has what the attempts used.
        """
        self.prepare()
        began = time.monotonic()
        written = messages(prompt, self._pictures, self._settings.calls)
        body = request_body(prompt, self._endpoint.model, written, self._settings)
        estimate = prompt_tokens(prompt, self._settings.images)
        exchange = Exchange(self._connection, self._endpoint, self._settings, body, prompt.wanted, estimate)
        asked = time.monotonic()
        retry = Retry(self._endpoint.where, min(self._settings.server.deadline, max(0.0, prompt.seconds)))
        done = retry.run(lambda: exchange.run(retry.until))
        timing = {"encoding": asked - began, "waiting": done.waiting, "writing": done.writing}
        if retry.attempts > 1:
            timing["retrying"] = time.monotonic() - asked - done.waiting - done.writing
        return Completion(done.text, retry.lost + done.usage, timing)

    def close(self) -> None:
        """Let go of the connections. Another prompt opens them again."""
        self._connection.close()
