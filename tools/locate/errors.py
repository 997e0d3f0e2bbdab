"""Errors of a locator that matches no element, or several."""

from __future__ import annotations


class NotFound(Exception):
    """No element fits the locator, or several do (it is strict); one sentence for a person."""


class NoWidget(NotFound):
    """The text fits, but neither a field nor a box is seen that it names."""


class Ambiguous(NotFound):
    """Several elements fit the locator equally well."""
