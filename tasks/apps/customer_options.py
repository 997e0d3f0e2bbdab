"""The options of the customer form; what an audit or a drift asks of it, the environment may say too."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from customer_drift import DRIFTS
from customer_lies import ANYWAY, LIES


def parser() -> argparse.ArgumentParser:
    """The options."""
    said = os.environ.get
    options = argparse.ArgumentParser(description="Register customers in a SQLite database.")
    options.add_argument("--db", type=Path, required=True, metavar="FILE", help="database; made when missing")
    options.add_argument(
        "--seed", type=int, default=0, help="another look of the form (default: the plain one)"
    )
    options.add_argument("--screen", metavar="DISPLAY", help="the X display (default: $DISPLAY)")
    options.add_argument("--slow", type=float, default=0, metavar="SECONDS", help="wait before each dialog")
    options.add_argument("--crash-after", type=float, metavar="SECONDS", help="die without a word")
    options.add_argument(
        "--drift", choices=("", *DRIFTS), default=said("DESKHAND_DRIFT", ""), help="change it like this"
    )
    options.add_argument(
        "--drift-seed", type=int, default=said("DESKHAND_DRIFT_SEED", "0"), help="decides where and how far"
    )
    options.add_argument(
        "--drift-target", default=said("DESKHAND_DRIFT_TARGET", ""), metavar="LABEL", help="what is changed"
    )
    options.add_argument(
        "--events", type=Path, default=said("DESKHAND_EVENTS"), metavar="FILE", help="say what reaches it"
    )
    options.add_argument(
        "--lie",
        choices=("", *LIES, ANYWAY),
        default=said("DESKHAND_LIE", ""),
        help="say it is saved, and save this",
    )
    return options
