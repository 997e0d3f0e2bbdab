"""Rules of a task as written: what may be done, what a person is asked about, what is never done."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from agent.errors import nearest
from agent.task.section import Region, Section, Somewhere, Text

RuledAction = Literal["click", "type", "press", "drag", "scroll", "any"]
Ruling = Literal["allow", "ask", "deny"]
_ACTIONS: tuple[str, ...] = get_args(RuledAction)
_WITHOUT_PLACE = {"type", "press"}


def _known(action: Any) -> Any:
    if isinstance(action, str) and action not in _ACTIONS:
        raise ValueError(f'"{action}" is no action; {nearest(action, _ACTIONS)}')
    return action


def _listed(actions: Any) -> Any:
    return [actions] if isinstance(actions, str) else actions


Actions = Annotated[
    tuple[Annotated[RuledAction, BeforeValidator(_known)], ...],
    BeforeValidator(
        _listed, json_schema_input_type=RuledAction | Annotated[list[RuledAction], Field(min_length=1)]
    ),
    Field(min_length=1),
]


def _readable(text: str) -> str:
    if not any(sign.isalnum() for sign in text):
        raise ValueError(f'"{text}" has no letter or digit to go by; use a region or a window')
    return text


class WrittenRule(Section):
    """A rule: one of `allow`, `ask` and `deny` with its actions, and what it is about. All of it must fit."""

    one_of = get_args(Ruling)
    one_of_told = 'give exactly one of "allow", "ask" and "deny", as in "deny: click"'
    allow: Actions | None = None
    ask: Actions | None = None
    deny: Actions | None = None
    text: Annotated[Text, AfterValidator(_readable)] | None = None
    """Words of what the action would land on, as the eye reads it; of a press, also the keys: `Ctrl+S`."""
    region: Region | None = None
    """Where the mouse acts."""
    window: Text | None = None
    """A part of the title of the window that it would go to; upper and lower case are the same."""
    why: str = ""

    @model_validator(mode="after")
    def _places_the_mouse(self) -> Self:
        if self.region is not None and _WITHOUT_PLACE & {*self.actions}:
            raise ValueError("a region says nothing of keys: leave out type and press, or name a window")
        return self

    @property
    def ruling(self) -> Ruling:
        """What it says."""
        return "allow" if self.allow is not None else "ask" if self.ask is not None else "deny"

    @property
    def actions(self) -> tuple[RuledAction, ...]:
        """What it says that of."""
        return self.allow or self.ask or self.deny or ()

    def __str__(self) -> str:
        """As it is written, in one sentence: `deny click on "Delete"`."""
        told = f"{self.ruling} {', '.join(self.actions)}"
        told += f' on "{self.text}"' if self.text else ""
        told += f" in {list(self.region)}" if self.region else ""
        return told + (f' in the window "{self.window}"' if self.window else "")


class Rule(WrittenRule):
    """A rule with its variables filled in, and where in the task file it stands."""

    line: int
    column: int = 1


class Confinement(Somewhere):
    """Where alone anything is done: exactly one of the two."""
