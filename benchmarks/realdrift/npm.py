"""Pages: the register drawn with each release of a component library, bundled of npm's packages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGES = Path(__file__).parent / "pages"
_BUNDLER = {"esbuild": "0.28.2"}
_LOADED = ("woff", "woff2", "ttf", "eot", "svg")
_ESBUILD = (
    "--bundle", "--minify", "--format=iife", "--jsx=automatic", '--define:process.env.NODE_ENV="production"',
    "--legal-comments=none", "--log-level=error", *(f"--loader:.{kind}=dataurl" for kind in _LOADED),
)  # fmt: skip
_NEW_REACT = 18


def number_of(release: str) -> int:
    """The major number of a release such as `antd-5`."""
    return int(release.rpartition("-")[2])


def build(release: str, told: Mapping[str, Any], cache: Path, page: Path) -> None:
    """Install a release and bundle its page; CalledProcessError where npm or esbuild fails.

    Args:
        release: its name.
        told: of it in `releases.json`.
        cache: where its packages are installed, or are installed already.
        page: a folder for the page.
    """
    _install(told["packages"], cache)
    page.mkdir(parents=True, exist_ok=True)
    shutil.copy(_PAGES / "index.html", page)
    react = int(told["packages"]["react"].partition(".")[0])
    entry = cache / "page.js"
    entry.write_text(_entry(told, "18" if react >= _NEW_REACT else "17"))
    alias = [f"--alias:{name}={package}" for name, package in told.get("alias", {}).items()]
    number = f"--define:RELEASE={number_of(release)}"
    subprocess.run(
        ["node_modules/.bin/esbuild", "page.js", f"--outdir={page.resolve()}", number, *alias, *_ESBUILD],
        cwd=cache,
        env={**os.environ, "NODE_PATH": str(cache.resolve() / "node_modules")},
        check=True,
    )
    (page / "page.css").touch()


def _install(packages: Mapping[str, str], cache: Path) -> None:
    wanted = json.dumps({"private": True, "dependencies": {**packages, **_BUNDLER}}, indent=1)
    manifest = cache / "package.json"
    if manifest.exists() and manifest.read_text() == wanted and (cache / "node_modules").exists():
        return
    cache.mkdir(parents=True, exist_ok=True)
    manifest.write_text(wanted)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps")
    subprocess.run(["npm", "install", *quiet], cwd=cache, check=True)


def _entry(told: Mapping[str, Any], mount: str) -> str:
    """What is bundled: the library's styles, the register, the kit, and how React draws."""
    lines = [f"import {json.dumps(style)}" for style in told.get("styles", ())]
    parts = {"{ Register }": "app.js", "{ kit }": f"{told['kit']}.js", "{ mount }": f"mount_{mount}.js"}
    lines += ["import { createElement } from 'react'"]
    lines += [f"import {what} from {json.dumps(str(_PAGES / file))}" for what, file in parts.items()]
    return "\n".join([*lines, "mount(createElement(Register, { kit }))", ""])
