"""`ask` check: a model's answer to a question about the last frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found
from agent.errors import ModelFault

if TYPE_CHECKING:
    from agent.task.checks import AskCheck


def check_answer(check: AskCheck, context: CheckContext) -> Found:
    """Ask once; whatever is not a plain yes or no is no judgement, and no judgement is no pass."""
    if context.ask is None:
        return Found(
            passed=False,
            expected="yes",
            actual="not judged: this run's model can't look at a picture; choose another with --model",
        )
    try:
        reply = context.ask(f"{check.question}\nLook at the screen. Begin your answer with yes or no.")
    except ModelFault as fault:
        return Found(passed=False, expected="yes", actual=f"not judged: {fault}")
    verdict = re.match(r"\W*(yes|no)\b", reply, re.IGNORECASE)
    if verdict is None:
        return Found(passed=False, expected="yes", actual=f"not judged: neither yes nor no: {reply}")
    return Found(verdict[1].lower() == "yes", "yes", reply)
