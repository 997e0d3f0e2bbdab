"""Rendering of pages: templates filled with texts that nobody may trust.

Every text is escaped, and signs that a reader would not see or that turn the direction of text are shown. The
page's policy lets nothing run or be loaded but the style and the script that stand in it, by their hashes.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from agent import __version__
from agent.printing.escapes import visible
from agent.report.pages import facts
from agent.report.pages.durations import in_seconds
from agent.report.suites import figures

if TYPE_CHECKING:
    from agent.episode import Verdict

_TONES = {"passed": "good", "failed": "bad", "gave_up": "bad", "stopped": "warn", "interrupted": "warn"}
_TONES |= {"flaky": "warn", "healed": "warn", "cut_off": "warn"}
_ICONS = {
    "passed": "passed",
    "failed": "failed",
    "gave_up": "failed",
    "cut_off": "cut",
    "flaky": "passed",
    "healed": "passed",
}


def rendered(template: str, **values: object) -> bytes:
    """A page, in UTF-8."""
    style, script = _part("style.css"), _part("script.js")
    page = _environment().get_template(template)
    text = page.render(
        style=Markup(style),  # noqa: S704  (ours, from a file beside this one)
        script=Markup(script),  # noqa: S704
        policy=_policy(style, script),
        version=__version__,
        **values,
    )
    return text.encode("utf-8", "backslashreplace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("agent.report.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"seconds": in_seconds, "tone": _tone, "icon": _icon, "word": facts.word}
    environment.filters |= {
        "tally": figures.tally,
        "states": figures.states,
        "passed": figures.passed,
        "slowest": figures.slowest,
        "unsteady": figures.unsteady,
        "costs": figures.costs,
        "moment": figures.moment,
    }
    environment.globals |= {
        "overall": figures.overall,
        "facts": facts.facts,
        "details": facts.details,
        "signs": facts.signs,
        "about_pictures": facts.about_pictures,
        "about_part": facts.about_part,
    }
    return environment


def _shown(value: Any) -> Any:
    """What becomes of every value before it is escaped."""
    return visible(value, keep="\n\t") if isinstance(value, str) and not isinstance(value, Markup) else value


def _tone(verdict: Verdict | str) -> str:
    return _TONES.get(verdict, "oddly")


def _icon(verdict: Verdict | str) -> str:
    return _ICONS.get(verdict, "stopped")


@cache
def _part(name: str) -> str:
    return resources.files("agent.report.pages").joinpath("templates", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: show its own pictures, and use the two parts that stand in it."""
    styles, scripts = (_hash(part) for part in (style, script))
    return (
        f"default-src 'none'; img-src data:; style-src {styles}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(part: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(part.encode()).digest()).decode()}'"
