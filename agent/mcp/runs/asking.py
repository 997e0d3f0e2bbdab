"""Question of a run to the person behind the client, who answers through `get_run`."""

# Without postponed annotations: the SDK evaluates those of functions that stand in others.

from typing import Annotated, Any

from mcp.server.elicitation import AcceptedElicitation, DeclinedElicitation, ElicitationResult
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.resolve import Elicit, Resolve

from agent.errors import BadInput
from agent.mcp.acting import Approval, can_ask
from agent.mcp.line import Ask
from agent.mcp.runs.run import Run
from agent.mcp.runs.runs import Runs


class Questions:
    """What runs ask.

    Args:
        runs: those of the server.
    """

    def __init__(self, runs: Runs) -> None:
        async def pending(run: str, cancel: bool) -> Ask | None:  # noqa: FBT001  (arguments of the tool)
            """What the run asks now; None: nothing that is to be answered."""
            try:
                found = runs.find(run)
            except BadInput:
                return None  # which the tool says
            return found.pending if isinstance(found, Run) and not cancel else None

        async def answer(
            run: str, pending: Annotated[Any, Resolve(pending)], ctx: Context
        ) -> Elicit[Approval] | None:
            """The person's answer."""
            if pending is None or not can_ask(ctx):
                return None
            return Elicit(f"{run} wants to do this: {pending.message.what}. May it?", Approval)

        self.pending = Annotated[Any, Resolve(pending)]
        self.answer = Annotated[ElicitationResult[Approval], Resolve(answer)]


def decided(answer: ElicitationResult[Approval]) -> bool | None:
    """Yes, no, or None: not answered."""
    match answer:
        case AcceptedElicitation(data=Approval(approve=approve)):
            return approve
        case DeclinedElicitation():
            return False
        case _:
            return None
