"""Checklist: what makes a benchmark's figures trustworthy, point by point, and how each set meets it.

The points are those of the Agentic Benchmark Checklist (arXiv 2507.02825). What a set says of itself stands
here; what can be told of a run is made of its configuration and figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.bench.results.config import Config
    from agent.bench.summary import Summary

_OF_SET: dict[str, dict[str, str]] = {
    "miniwob": {
        "oracle": (
            "`--model oracle` reads the page's own elements and acts by mouse and keys; of tasks that it has "
            "no solution for, nothing proves that they can be done"
        ),
        "null": "`--model null` does nothing; it must come to 0",
        "shortcut": "the agent sees pixels and the utterance alone, never page, reward or seed",
        "state cleared": "each attempt begins with a page of its own, of its own seed",
        "judge": "the page's own reward, read by the debugging protocol; no model judges",
    },
    "suite": {
        "oracle": "`--model oracle` follows the steps that a person wrote, which no other player is told",
        "null": "`--model null` does nothing; it must come to 0",
        "shortcut": "`--model enter` confirms all, `--model typist` types all values; both must come to 0",
        "state cleared": "each attempt has a display, a home and files of its own, made anew",
        "judge": "files, tables, rows, mails and folders that the programs leave behind; no model judges",
    },
    "componentbench": {
        "oracle": "none here; the authors had a person do each task twice",
        "null": "`--model null` does nothing; it must come to 0",
        "shortcut": "the agent sees pixels and the goal alone, never the page's elements or its success",
        "state cleared": "each attempt loads its page anew, the site's storage emptied",
        "judge": "the page's own success, read by the debugging protocol; no model judges",
    },
    "realdrift": {
        "oracle": "a release is recorded only by a run that saved what is wanted (`benchmarks/realdrift`)",
        "null": "with each fault what is wanted can't be saved, but where rows changed places; a replay that "
        "says passed all the same is told as silently wrong",
        "shortcut": "the task has no check and the replay sees pixels alone, never what was saved",
        "state cleared": "each replay starts the program anew, with customers of its own",
        "judge": "what the program had saved, compared whole; no model judges",
    },
}
_GROUNDING = {
    "oracle": "a perfect model hits every item of small folders in the published layouts (tests)",
    "null": "a reply without a place is a miss, or wrong_format",
    "shortcut": "one picture and one instruction a question; the boxes are never in a prompt",
    "state cleared": "questions share nothing",
    "judge": "a point inside the published box; no model judges",
}
_FLAWS: dict[str, str] = {
    "screenspot": "boxes and instructions are as published; some are known to be wrong, and v2 mended them",
    "screenspot-v2": "boxes as published",
    "screenspot-pro": "boxes as published; instructions in English",
    "osworld-g": "boxes as published; the original instructions are ambiguous, which the refined ones mend",
    "suite": "short tasks of one window or two, all in English; a result that is handed over may have been "
    "worked out or guessed elsewhere than in the program",
    "miniwob": "pages of 2017, small and drawn simply; a high figure says little of real programs",
    "realdrift": "one small application, written for this set; what no screen shows is not asked for",
    "componentbench": (
        "pages as the checkout has them: 11 tasks load their editor from another machine, some show today's "
        "date, four show random amounts"
    ),
}
_METHODS = {
    "wilson": "Wilson's score interval",
    "bootstrap": "bootstrap, items drawn anew with all their attempts",
}
POINTS = ("pinned", "oracle", "null", "shortcut", "state cleared", "judge", "intervals", "known flaws")


def checklist(config: Config, made: Summary) -> dict[str, str]:
    """Point -> how it is met; what is not known of a set says so."""
    said = _OF_SET.get(config.set, _GROUNDING if config.set in _FLAWS else {})
    told = {
        "pinned": f"data {config.data[:12]}, prompts {config.prompts[:12]}, {len(config.versions)} versions",
        **said,
        "intervals": f"95 %, {_intervals(made)}; {made.decided} attempts",
        "known flaws": _FLAWS.get(config.set, "none are listed"),
    }
    return {point: told.get(point, "not stated") for point in POINTS}


def _intervals(made: Summary) -> str:
    """How the intervals of a summary's shares were made."""
    methods = sorted({section.passed.method for section in made.sections})
    return " and ".join(_METHODS[method] for method in methods) or "none: nothing was attempted"
