"""`agent bench NAME`: its options."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.grounding.layouts.sample import LANGUAGES
from agent.bench.sets import SETS, Asked
from agent.commands.options.bench_uses import refuse_unused
from agent.commands.options.results import OF_RESULTS, ResultsCommand, add_folders, read_results_command
from agent.commands.options.shared import Verb, path_of, positive
from agent.errors import BadInput, nearest
from agent.redact.keys import without_login

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_ADDRESS = re.compile(r"(?:[^\s/:\[\]]+|\[[0-9A-Fa-f:.%]+\]):\d{1,5}")
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class BenchCommand:
    """What `agent bench` is told."""

    asked: Asked
    out: Path
    repeat: int
    jobs: int
    ray: str | None
    """Address of the Ray cluster that makes the attempts; None: this machine does."""
    limit: int | None
    """Only so many items, the first ones; None: all."""
    selected: str | None
    """An expression over items; None: all."""
    json: bool


def _add_options(parser: ArgumentParser) -> None:
    _add_what(parser)
    _add_how(parser)


def _add_what(parser: ArgumentParser) -> None:
    """Set, model and items."""
    parser.add_argument(
        "name", metavar="NAME", help=f"the set: {', '.join(SETS)}; or {', '.join(OF_RESULTS)}"
    )
    add_folders(parser)
    parser.add_argument(
        "--data",
        metavar="DIR",
        help="the folder of the data, as they are published; componentbench: a checkout",
    )
    parser.add_argument("--model", metavar="M", default="reader", help="the model (default: reader)")
    parser.add_argument(
        "--ground", metavar="SPEC", help='look again where to click, as in "refine(2)+vote(5)+snap"'
    )
    parser.add_argument("--grounder", metavar="M", help="another model that points where --model says")
    parser.add_argument(
        "-k", metavar="EXPR", dest="selected", help='only items that match, as in "desktop and not icon"'
    )
    parser.add_argument("--limit", type=positive(int), metavar="N", help="only the first N of those items")
    parser.add_argument("--repeat", type=positive(int), default=1, metavar="N", help="every item N times")
    parser.add_argument(
        "--seeds", type=positive(int), metavar="N", help="N variants of every task (miniwob: 5, suite: 3)"
    )
    parser.add_argument(
        "--language",
        choices=(_ENGLISH, *LANGUAGES),
        default=_ENGLISH,
        metavar="L",
        help="screenspot-pro: instructions in English (en, the default) or Chinese (cn)",
    )


def _add_how(parser: ArgumentParser) -> None:
    """Limits, where attempts are made, and where their results lie."""
    parser.add_argument(
        "--max-steps", type=positive(int), metavar="N", help="stop an episode after so many steps"
    )
    parser.add_argument(
        "--timeout", type=positive(float), metavar="S", help="stop an episode after so many seconds"
    )
    parser.add_argument(
        "--jobs",
        type=positive(int),
        default=1,
        metavar="N",
        help="so many attempts at a time; with --ray on each node",
    )
    parser.add_argument(
        "--ray", metavar="ADDRESS", help="attempts on the nodes of the Ray cluster at HOST:PORT"
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        help="the results folder; results in it are gone on with (default: in runs/bench)",
    )


def _read(given: Namespace) -> BenchCommand | ResultsCommand:
    refuse_unused(given)
    if given.name in OF_RESULTS:
        return read_results_command(given)
    if given.name not in SETS:
        known = nearest(given.name, [*SETS, *OF_RESULTS])
        raise BadInput(f'bench "{given.name}": there is no such set; {known}')
    if given.folders:
        raise BadInput(f"bench {given.name}: takes no folder; name that of the data with --data")
    if given.ray and not _ADDRESS.fullmatch(given.ray):
        raise BadInput(f"--ray {given.ray}: write it as HOST:PORT, as `ray start --head` tells it")
    asked = Asked(
        name=given.name,
        model=given.model,
        data=path_of(given.data),
        ground=given.ground,
        grounder=given.grounder,
        seeds=given.seeds,
        language=None if given.language == _ENGLISH else given.language,
        max_steps=given.max_steps,
        timeout=given.timeout,
    )
    return BenchCommand(
        asked=asked,
        out=path_of(given.out) or _default_out(given.name, given.model),
        repeat=given.repeat,
        jobs=given.jobs,
        ray=given.ray,
        limit=given.limit,
        selected=given.selected,
        json=given.json,
    )


def _default_out(name: str, model: str) -> Path:
    """The folder in which the same command goes on."""
    return Path(
        "runs", "bench", f"{name}-{re.sub(r'[^A-Za-z0-9._-]+', '-', without_login(model)).strip('-.')}"
    )


BENCH = Verb(
    "bench",
    "how good is a model? published benchmarks, with intervals",
    "agent.commands.bench",
    _add_options,
    _read,
    "Has a model attempt a benchmark, and sums up the results. The same command goes on where one was "
    "interrupted, and does nothing twice.",
)
