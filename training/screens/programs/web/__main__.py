"""Web: `python -m training.screens.programs.web` reads plans, one a line, and tells of their windows.

The theme of the plans is the kit: `plain`, or a library whose page is in the folder TRAINING_CACHE.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from training.screens.programs.truth import first_plan, serve
from training.screens.programs.web.browser import browser
from training.screens.programs.web.bundles import page_of
from training.screens.programs.web.window import Window

if TYPE_CHECKING:
    from training.screens.outline import Plan


def main() -> None:
    """Show plans until the input ends."""
    plan: Plan = first_plan()
    page = page_of(plan["theme"] or "plain", Path(os.environ.get("TRAINING_CACHE", ".")))
    with browser(page) as opened:
        window = Window(opened)
        serve(plan, window.show, window.hide, use=window.use)


if __name__ == "__main__":
    main()
