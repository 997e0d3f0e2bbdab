"""A screen says what the recorded one says, text for text, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.compare.screens.screens import said, screens, window
from tests.tools.scenes import Told, line, painted, widget
from tools.geometry import Box

ASKED = window(line("Delete 1 draft record?", 300, 200), line("Yes", 300, 260))


def question(*texts: str) -> str | None:
    """What is said where these texts stand in place of the recorded question."""
    lines = [line(text, 300, 200 + 24 * row) for row, text in enumerate(texts)]
    return said(ASKED, window(*lines, line("Yes", 300, 260))).reason


def test_the_same_texts_anywhere_are_the_same_screen() -> None:
    moved = painted(*(line(one.text, one.box.left + 40, one.box.top + 90) for one in ASKED.lines))
    assert said(ASKED, moved).reason is None


@pytest.mark.parametrize(
    "text",
    [
        "Delete 4812 draft records?",
        "Delete 7 draft record?",
        "Delete all draft records?",
        "Do not delete 1 draft record?",
        "Delete 1 draft record forever?",
        "Delete 1 craft record?",
        "Delete 1 draft record? *",
    ],
)
def test_another_question_is_a_reason(text: str) -> None:
    reason = question(text)
    assert reason is not None
    assert f'"Delete 1 draft record?" was recorded, and "{text}" is there' in reason
    assert "masks: [{box: [" in reason


def test_what_was_added_or_left_out_is_a_reason() -> None:
    more = 'something came up that the recording does not know: "This can\'t be undone" at (380, 232)'
    assert question("Delete 1 draft record?", "This can't be undone") == more
    assert question() == '"Delete 1 draft record?" is not on the screen'


def test_what_came_up_has_to_come_up() -> None:
    before, after = window(), window(line("Customer saved", 20, 400))
    assert said(screens(before, after), screens(before, before)).reason == '"Customer saved" did not come up'


def test_each_text_counts_as_often_as_it_stands_there() -> None:
    once, twice = (window(*(line("Open", 400, 100 + 30 * row) for row in range(count))) for count in (1, 2))
    assert said(twice, once).reason == '"Open" is not on the screen'
    assert said(once, twice).reason == '"Open" stands 2 times on the screen, and did 1 times'


def test_a_line_that_is_read_in_pieces_is_the_line() -> None:
    whole = window(line("Delete the customer", 300, 200))
    pieces = window(line("Delete", 300, 200), line("the customer", 353, 200))
    assert said(whole, pieces).reason is None
    assert said(pieces, whole).reason is None
    more = window(line("Never", 252, 200), line("Delete", 300, 200), line("the customer", 353, 200))
    assert said(whole, more).reason is not None


def test_words_broken_into_other_lines_are_the_same_words() -> None:
    one = window(line("You may harm your system", 300, 200), line("by this", 300, 224))
    other = window(line("You may harm", 300, 200), line("your system by this", 300, 224))
    assert said(one, other).reason is None


def test_an_icon_or_a_shortcut_says_nothing() -> None:
    shown = window(line("C", 300, 200), line("Ctrl+O", 400, 200), line("Licence", 500, 200, score=0.6))
    assert said(window(), shown).reason is None
    assert said(shown, window()).reason is None


def test_ignored_areas_say_nothing() -> None:
    clock = window(line("Monday, 4 May", 600, 4))
    assert said(window(), clock, Wording(ignored=[Box(590, 0, 210, 30)])).reason is None
    assert said(window(), clock).reason is not None


def test_a_variable_s_text_has_to_be_the_new_one() -> None:
    ada, grace = (window(line(f"Letters to {name}", 300, 200)) for name in ("Ada Lovelace", "Grace Hopper"))
    values = Wording(Substitutions(values=(("Ada Lovelace", "Grace Hopper"),)))
    assert said(ada, grace, values).reason is None
    assert said(ada, ada, values).reason is not None


def test_a_variable_s_text_may_be_made_out_on_a_closer_look() -> None:
    then, values = window(line("Emden", 300, 200)), Wording(Substitutions(pairs=(("Emden", "Tromsø"),)))
    for texts, is_reason in ((["Tromsø"], False), (["Tromso"], True)):
        now = window(replace(line("Tromso", 300, 200), evidence=Told(texts)))
        assert (said(then, now, values).reason is not None) is is_reason
    unchanged = window(replace(line("Emdem", 300, 200), evidence=Told(["Emden"])))
    assert said(then, unchanged).reason is not None, "what no variable changed is taken as it was read"


def test_a_short_value_in_a_text_that_came_up_may_be_the_new_one() -> None:
    then, now, other = (window(line(f"1 Send {count} boxes", 300, 200)) for count in (12, 7, 8))
    short = Substitutions(short=(("12", "7"),))
    assert said(then, now, Wording(short)).reason is None
    assert said(then, other, Wording(short)).reason is not None
    assert said(then, now, Wording(short, stays=lambda _line: True)).reason is not None, "it was there before"


def test_a_typed_text_is_read_with_a_caret_behind_it_or_cut_short_in_a_cell() -> None:
    typed = Wording(typed=TypedTexts((("Ada", "Wolfgang Amadeus Mozart"),)))
    was = window(line("Adal", 300, 200))
    for text, passes in (
        ("Wolfgang Amadeus Mozart|", True),
        ("Wolfgang Am...", True),
        ("Wolfgang Bo...", False),
    ):
        assert (said(was, window(line(text, 300, 200)), typed).reason is None) is passes


def test_a_typed_text_that_stands_once_more_is_looked_at_again() -> None:
    """A spreadsheet shows it in its cell and above its table; an accent was misread in one of them."""
    typed = Wording(typed=TypedTexts((("Ada", "Zo\u00eb"), ("1", "2"))))
    was = window(line("Ada", 300, 200))
    for found, passes in (("Zo\u00eb", True), ("Zo\u0113", False)):
        bar = replace(line("Zo\u0113", 300, 100), evidence=Told([found]))
        assert (said(was, window(bar, line("Zo\u00eb", 300, 200)), typed).reason is None) is passes


def test_of_equal_texts_the_one_in_its_place_is_the_recorded_one() -> None:
    values = Wording(Substitutions(values=(("Grace", "Karl"),)))
    then = window(line("Dear Grace, thank you", 300, 200), line("Grace", 300, 400))
    pieces = [line("Dear", 300, 200), line("Karl", 345, 200), line(", thank you", 385, 200)]
    assert said(then, window(*pieces, line("Karl", 300, 400)), values).reason is None


def test_a_list_may_go_on_to_show_the_recorded_entry() -> None:
    names = ("Denmark", "Germany", "Norway")
    listed = window(*(line(name, 300, 200 + 24 * row) for row, name in enumerate(names)))
    values = Wording(Substitutions(pairs=(("Germany", "Denmark"),)))
    assert said(listed, listed, values).reason is None
    field = window(line("Germany", 300, 200), line("Denmark", 600, 400))
    assert said(field, field, values).reason is not None


def test_what_was_typed_is_read_with_a_caret_behind_it_in_its_field() -> None:
    field = widget("field", 290, 190, 300)
    was, now = (window(field, line(text, 300, 196)) for text in ("Ada Lovelace", "Ada Lovelacel"))
    typed = Wording(typed=TypedTexts((("Ada Lovelace", "Ada Lovelace"),)))
    assert said(was, now, typed).reason is None
    assert said(was, now).reason is not None


def test_what_fills_its_field_is_read_up_to_where_it_is_cut_and_the_field_is_like_a_button() -> None:
    field, full = widget("field", 290, 190, 300), widget("button", 290, 190, 300)
    typed = Wording(typed=TypedTexts((("Ada Lovelace", "Wolfgang Amadeus Mozart of Salzburg"),)))
    was = window(field, line("Ada Lovelace", 300, 196))
    cut = window(full, line("Wolfgang Amadeus Mozart of Salzbi", 300, 196))
    assert said(was, cut, typed).reason is None
    assert said(window(full, line("Ada Lovelace", 300, 196)), cut, typed).reason is not None


def test_another_typed_text_may_take_up_other_lines() -> None:
    was = window(line("Buy plums", 300, 200))
    now = window(line("Buy plums, pears", 300, 200), line("and apples", 300, 224))
    typed = Wording(typed=TypedTexts((("Buy plums", "Buy plums, pears and apples"),)))
    assert said(was, now, typed).reason is None


def test_the_folders_of_a_run_may_have_other_names() -> None:
    then, now = window(line("first", 300, 200)), window(line("second", 300, 200), line("runs", 400, 200))
    moved = Wording(Substitutions(values=(("/home/first/work", "/runs/second/work"),)))
    assert said(then, now, moved).reason is None
    assert said(then, now).reason is not None


def test_the_border_of_a_field_is_no_bracket() -> None:
    port = Substitutions(pairs=(("Bergen", "Bergen East"),))
    field = widget("dropdown", 100, 96, 150)
    then, now = window(field, line("[Bergen", 106, 100)), window(field, line("[Bergen East]", 106, 100))
    assert said(then, now, Wording(port)).reason is None
    assert said(then, window(field, line("[Bergen", 106, 100)), Wording(port)).reason is not None
    bare, marked = window(line("Bergen", 106, 100)), window(line("[Bergen]", 106, 100))
    assert said(bare, marked).reason is not None


@pytest.mark.parametrize(
    ("texts", "is_stop"),
    [
        pytest.param(("File", "Edit", "Search", "View", "Document"), False, id="as it was"),
        pytest.param(("File", "Edit", "Search View", "Document"), False, id="two read as one line"),
        pytest.param(("File", "Edit", "View", "Search Document"), True, id="two changed places"),
        pytest.param(("Edit", "File", "Search View Document"), True, id="two others did"),
    ],
)
def test_words_that_are_broken_into_other_lines_keep_their_order(
    texts: tuple[str, ...], *, is_stop: bool
) -> None:
    then, now = (
        window(
            *(
                line(text, 300 + sum(8 * len(one) + 24 for one in bar[:at]), 100)
                for at, text in enumerate(bar)
            )
        )
        for bar in (("File", "Edit", "Search", "View", "Document"), texts)
    )
    assert (said(then, now).reason is not None) is is_stop
