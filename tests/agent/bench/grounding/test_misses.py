"""The page of misses, in a real browser: every miss is drawn, and nothing on it is obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.grounding.items import read_published
from agent.bench.grounding.misses import misses_page
from agent.bench.grounding.set import GroundingSet
from agent.bench.results.reading import read_results
from agent.bench.run import run_benchmark
from tests.agent.bench.grounding.folders import grid, osworld_g
from tests.agent.bench.grounding.knowing import Knowing
from tests.agent.fakes import call, click
from tests.agent.report.browser import chromium

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = '<script>document.title = "owned"</script><img src="https://example.org/x.png"> \u202e'


def test_every_miss_is_drawn_with_what_was_meant_clicked_and_said(tmp_path: Path) -> None:
    data, out = osworld_g(tmp_path / "data"), tmp_path / "out"
    outside = call("left_click", coordinate=[1200, 500])
    model = Knowing({"Open file": outside, 'Click "Open file"': HOSTILE})
    benchmark = GroundingSet("osworld-g", data, read_published("osworld-g", data), model)
    found = run_benchmark(benchmark, benchmark.items(), 1, out, lambda *_: None)
    benchmark.show(found, read_results(out).latest, out)
    page = out / "misses.html"
    with chromium() as browser:
        opened = browser.new_page()
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url.partition(",")[0]))
        opened.goto(page.as_uri())
        assert opened.title() == "osworld-g: 6 misses of fake"
        misses = opened.locator("li.miss")
        assert misses.count() == 6
        first, last = misses.nth(0), misses.nth(5)
        assert "failed: clicked at 768.0, 200.0, outside the picture" in str(first.text_content())
        corners = first.locator("polygon").nth(0).get_attribute("points")
        assert corners == "60.25,200.5 180.25,200.5 180.25,236.5 60.25,236.5"
        assert first.locator("circle").count() == 0
        assert "wrong format; it is not there, and should have been refused" in str(last.text_content())
        assert HOSTILE.partition(" \u202e")[0] in str(last.locator("pre").text_content())
        assert misses.nth(1).locator("polygon").nth(0).get_attribute("points") == "60,40 180,40 60,100"
        opened.locator("[data-filter=wrong_format]").click()
        assert opened.locator("li.miss:visible").count() == 3
    assert {url for url in asked if not url.startswith("data:image/webp")} == {page.as_uri()}


def test_a_click_in_the_picture_is_drawn_where_it_was(tmp_path: Path) -> None:
    data, out = osworld_g(tmp_path / "data"), tmp_path / "out"
    model = Knowing({"Open file": click(*grid(320, 100))})
    benchmark = GroundingSet("osworld-g", data, read_published("osworld-g", data), model)
    found = run_benchmark(benchmark, benchmark.items()[:1], 1, out, lambda *_: None)
    benchmark.show(found, read_results(out).latest, out)
    page = (out / benchmark.page).read_text("utf-8")
    assert page.count('<circle class="ring" cx="320.0" cy="100.0"') == 2
    assert 'viewBox="0 0 640 400" data-whole="0 0 640 400"' in page


def test_without_a_miss_the_page_says_so(tmp_path: Path) -> None:
    data, out = osworld_g(tmp_path / "data"), tmp_path / "out"
    benchmark = GroundingSet("osworld-g", data, read_published("osworld-g", data), Knowing())
    found = run_benchmark(benchmark, benchmark.items()[:1], 1, out, lambda *_: None)
    page = misses_page(benchmark, found, read_results(out).latest)
    assert "Nothing was missed." in page.decode()
