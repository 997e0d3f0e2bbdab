"""Interruptions of one run: the sentences that answer a dialog, each with its place in the file. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.task.parts import Interruption, TaskStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.task.document import Document
    from agent.task.parts import DialogAnswer
    from agent.task.reading.nodes import Place


def interruptions(document: Document, filled: Sequence[DialogAnswer]) -> tuple[Interruption, ...]:
    """The interruptions of one run, each sentence with its place in the file."""
    return tuple(
        Interruption(
            when=one.when,
            do=tuple(_step(document, ("interruptions", number), at, text) for at, text in enumerate(one.do)),
            times=one.times,
            line=document.position(("interruptions", number)).line,
        )
        for number, one in enumerate(filled)
    )


def _step(document: Document, place: Place, at: int, text: str) -> TaskStep:
    position = document.position((*place, "do", at))  # of a sentence: its own
    return TaskStep(text=text, line=position.line, column=position.column)
