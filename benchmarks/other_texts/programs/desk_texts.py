"""Texts of the desk, read from the file that the environment variable `DESK` names, and its log."""

from __future__ import annotations

import os
import time
from pathlib import Path


class Texts:
    """What the desk shows. Argument: the file to which it appends what was done."""

    def __init__(self, log: str) -> None:
        self._log = Path(log)
        self._read: dict[str, list[str]] = {}
        for line in Path(os.environ["DESK"]).read_text(encoding="utf-8").splitlines():
            name, text = line.split("=", 1)
            self._read.setdefault(name, []).append(text)
        self.rows = [row.split("|") for row in self._read["rows"]]
        self.ports = self._read["ports"]

    def __getitem__(self, name: str) -> str:
        return self._read[name][0]

    def number(self, name: str) -> int:
        """One that is a number."""
        return int(self[name])

    def opened(self) -> str:
        """The line with the time of day."""
        return self["opened"].replace("{now}", time.strftime("%H:%M:%S"))

    def question(self, row: list[str]) -> str:
        """What is asked before an order is booked."""
        text = self["question"]
        for name, value in zip(("number", "name", "due", "amount"), row, strict=True):
            text = text.replace("{" + name + "}", value)
        return text

    def log(self, *told: str) -> None:
        """Append what was done."""
        with self._log.open("a", encoding="utf-8") as file:
            file.write("|".join(told) + "\n")
