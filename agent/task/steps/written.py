"""Written step: a sentence of a task with its references, and the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.task.parts import TaskStep
from agent.task.places import offset_in
from agent.task.variables import WrongReference, quoted, substitute

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from agent.errors import BadInput
    from agent.task.document import Document
    from agent.task.reading.nodes import Place


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """One sentence that a task does, its includes resolved."""

    template: str
    """With references to the task's variables."""
    document: Document
    """The file that it stands in."""
    place: Place
    file: str | None = None
    """The path of that file from the task's folder, if it is another one."""
    includes: tuple[str, ...] = ()
    """Where the files that lead to it are included, the task's own first."""
    own: str | None = None
    """The own step that it was made from, as it is written; its place is that one's."""

    @property
    def is_unexpanded(self) -> bool:
        """Whether it is an own step itself, in a task that is only checked; none makes itself."""
        return self.own == self.template

    def filled(
        self, values: Mapping[str, str], secrets: Collection[str], read: Mapping[str, str] | None = None
    ) -> TaskStep:
        """The step of a run with these variables; `read` as of `agent.task.variables.substitute`.

        Raises:
            BadInput: a reference can't be filled in, or nothing is left.
        """
        try:
            text = substitute(self.template, values, secrets, quoted, read)
        except WrongReference as error:
            raise self.error(str(error), error.offset) from None
        if not text:
            raise self.error("expected text that is not empty, got nothing")
        line, column = self.document.position(self.place)
        template = self.template if self.own else None
        return TaskStep(text=text, line=line, column=column, file=self.file, own=self.own, template=template)

    def error(self, message: str, offset: int | None = None) -> BadInput:
        """An error that names its place, or that of a character of its template."""
        written = self.document.marks[self.place].text
        if offset is not None and written is not None:
            offset = None if self.own else offset_in(written, self.template, offset)
        message += f", in {self.template!r} of this own step" if self.own else ""
        return self.document.error(self.place, f"{message}{told_of(self.includes)}", offset)


def told_of(includes: Sequence[str]) -> str:
    """What a message ends with that is about an included file."""
    return f" (included by {', '.join(includes)})" if includes else ""
