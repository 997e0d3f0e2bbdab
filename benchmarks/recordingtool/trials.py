"""Trials of the recording as a tool; each prints what came of it, and says whether it was as it was told."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Literal

import psutil

from benchmarks.recordingtool.customers import customer
from benchmarks.recordingtool.serving import register, rows, served, server_process

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    Trial = Callable[[], Awaitable[bool]]

STEP = 17
"""Of the recording's steps that are told: a call is cut off behind so many, near the end."""


def calls(recording: Path, database: Path, customers: Sequence[dict[str, str]]) -> Trial:
    """Other values at each call: each is done, and written once."""

    async def trial() -> bool:
        right, seconds = 0, []
        async with served(recording, recording.parent / "runs") as client:
            for values in customers:
                before, began = rows(database), time.monotonic()
                answer = await register(client, values, f"calls {values['email']}")
                seconds.append(time.monotonic() - began)
                new = rows(database)[len(before) :]
                is_right = answer["outcome"] == "done" and new == [tuple(values.values())]
                right += is_right
                if not is_right:
                    print(f"  wrong: {values}: {answer['outcome']}: {answer['message']}; written {new}")
        took = f"median {statistics.median(seconds):.1f} s, longest {max(seconds):.1f} s a call"
        print(f"other values: {right} of {len(customers)} right by the database; {took}")
        return right == len(customers)

    return trial


def lies(recording: Path, database: Path, names: Sequence[str]) -> Trial:
    """A program that says "saved" and saves something else: each call has failed."""

    async def trial() -> bool:
        found = 0
        for at, name in enumerate(names, 200):
            async with served(recording, recording.parent / "runs", DESKHAND_LIE=name) as client:
                answer = await register(client, customer(at))
            found += answer["outcome"] == "failed" and not answer["safe_to_retry"]
            wrong = "; ".join(check["actual"] for check in answer.get("checks", ()) if not check["passed"])
            print(f"  lie {name}: {answer['outcome']}: {wrong[:200]}")
        print(f"lies: {found} of {len(names)} told as failed; {len(rows(database))} records in all")
        return found == len(names)

    return trial


def repeated(recording: Path, database: Path, values: dict[str, str]) -> Trial:
    """One request id three times, the last one with a new server: written once; other values are refused."""

    async def trial() -> bool:
        out, before, answers = recording.parent / "runs", len(rows(database)), []
        for times in (2, 1):
            async with served(recording, out) as client:
                answers += [await register(client, values, "repeated") for _ in range(times)]
                other = await register(client, values | {"name": "Somebody Else"}, "repeated")
        written = len(rows(database)) - before
        same = all(answer == answers[0] for answer in answers) and answers[0]["outcome"] == "done"
        refused = other["outcome"] == "refused"
        print(
            f"one request id three times: written {written} time(s), same answer {same}; {other['message']}"
        )
        return same and refused and written == 1

    return trial


def cut_off(
    recording: Path, database: Path, values: dict[str, str], whose: Literal["run", "server"]
) -> Trial:
    """The run's process, or the server, is killed in the middle: not sure, and not done again by itself."""

    async def trial() -> bool:
        out, before, request = recording.parent / "runs", len(rows(database)), f"cut {whose}"

        async def heard(step: float, _total: float | None, _what: str | None) -> None:
            if step == STEP:
                server = server_process()
                spawned = [one for one in server.children() if "spawn_main" in " ".join(one.cmdline())]
                [target] = [server] if whose == "server" else spawned
                target.kill()

        answer = None
        try:
            async with served(recording, out) as client:
                answer = await register(client, values, request, heard)
        except Exception as error:  # noqa: BLE001  (of a server that was killed)
            print(f"  the client was told: {type(error).__name__}")
        commands = [(one, " ".join(one.info["cmdline"] or ())) for one in psutil.process_iter(["cmdline"])]
        left = [one for one, command in commands if str(database) in command]
        psutil.wait_procs(left, 60)
        async with served(recording, out) as client:
            again = await register(client, values, request)
        written = len(rows(database)) - before
        told = again["outcome"] == "not_sure" and not again["safe_to_retry"]
        told &= whose == "server" or again == answer
        print(f"{whose} killed after step {STEP}: {again['outcome']}, {again['doing']!r}; written {written}")
        return told and written == 0

    return trial
