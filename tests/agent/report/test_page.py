"""Pages, opened in headless Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.report.page import write_page
from tests.agent.fakes import DONE, call
from tests.agent.report.browser import chromium
from tests.agent.report.runs import HOSTILE, TREE, Speaking, check, record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong, and that asks nobody for anything."""
    faults: list[str] = []
    context = browser.new_context()
    made = context.new_page()
    made.on("console", lambda message: faults.append(message.text))
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on(
        "request", lambda asked: faults.append(asked.url) if asked.url[:5] not in ("file:", "data:") else None
    )
    yield made
    context.close()
    assert faults == []


def test_each_step_shows_its_screens_and_the_keys_lead_through_them(tmp_path: Path, page: Page) -> None:
    write_page([TREE / "wrong_email"], tmp_path / "page.html")
    page.goto(f"file://{tmp_path}/page.html")
    assert page.locator("h1").inner_text() == "wrong_email"
    assert page.locator("section.step").count() == 11
    assert page.locator("section.step .screens svg").count() == 21
    assert page.locator("#s1 .box").get_attribute("width") == "410"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-current] h3").inner_text() == 'Type "Grace Hopper".'
    page.keyboard.press("End")
    page.keyboard.press("k")
    assert page.locator("[data-current] .number").inner_text() == "10"
    page.keyboard.press("e")
    assert page.locator("dialog .told").inner_text() == '10 Click "Save".'
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()


def test_pictures_are_really_painted(tmp_path: Path, page: Page) -> None:
    from io import BytesIO

    from PIL import Image

    write_page([TREE / "wrong_email"], tmp_path / "page.html")
    page.goto(f"file://{tmp_path}/page.html#s1")
    shot = Image.open(BytesIO(page.locator("#s1 .screens svg").first.screenshot())).convert("RGB")
    colours = shot.getcolors(1 << 24) or []
    assert len(colours) > 50
    assert any(red > 200 and green < 90 and blue < 90 for _, (red, green, blue) in colours)


def test_hostile_texts_run_nothing(tmp_path: Path, page: Page) -> None:
    reply = f"Thought: {HOSTILE}\nAction: {HOSTILE}\n{call('type', text=HOSTILE)}"
    rec = record(
        tmp_path / "rec",
        model=Speaking([reply, HOSTILE, DONE]),
        checks=[check(HOSTILE, HOSTILE, passed=False)],
        instruction=HOSTILE,
        vars={"x": HOSTILE},
        case={"x": HOSTILE},
    )
    write_page([rec], tmp_path / "page.html")
    page.goto(f"file://{tmp_path}/page.html")
    for summary in page.locator("summary").all():
        summary.click()
    for link in page.locator("a").all():
        assert (link.get_attribute("href") or "").startswith("#")
    assert page.evaluate("window.ran") is None
    assert page.locator("img, iframe, object, embed, form:not([method=dialog])").count() == 0
    assert page.locator("script").count() == page.locator("style").count() == 1


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_the_width_and_has_contrast(
    browser: Browser, tmp_path: Path, width: int, scheme: str
) -> None:
    write_page([TREE / "wrong_email"], tmp_path / "page.html")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    made = context.new_page()
    made.goto(f"file://{tmp_path}/page.html")
    assert made.evaluate("document.documentElement.scrollWidth") == width
    ground = made.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = made.evaluate("getComputedStyle(document.querySelector('.message')).color")
    light, dark = (sum(map(int, found[4:-1].split(","))) for found in (ground, ink))
    assert (light > 600 > dark) if scheme == "light" else (light < 150 < dark)
    context.close()
