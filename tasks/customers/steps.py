"""Steps of their own for the tasks in this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterator


@step("Say where {country} is")
def say_where(country: str) -> str:
    """Chooses the country of the customer."""
    return f'Select "{country}" in "Country"'


@step("Accept and save")
def accept_and_save() -> Iterator[str]:
    """Accepts the terms, saves, and sees that it was saved."""
    yield 'Tick "I accept the terms"'
    yield 'Click "Save customer"'
    yield 'Wait until "Save this customer?" appears'
    yield 'Click "Yes"'
    yield 'Wait until "Customer saved" appears'
