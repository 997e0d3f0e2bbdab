"""Bundles: the pages of component libraries, made of npm's packages.

`python -m training.screens.programs.web.bundles CACHE` makes them in a folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

_HERE = Path(__file__).parent
_PAGES = _HERE / "pages"
_MADE_OF = "made_of"
"""The file with the digest of what the bundles of a folder were made of."""
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
    cache = cache or Path("CACHE")
    page, made_of = cache / f"{kit}.html", cache / _MADE_OF
    if not (page.exists() and made_of.exists() and made_of.read_text() == _sources()):
        raise FileNotFoundError(
            f"{page}: not built, or of other sources: python -m training.screens.programs.web.bundles {cache}"
        )
    return page


def _sources() -> str:
    """The digest of all that the bundles are made of."""
    files = sorted(path for path in _PAGES.rglob("*") if path.is_file())
    return sha256(b"\0".join(path.read_bytes() for path in (_HERE / "package.json", *files))).hexdigest()


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
    (cache / _MADE_OF).write_text(_sources())


if __name__ == "__main__":
    build(Path(sys.argv[1]))
