"""Scale: what an attempt costs the machine that hands attempts out to a Ray cluster.

`python -m benchmarks.scale RESULTS [SECONDS]` takes the attempts of a results folder that have recordings. A
node of this machine answers each order at once with one of them: what is measured is Ray, its object store,
and the driver (digest, files with fsync, the line of the results); then each part alone.
"""

from __future__ import annotations

import pickle
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.bench.benchmark import Item
from agent.bench.results.folder import ResultsFolder
from agent.bench.results.reading import RECORDINGS, read_results
from agent.commands.cluster.parcel import Parcel, packed, unpacked
from agent.commands.crew import results

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.bench.results.reading import Results
    from agent.bench.run import Order

_AT_A_TIME = 16
_NO_SIGNAL = type("NoSignal", (), {"value": 0})()


class Echo:
    """Station that answers at once."""

    def __init__(self, parcels: Sequence[Parcel]) -> None:
        self._parcels, self._next = parcels, 0

    def carry_out(self, _order: Order) -> Parcel:
        """What came of another order."""
        self._next += 1
        return self._parcels[self._next % len(self._parcels)]


def parcels_of(found: Results) -> list[Parcel]:
    """The attempts of a folder with a recording, as a node sends them."""
    made = []
    for attempt in found.attempts:
        if attempt.recording:
            with tempfile.TemporaryDirectory() as name:
                (Path(name) / RECORDINGS).mkdir()
                (Path(name) / attempt.recording).symlink_to((found.folder / attempt.recording).resolve())
                made.append(packed([attempt], Path(name)))
    return made


def main(arguments: Sequence[str]) -> None:
    """Print what an attempt costs."""
    found, seconds = read_results(Path(arguments[0])), float(arguments[1]) if len(arguments) > 1 else 10
    parcels = parcels_of(found)
    sizes = [
        sum(len(file) for files in one.recordings.values() for file in files.values()) for one in parcels
    ]
    print(
        f"{len(parcels)} attempts, of {statistics.median(sizes) / 1e3:.0f} kB in the median, "
        f"{max(sizes) / 1e3:.0f} at most"
    )
    with tempfile.TemporaryDirectory(dir=".") as name:
        out = Path(name)
        with ResultsFolder(out, found.config) as folder:
            _each("packing (on the node)", seconds, parcels, lambda one, _: _packing(one, out / "packed"))
            _each(
                "unpacking: digest, files with fsync, lines read again",
                seconds,
                parcels,
                lambda one, n: unpacked(one, Item("a", n), 0, out),
            )
            _each(
                "a line of the results, fsync",
                seconds,
                parcels,
                lambda one, _: folder.append(one.attempts[-1]),
            )
            _each("pickle, there and back", seconds, parcels, lambda one, _: _pickled(one))
            _whole(seconds, parcels, folder)


def _packing(parcel: Parcel, out: Path) -> None:
    if not out.exists():
        unpacked(parcel, Item("a"), 0, out)
    packed(parcel.attempts, out)


def _pickled(parcel: Parcel) -> None:
    pickle.loads(pickle.dumps(parcel))


def _each(
    what: str, seconds: float, parcels: Sequence[Parcel], does: Callable[[Parcel, int], object]
) -> None:
    """Print how long one thing takes for one attempt, in the median, and what it takes of the processor."""
    times: list[float] = []
    began, worked = time.monotonic(), time.process_time()
    while time.monotonic() - began < seconds:
        for number, parcel in enumerate(parcels):
            start = time.perf_counter()
            does(parcel, number)
            times.append(time.perf_counter() - start)
    processor = (time.process_time() - worked) / len(times)
    print(f"{what}: {statistics.median(times) * 1e3:.2f} ms, {processor * 1e3:.2f} ms of the processor")


def _whole(seconds: float, parcels: Sequence[Parcel], folder: ResultsFolder) -> None:
    """Print how many attempts a second come through all of it."""
    import ray
    from ray.cluster_utils import Cluster

    from agent.commands.cluster.nodes import Nodes

    class Here:
        """A node whose station answers at once."""

        name, lost = "here", False

        def __init__(self) -> None:
            self.station: Any = ray.remote(Echo).options(num_cpus=1).remote(parcels)

        def lose(self) -> None:
            self.lost = True

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 200 << 20})
    try:
        ray.init(cluster.address, log_to_driver=False, logging_level=50)
        crew = Nodes([Here()], _AT_A_TIME, folder.path, _NO_SIGNAL, lambda _: None)
        orders = [(Item("a", number), 0) for number in range(100_000)]
        coming = results(orders, crew, _NO_SIGNAL, lambda _: False)
        next(coming)
        began, worked, done = time.monotonic(), time.process_time(), 0
        while time.monotonic() - began < seconds:
            for attempt in next(coming):
                folder.append(attempt)
            done += 1
        spent, processor = time.monotonic() - began, time.process_time() - worked
        print(
            f"all of it: {done / spent:.0f} attempts a second, "
            f"{processor / done * 1e3:.2f} ms of the processor each"
        )
    finally:
        ray.shutdown()
        cluster.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
