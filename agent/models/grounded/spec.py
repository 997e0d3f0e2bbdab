"""`--ground SPEC`: stages joined by `+`, each with its settings in brackets, in order or by name.

`refine(2,768)+vote(n=5)+snap`. Nothing else is understood; a mistake is told with what is allowed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agent.errors import BadInput
from agent.models.grounded.refine import Refine
from agent.models.grounded.snap import Snap
from agent.models.grounded.vote import Vote

if TYPE_CHECKING:
    from agent.models.grounded.stage import Stage

STAGES: dict[str, type[Stage]] = {stage.name: stage for stage in (Refine, Vote, Snap)}
LONGEST = 8
"""Largest number of stages: each costs calls at every step."""
_STAGE = re.compile(r"\s*([a-z]+)\s*(?:\(([^()]*)\))?\s*")
_SETTING = re.compile(r"\s*(?:([a-z]+)\s*=)?\s*([0-9.]+)\s*")


def parse_stages(spec: str) -> tuple[Stage, ...]:
    """Stages that a user asks for, in order.

    Raises:
        BadInput: with what is wrong and what is allowed.
    """
    written = spec.split("+")
    if len(written) > LONGEST:
        raise _wrong(spec, f"there are {len(written)} stages, at most {LONGEST} are allowed")
    return tuple(_stage(spec, text) for text in written)


def _stage(spec: str, text: str) -> Stage:
    found = _STAGE.fullmatch(text)
    if found is None or found.group(1) not in STAGES:
        raise _wrong(spec, f"{text.strip()!r:.60} is no stage")
    kind = STAGES[found.group(1)]
    settings = _settings(spec, kind, found.group(2) or "")
    try:
        return kind.model_validate(settings)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _wrong(spec, f"{kind.name}: {first['loc'][0]}: {first['msg']}") from None


def _settings(spec: str, kind: type[Stage], text: str) -> dict[str, str]:
    names = list(kind.model_fields)
    settings: dict[str, str] = {}
    parts = text.split(",") if text.strip() else []
    for place, part in enumerate(parts):
        found = _SETTING.fullmatch(part)
        if found is None:
            raise _wrong(spec, f"{kind.name}: {part.strip()!r:.60} is no setting")
        if found.group(1) is None and any("=" in before for before in parts[:place]):
            raise _wrong(spec, f"{kind.name}: write {part.strip()!r:.60} with its name, as the one before it")
        name = found.group(1) or (names[place] if place < len(names) else "")
        if name not in names:
            raise _wrong(spec, f"{kind.name}: there is no place for {part.strip()!r:.60}")
        if name in settings:
            raise _wrong(spec, f"{kind.name}: {name} is set twice")
        settings[name] = found.group(2)
    return settings


def _wrong(spec: str, why: str) -> BadInput:
    return BadInput(
        f"--ground {spec:.200}: {why}. Allowed, joined by +: {', '.join(map(_usage, STAGES.values()))}"
    )


def _usage(kind: type[Stage]) -> str:
    """`refine(depth=1,size=768,zoom=2)`: a stage's settings and what they are when left out."""
    settings = ",".join(f"{name}={field.default}" for name, field in kind.model_fields.items())
    return f"{kind.name}({settings})"
