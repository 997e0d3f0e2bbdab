"""Errors of a locator that matches no element, or several."""

from __future__ import annotations


class NotFound(Exception):
    """No element fits the locator, or several do (it is strict); one sentence for a person."""


class Ambiguous(NotFound):
    """Several elements fit the locator equally well."""
