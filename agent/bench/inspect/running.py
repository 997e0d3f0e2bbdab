"""Run in a process of its own, whose model is whoever calls Inspect's tool in the other process."""

from __future__ import annotations

import math
import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from agent.bench.inspect.messages import Over, Seen
from agent.episode import Watcher
from agent.errors import ModelFault, in_words
from agent.interrupts import end_on_signals
from agent.model import Completion
from agent.protocol.prompt import request_text
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from agent.task.judging import refuse_judging
from tools.host.owned.sweep import end_own
from tools.picture import png

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from agent.bench.inspect.messages import Order
    from agent.model import Prompt
    from agent.task import Task
    from tools.geometry import Point
    from tools.observation import Observation

    Line = Connection[Seen | Over, str]


def serve(line: Line, order: Order) -> None:
    """Do the run; screens go out, replies come in, and at last what came of it.

    Args:
        line: to the process that calls; when it is closed there, the run ends.
        order: which run.
    """
    if hasattr(os, "setsid"):
        os.setsid()  # a terminal's Ctrl-C goes to Inspect, which closes the line
    end_on_signals()
    try:
        over = _done(line, order)
    except KeyboardInterrupt:
        over = Over(None, "the run was interrupted")
    except Exception as error:  # noqa: BLE001  (told to the other process)
        over = Over(None, in_words(error))
    end_own()
    with suppress(OSError):
        line.send(over)


def _done(line: Line, order: Order) -> Over:
    run = load_task(order.file).runs(order.values)[order.number]
    [planned] = plan([run], 1, None)
    model = CalledModel(line, order.model)
    options = RunOptions(max_steps=order.steps, timeout=order.seconds)
    result = run_one(planned, options, [model], alter=lambda task: _sized(task, order), model=model)
    return Over(result, result.message)


def _sized(task: Task, order: Order) -> Task:
    display = task.display.model_copy(update={"kind": "virtual", "size": tuple(order.size)})
    return task.model_copy(update={"display": display})


class CalledModel(Watcher):
    """A model that shows each look to the other process, and replies with what comes from there.

    Args:
        line: to the other process.
        name: what the recording calls it.
    """

    sees = False

    def __init__(self, line: Line, name: str) -> None:
        self._line, self.name = line, name
        self._pointer: Point | None = None

    def check(self, task: Task) -> None:
        """Its steps are a plan.

        Raises:
            BadInput: one is to be judged on the way.
        """
        refuse_judging(task, "a model that Inspect asks")

    def start(self, task: Task) -> None:
        """Nothing is remembered."""
        del task

    def prepare(self) -> None:
        """Nothing to do: it is the other process that asks a model."""

    def observed(self, index: int, observation: Observation) -> None:
        """Remember where the pointer is."""
        del index
        self._pointer = observation.pointer

    def complete(self, prompt: Prompt) -> Completion:
        """The next reply.

        Raises:
            ModelFault: none came in the run's time, or nobody calls any more.
        """
        frame = prompt.frame
        said = request_text(prompt).strip() if len(prompt.turns) > 1 else ""
        try:
            self._line.send(Seen(png(frame), frame.size, self._pointer, prompt.feedback, said))
            if not self._line.poll(_patience(prompt.seconds)):
                raise ModelFault("no call of the tool came in the run's time")
            return Completion(self._line.recv())
        except (EOFError, OSError):
            raise ModelFault("Inspect has closed the sample before the task was done") from None


def _patience(seconds: float) -> float | None:
    """So long it is waited; None: for ever."""
    return None if math.isinf(seconds) else min(max(seconds, 0.0), threading.TIMEOUT_MAX)
