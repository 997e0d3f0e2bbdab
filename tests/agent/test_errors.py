"""What messages say after an unknown name, and how to install what is missing."""

from __future__ import annotations

import shlex
import sys

from agent.errors import install, nearest


def test_an_install_hint_names_the_interpreter_that_runs() -> None:
    assert install("deskhand[qwen]") == f"{shlex.quote(sys.executable)} -m pip install 'deskhand[qwen]'"


def test_an_unknown_name_gets_the_most_similar_one_and_all_that_there_are() -> None:
    assert nearest("stpes", ["steps", "seconds"]) == 'did you mean "steps"? known: seconds, steps'
    assert nearest("zzz", ["steps"]) == "known: steps"
    assert nearest("zzz", []) == "there are none"
    assert nearest("zzz", [], "add it") == "add it"
