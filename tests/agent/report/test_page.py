"""Pages, opened in headless Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from agent.report.page import page_of, write_page
from agent.runs.report.kept import keep, keep_all
from tests.agent.fakes import DONE, call, click
from tests.agent.report.browser import chromium
from tests.agent.report.runs import HOSTILE, TREE, Speaking, check, record
from tests.agent.results import result

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


_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_the_step_that_a_key_chose_stays_chosen_until_the_person_scrolls(tmp_path: Path, page: Page) -> None:
    write_page([TREE / "wrong_email"], tmp_path / "page.html")
    page.set_viewport_size({"width": 1280, "height": 1600})  # the last steps stand at its foot
    page.goto(f"file://{tmp_path}/page.html")
    number = page.locator("[data-current] .number")
    for key, chosen in (("End", "11"), ("k", "10"), ("k", "9"), ("Home", "1"), ("j", "2"), ("End", "11")):
        page.keyboard.press(key)
        page.evaluate(_TWO_FRAMES)  # by then what a scroll brought into view has been told
        assert number.inner_text() == chosen, key
    page.mouse.move(600, 600)
    page.mouse.wheel(0, -3000)
    expect(number).to_have_text(re.compile(r"^[4-8]$"))


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


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """Runs of two jobs: passed, failed, flaky, healed, cut off, damaged, and one without a recording."""
    for job, name in (
        ("one", "good"),
        ("one", "bad"),
        ("two", "shaky"),
        ("two", "mended"),
        ("two", "killed"),
    ):
        (tmp_path / job).mkdir(exist_ok=True)
        broken = [check(passed=False, what=f"{HOSTILE} the total")] if name == "bad" else [check()]
        record(tmp_path / job / name, checks=broken, cut=name == "killed", id=name, source=f"{name}.yaml")
    first = record(tmp_path / "two" / "before", [click(), call("terminate", status="failure")])
    attempts = (result("shaky", verdict="gave_up", message="could not", recording=str(first)),)
    shaky = result(
        "shaky", recording=str(tmp_path / "two" / "shaky"), attempts=attempts, flaky=True, tags=("smoke",)
    )
    keep_all([*attempts, shaky])
    keep(result("mended", recording=str(tmp_path / "two" / "mended"), healed=(1,), tokens=900, cost=0.25))
    work = tmp_path / "two" / "gone" / "workdir"
    work.parent.mkdir()
    keep(result("gone", verdict="environment_error", message="xterm: did not start", workdir=str(work)))
    spoilt = record(tmp_path / "one" / "spoilt")
    (spoilt / "session.jsonl").write_text("{}\n")
    return tmp_path


def open_suite(suite: Path, page: Page) -> tuple[str, ...]:
    unread = write_page([suite / "one", suite / "two"], suite / "suite.html")
    page.goto(f"file://{suite}/suite.html")
    return unread


def names(page: Page) -> list[str]:
    """Of the tests that are listed; what lies off the screen is not laid out, and has no inner text."""
    return [text.strip() for text in page.locator("li.test:not([hidden]) h3").all_text_contents()]


def test_a_suite_lists_every_run_the_gravest_first(suite: Path, page: Page) -> None:
    unread = open_suite(suite, page)
    assert len(unread) == 1
    assert "session.jsonl:1" in unread[0]
    assert names(page) == ["gone", "spoilt", "bad", "killed", "shaky", "mended", "good"]
    assert page.locator("h1").inner_text() == "7 tests"
    counts = " ".join(page.locator(".counts").inner_text().split())
    assert counts == "1 environment error 1 damaged 1 failed 1 cut off 1 flaky 1 healed 1 passed"


def test_a_suite_is_searched_filtered_and_sorted(suite: Path, page: Page) -> None:
    open_suite(suite, page)
    page.keyboard.press("/")
    page.keyboard.type("smoke")
    assert names(page) == ["shaky"]
    page.locator("#search").fill("did not start")
    assert names(page) == ["gone"]
    page.locator("#search").fill("nothing like it")
    assert names(page) == []
    assert page.locator("#none").is_visible()
    page.locator("#search").fill("")
    page.locator("[data-filter=healed]").click()
    assert names(page) == ["mended"]
    page.locator("[data-filter='']").click()
    page.locator("#sort").select_option("name")
    assert names(page) == sorted(names(page))
    page.locator("#sort").select_option("tokens")
    assert names(page)[0] == "mended"


def test_a_suite_leads_to_the_steps_of_each_run_and_back(suite: Path, page: Page) -> None:
    open_suite(suite, page)
    page.locator("h3").get_by_role("link", name="bad").click()
    assert page.locator("#detail h1").inner_text() == "bad"
    assert page.locator("#detail section.step").count() == 3
    assert not page.locator(".suite").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-current] .number").inner_text() == "1"
    page.keyboard.press("Escape")
    page.locator(".suite").wait_for()
    assert page.locator("#detail section.step").count() == 0


def test_retries_are_told_and_lead_to_their_steps(suite: Path, page: Page) -> None:
    open_suite(suite, page)
    test = page.locator("li.test[data-name=shaky]")
    test.locator("summary").click()
    assert test.locator(".attempts li").count() == 2
    test.locator(".attempts").get_by_role("link", name="gave up").click()
    assert page.locator("#detail .word").inner_text() == "Gave Up"


def test_a_link_into_a_run_of_a_suite_opens_it(suite: Path, page: Page) -> None:
    open_suite(suite, page)
    href = page.locator("h3").get_by_role("link", name="bad").get_attribute("href") or ""
    page.goto("about:blank")
    page.goto(f"file://{suite}/suite.html{href.replace('top', 's2')}")
    assert page.locator("#detail section.step").count() == 3


def test_hostile_texts_of_a_suite_run_nothing(suite: Path, page: Page) -> None:
    keep(
        result(
            HOSTILE,
            verdict="failed",
            message=HOSTILE,
            model=HOSTILE,
            tags=(HOSTILE,),
            file=HOSTILE,
            tokens=1,
            workdir=str(suite / "two" / "gone" / "workdir"),
        )
    )
    open_suite(suite, page)
    for link in page.locator(".suite h3 a").all():
        assert (link.get_attribute("href") or "").startswith("#r")
    page.locator("h3").get_by_role("link", name="bad").click()
    assert page.evaluate("window.ran") is None
    assert page.locator("img, iframe, object, embed").count() == 0


def test_results_that_left_nothing_stand_on_the_page_too(tmp_path: Path, page: Page) -> None:
    rec = record(tmp_path / "rec", id="kept")
    told = [
        result("kept", recording=str(rec)),
        result("lost", verdict="environment_error", message="no display"),
    ]
    (tmp_path / "page.html").write_bytes(page_of(told))
    page.goto(f"file://{tmp_path}/page.html")
    assert names(page) == ["lost", "kept"]


def test_one_result_makes_the_page_of_its_run(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec")
    assert b'<body class="single">' in page_of([result(recording=str(rec))])
    assert b'<body class="many">' in page_of([result(verdict="environment_error")])
