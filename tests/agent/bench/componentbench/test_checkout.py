"""Whether a folder is a checkout, and its site built."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from agent.bench.componentbench.checkout import check_built, check_checkout, checkout_digest
from agent.errors import BadInput
from tests.agent.bench.componentbench.checkouts import made_checkout, write_lock, write_tasks

if TYPE_CHECKING:
    from pathlib import Path


def test_a_checkout_with_a_built_site_is_taken(tmp_path: Path) -> None:
    checkout = made_checkout(tmp_path)
    assert check_checkout(checkout) == checkout
    check_built(checkout)


def test_what_is_no_checkout_is_told_with_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"name a checkout of https://github\.com/TianchenGuan/ComponentBench"):
        check_checkout(None)
    with pytest.raises(BadInput, match="it has no data/tasks_v2"):
        check_checkout(tmp_path)
    write_tasks(tmp_path, "01.yaml")
    with pytest.raises(BadInput, match=r"it has no site/package\.json"):
        check_checkout(tmp_path)
    (tmp_path / "tasks" / "v2").mkdir(parents=True)
    with pytest.raises(BadInput, match="the data set alone"):
        check_checkout(tmp_path)


def test_a_site_that_was_not_built_or_not_of_these_files_is_told(tmp_path: Path) -> None:
    checkout = made_checkout(tmp_path)
    built = checkout / "site" / ".next" / "BUILD_ID"
    later = built.stat().st_mtime + 100
    os.utime(checkout / "site" / "src" / "generated" / "index.json", (later, later))
    check_built(checkout)
    os.utime(checkout / "site" / "src" / "button.tsx", (later, later))
    with pytest.raises(BadInput, match=r"site/src/button\.tsx is newer than the built site"):
        check_built(checkout)
    shutil.rmtree(built.parent)
    with pytest.raises(BadInput, match=r"its site is not built .* as its README\.md says"):
        check_built(checkout)


def test_another_task_or_page_is_another_digest_and_another_build_is_not(tmp_path: Path) -> None:
    checkout = made_checkout(tmp_path)
    digests = [checkout_digest(checkout)]
    for name in ("site/.next/BUILD_ID", "site/src/generated/index.json", "site/src/button.tsx",
                 "site/package.json", "data/tasks_v2/01_buttons_v2.yaml"):  # fmt: skip
        (checkout / name).write_text("changed")
        digests.append(checkout_digest(checkout))
    assert digests[0] == digests[1] == digests[2]
    assert len(set(digests)) == 4


def test_packages_count_by_version_and_not_by_their_source_nor_what_is_optional(
    tmp_path: Path,
) -> None:
    checkout = made_checkout(tmp_path)
    before = checkout_digest(checkout)
    write_lock(checkout, source="mirror.example")
    assert checkout_digest(checkout) == before
    write_lock(checkout, "5.1.1")
    assert checkout_digest(checkout) != before
    for content in ("", "[]", '{"packages": ["antd"]}'):
        (checkout / "site" / "package-lock.json").write_text(content)
        with pytest.raises(BadInput, match=r"package-lock\.json: can't be read"):
            checkout_digest(checkout)
