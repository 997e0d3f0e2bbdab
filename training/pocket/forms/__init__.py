"""Forms that are drawn by chance, and episodes that are played on them: real Tk on a display of its own.

The customer form is the project's own, imported from its folder.
"""

import sys
from pathlib import Path

_APPS = str(Path(__file__).parents[3] / "tasks" / "apps")
if _APPS not in sys.path:
    sys.path.append(_APPS)
