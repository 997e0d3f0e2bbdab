"""Lines of `session.jsonl`, and the checksums that reveal every altered byte.

Line 1 is the header, then one line a step, one a check, and the end. Keys have a fixed order, everything that
differs between two equal runs is under `timing` (or in the header's `started`). Each line ends with `sum`, a
SHA-256 over the sum of the line before and this line's own text, so a line can't be changed, moved or
removed unnoticed. Raw replies are stored whole. Frames are named by the digest of their pixels.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from agent.episode import Outcome, Verdict
from agent.judged import Judged
from agent.model import RawReply
from agent.protocol.toolcall import ToolCall
from agent.task import Task
from agent.usage import Usage
from tools.geometry import Point, Size

SESSION = "session.jsonl"
"""The file of a recording's lines, in its folder."""
DRAFT = f"{SESSION}.part"
"""What it is called before the first look."""
FORMAT = 2
"""Raised when an older deskhand could misread what a newer one writes. 2: `parent`, and the end's `frame`."""
PERSON = "person"
"""Model name in the header of a demonstration."""
Digest = Annotated[str, Field(pattern=r"\A[0-9a-f]{64}\z")]
"""SHA-256 in hexadecimal. A frame's is the name of its file: nothing else may stand where one belongs."""
LONGEST = 500_000_000
"""Bytes of a file of lines; one that is larger is not read."""
_PLANNED = re.compile(r"reader(\+.*)?|recording:.*")
"""Model names of runs that follow the task's steps or a recording."""
FIRST_SUM = hashlib.sha256(b"deskhand recording").hexdigest()


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Parent(_Line):
    """The recording whose first steps this one replayed."""

    recording: str
    """Name of its folder."""
    sum: str
    """The sum of its last line: which recording it is, whatever its folder is called."""
    steps: int
    """Number of its steps that were replayed."""


class Header(_Line):
    """Header: what was run, with which model, on which display."""

    event: Literal["session"] = "session"
    format: int
    task: Task
    task_sha256: str
    model: str
    system: str
    """The system text of every prompt."""
    versions: dict[str, str]
    display: str
    """`virtual`, `host` or a display's name."""
    size: Size
    """Frame pixels."""
    started: str
    """ISO 8601, UTC."""
    parent: Parent | None = None
    """None: no other recording was replayed first."""

    @property
    def shown(self) -> bool:
        """Whether it is a demonstration, which only the person can end."""
        return self.model == PERSON

    def is_planned(self, step: int) -> bool:
        """Whether a step, counted from 1, was decided before the run (`agent.model.Completion.planned`)."""
        return is_planned(self.model) or bool(self.parent and step <= self.parent.steps)


def is_planned(model: str) -> bool:
    """Whether a model of this name does what was decided before the run."""
    return bool(_PLANNED.fullmatch(model))


class StepLine(_Line):
    """One step: the frame, the request, the reply and the outcome."""

    event: Literal["step"] = "step"
    index: int
    frame: Digest
    quiet: bool
    changed: bool
    pointer: Point | None
    prompt: Digest
    """Of the whole prompt (`agent.protocol.prompt.prompt_digest`)."""
    request: str
    """The words of the prompt's last turn."""
    reply: str
    replies: tuple[RawReply, ...] = ()
    """Raw replies that `reply` was made of, when several models or looks took part."""
    usage: Usage
    call: ToolCall | None
    action: dict[str, Any] | None
    """In frame pixels; a secret in typed text is `{"secret": NAME}`."""
    outcome: Outcome
    note: str
    aside: str = ""
    """What it was done for, if not for a step that is always done: it is no part of what is replayed live."""
    judged: tuple[Judged, ...] = ()
    """What the task's sentences said of this look, in order."""
    timing: dict[str, float]


class CheckLine(_Line):
    """One check: those that steps expected in mid-run, then those at the end."""

    event: Literal["check"] = "check"
    kind: str
    what: str
    passed: bool
    expected: str
    actual: str
    line: int | None = None
    """Of an expectation in mid-run: where it stands in the task file."""
    weight: float = 1
    picture: str | None = None
    """A PNG of what was compared, beside the run."""
    timing: dict[str, float]

    @property
    def opinion(self) -> bool:
        """Whether a model was asked."""
        return self.kind == "ask"


class EndLine(_Line):
    """Ending of the run. A recording without this line is of a run that crashed."""

    event: Literal["end"] = "end"
    verdict: Verdict
    message: str
    outside: bool
    steps: int
    usage: Usage = Usage()
    """Usage outside any step."""
    frame: Digest | None = None
    """Digest of the last frame, when the run ended before a step was made of it."""
    timing: dict[str, float]


Line = Annotated[Header | StepLine | CheckLine | EndLine, Field(discriminator="event")]
LINE: TypeAdapter[Header | StepLine | CheckLine | EndLine] = TypeAdapter(Line)


def signed(line: BaseModel, previous_sum: str) -> tuple[str, str]:
    """The line's text (with its sum, without newline) and its sum."""
    text = json.dumps(line.model_dump(mode="json"), ensure_ascii=False, separators=(", ", ": "))
    body = escaped(text)
    total = sum_of(body, previous_sum)
    return f'{body[:-1]}, "sum": "{total}"}}', total


HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which is no character: no file holds it but escaped."""
HALF_ESCAPED = re.compile(r"\\u[dD][89a-fA-F]")


def escaped(text: str) -> str:
    """JSON text that any file can hold: halves of surrogate pairs, which stand in its texts only, escaped."""
    return HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def parsed(body: str) -> Header | StepLine | CheckLine | EndLine:
    """The line of a text without its sum.

    Raises:
        ValidationError: it is none.
        ValueError: a half of a surrogate pair is in it, and it is no JSON.
    """
    if HALF.search(body) or HALF_ESCAPED.search(body):  # which pydantic's own reader of JSON refuses
        return LINE.validate_python(json.loads(body))
    return LINE.validate_json(body)


def sum_of(body: str, previous_sum: str) -> str:
    """The sum of a line's text without its `sum`."""
    return hashlib.sha256(f"{previous_sum}\n{body}".encode("utf-8", "surrogatepass")).hexdigest()


TAIL = re.compile(r', "sum": "([0-9a-f]{64})"\}\Z')
"""How a line ends."""


def verified(text: str, previous_sum: str) -> tuple[str, str] | None:
    """A line's text without its sum, and the sum; None when the line was altered."""
    tail = TAIL.search(text)
    if tail is None:
        return None
    body = f"{text[: tail.start()]}}}"
    total = sum_of(body, previous_sum)
    return (body, total) if total == tail.group(1) else None
