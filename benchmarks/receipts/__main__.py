"""Entry point: `python -m benchmarks.receipts DIR`: copies of a results folder, altered, and verified.

DIR is left as it is. Each alteration is made as it stands, and once more with every digest made anew where it
says something else than the recordings. Exit status 1: one was not found, or the honest folder does not hold.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.receipts.verifying import verify
from agent.bench.results.reading import SUMMARY, read_results
from agent.bench.summary import summary
from agent.errors import BadInput
from tests.agent.bench.receipts.altering import ATTEMPTS, PLAIN, SIGNED, mixed, signed

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> int:
    """Verify the honest folder, then every altered one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.receipts")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a results folder of six attempts or more")
    parser.add_argument("--other", type=Path, help="another run of the same set, to mix lines from")
    options = parser.parse_args()
    begun = read_results(options.folder).attempts[:ATTEMPTS]
    if len(begun) < ATTEMPTS or any(one.outcome not in ("passed", "failed") for one in begun):
        parser.error(f"{options.folder}: its first {ATTEMPTS} attempts must have passed or failed")
    began = time.perf_counter()
    honest = verify(options.folder, None, lambda _done, _of: None)
    seconds = time.perf_counter() - began
    print(f"honest: {len(honest.findings)} findings, {honest.judged} attempts in {seconds:.1f} s")
    missed = [name for name in PLAIN if not _found(options.folder, PLAIN[name])]
    again = [
        name for name in SIGNED if not _found(options.folder, lambda copy, name=name: _signed(copy, name))
    ]
    print(f"altered: {len(PLAIN) - len(missed)} of {len(PLAIN)} found; not found: {missed}")
    print(
        f"and every digest made anew: {len(SIGNED) - len(again)} of {len(SIGNED)} found; not found: {again}"
    )
    if options.other:
        mixes = [
            number for number in range(ATTEMPTS) if not _found(options.folder, _mixed(options.other, number))
        ]
        print(f"two runs mixed: {ATTEMPTS - len(mixes)} of {ATTEMPTS} found")
        missed += mixes
    return 1 if missed or again or honest.findings else 0


def _found(folder: Path, alter: Callable[[Path], None]) -> bool:
    with tempfile.TemporaryDirectory() as top:
        copy = Path(top, "results")
        shutil.copytree(folder, copy)
        alter(copy)
        return bool(verify(copy, None, lambda _done, _of: None).findings)


def _signed(copy: Path, name: str) -> None:
    SIGNED[name](copy)
    signed(copy)
    try:
        results = read_results(copy)
    except BadInput:  # found already
        return
    made = summary(results.config, results.latest, results.attempts, results.last)
    (copy / SUMMARY).write_text(made.model_dump_json())


def _mixed(other: Path, number: int) -> Callable[[Path], None]:
    return lambda copy: mixed(other, number, copy)


sys.exit(main())
