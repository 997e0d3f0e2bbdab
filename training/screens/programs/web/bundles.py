"""Bundles: the pages of component libraries, made of npm's packages.

`python -m training.screens.programs.web.bundles CACHE` makes them in a folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_PAGES = _HERE / "pages"
LIBRARIES = ("bootstrap", "mui", "antd", "mantine")
"""Kits that need a bundle; `plain` needs none."""
_LOADED = ("woff", "woff2", "ttf", "svg")
_ESBUILD = (
    "--bundle", "--minify", "--format=iife", "--outdir=.", '--define:process.env.NODE_ENV="production"',
    "--legal-comments=none", "--log-level=warning",
)  # fmt: skip


def page_of(kit: str, cache: Path | None = None) -> Path:
    """The page that draws plans with a kit; FileNotFoundError, with what to do, where it was not built."""
    if kit not in LIBRARIES:
        return _PAGES / f"{kit}.html"
    page = (cache or Path()) / f"{kit}.html"
    if not page.exists():
        raise FileNotFoundError(
            f"{page}: build it first: python -m training.screens.programs.web.bundles {cache or 'CACHE'}"
        )
    return page


def build(cache: Path) -> None:
    """Install the libraries and bundle each one's page; CalledProcessError where npm or esbuild fails."""
    cache.mkdir(parents=True, exist_ok=True)
    wanted = (_HERE / "package.json").read_text()
    installed = cache / "package.json"
    if not (installed.exists() and installed.read_text() == wanted and (cache / "node_modules").exists()):
        shutil.copy(_HERE / "package.json", installed)
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=cache, check=True
        )
    entries = [f"{kit}={_PAGES / kit / 'kit.js'}" for kit in LIBRARIES]
    loaders = [f"--loader:.{kind}=dataurl" for kind in _LOADED]
    subprocess.run(
        ["node_modules/.bin/esbuild", *entries, *loaders, *_ESBUILD],
        cwd=cache,
        env={**os.environ, "NODE_PATH": str(cache.absolute() / "node_modules")},
        check=True,
    )
    for kit in LIBRARIES:
        style = f"<link rel=stylesheet href={kit}.css>" if (cache / f"{kit}.css").exists() else ""
        page = (_PAGES / "plain.html").read_text()
        (cache / f"{kit}.html").write_text(
            page.replace("<script type=module src=plain/kit.js>", f"{style}<script src={kit}.js>")
        )


if __name__ == "__main__":
    build(Path(sys.argv[1]))
