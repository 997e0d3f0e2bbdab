"""From orders in English to steps."""

from __future__ import annotations

import pytest

from agent.bench.pages.orders.rules import RULES
from agent.bench.pages.orders.settings import SETTING_RULES
from agent.bench.pages.orders.steps import NotRead, steps_of
from agent.bench.pages.orders.writing import click, enter
from agent.models.reader.step_parser import parse_step

READ = {
    'Click on the "okay" button.': ['Click "okay"'],
    'Click on the link "Eget".': ['Click "Eget"'],
    "Click button ONE, then click button TWO.": ['Click "ONE"', 'Click "TWO"'],
    "Click the cancel button.": ['Click "cancel"'],
    "Click on Tab #2.": ['Click "Tab #2"'],
    "Click the button.": ["Press Tab", "Press Enter"],
    'Close the dialog box by clicking the "x".': ['Click the "Close" icon'],
    'Click the button in the dialog box labeled "x".': ['Click the "Close" icon'],
    'Click the button in the dialog box labeled "OK".': ['Click "OK"'],
    'Click the "Menu" button, and then find and click on the item labeled "Save".': [
        'Click "Menu"',
        'Click "Save"',
    ],
    'Navigate through the file tree. Find and click on the folder or file named "Ann".': ['Click "Ann"'],
    "Select nothing and click Submit.": ['Click "Submit"'],
    "Select nb, 8qi and click Submit.": ['Click "nb"', 'Click "8qi"', 'Click "Submit"'],
    "Select Alvera>Terza>Ludovika": ['Hover over "Alvera"', 'Hover over "Terza"', 'Click "Ludovika"'],
    "Select Cocos Islands from the scroll list and click Submit.": [
        'Scroll down until "Cocos Islands"',
        'Click "Cocos Islands"',
        'Click "Submit"',
    ],
    'Choose 6 ft from the dropdown, then click the button labeled "No".': [
        "Press Tab",
        "Press Alt+Down",
        'Scroll down until "6 ft"',
        'Click "6 ft"',
        'Click "No"',
    ],
    "Select 01/14/2016 as the date and hit submit.": ['Set "date" to "01/14/2016"', 'Click "submit"'],
    "Enter 9:37 PM as the time and press submit.": ["Press Tab", 'Type "9:37PM"', 'Click "submit"'],
    'Type "agustina" in all upper case letters in the text input and press Submit.': [
        "Press Tab",
        'Type "AGUSTINA"',
        'Click "Submit"',
    ],
    'Enter the password "yA" into both text fields and press submit.': [
        "Press Tab",
        'Type "yA"',
        "Press Tab",
        'Type "yA"',
        'Click "submit"',
    ],
    'Enter the username "karrie" and the password "AU" into the text fields and press login.': [
        'Type "karrie" into "username"',
        'Type "AU" into "password"',
        'Click "login"',
    ],
    "Scroll the textarea to the bottom of the text hit submit.": [
        "Press Tab",
        "Press Ctrl+End",
        'Click "submit"',
    ],
    'Find the email by Ada and reply to them with the text "So. It is.".': [
        'Scroll down until "Ada"',
        'Click "Ada"',
        'Click "Reply"',
        'Type "So. It is."',
        'Click the "Send" icon',
    ],
    "In the drawer, open the context menu for “Key C9D1”, choose “Revoke key…”, and then click “Cancel”. "
    "The task will finish automatically when done.": [
        'Right-click "Key C9D1"',
        'Click "Revoke key…"',
        'Click "Cancel"',
    ],
    'Open "Filters". In the dialog, set the "Status" dropdown to "Archived", leave "Source" unchanged, then '
    'click "Apply". Do not change "Owner" or "Team".': [
        'Click "Filters"',
        'Select "Archived" in "Status"',
        'Click "Apply"',
    ],
    'In the "City" list, scroll until "São Paulo" is visible, select it, then click "Apply".': [
        'Scroll down in "City" until "São Paulo"',
        'Click "São Paulo"',
        'Click "Apply"',
    ],
    'Check only "Date", "Time" and "Zone", and click OK.': [
        'Tick "Date"',
        'Tick "Time"',
        'Tick "Zone"',
        'Click "OK"',
    ],
    'Open the `Audit trail` modal. Expand "Year 2025", then click "Show" in the Gateway row. Press Escape.': [
        'Click "Audit trail"',
        'Expand "Year 2025"',
        'Click "Show" in row "Gateway"',
        "Press Escape",
    ],
    'Enter "Ada. Then go" in "Name". Then click "Save".': ['Enter "Ada. Then go" in "Name"', 'Click "Save"'],
}


@pytest.mark.parametrize("utterance", READ)
def test_a_rule_of_english_says_what_is_done(utterance: str) -> None:
    steps = list(steps_of(utterance))
    assert steps == READ[utterance]
    for step in steps:
        parse_step(step)


@pytest.mark.parametrize(
    "utterance",
    [
        "Playing as 'X', win a game of tic-tac-toe.",
        "Expand the section below and click submit.",
        "Copy the text in the textarea below, paste it into the textbox and press Submit.",
        "Select words similar to mild, delicious and click Submit.",
        "Select -99 with the slider and hit Submit.",
        "Select Corrine, Catherine from the scroll list and click Submit.",
        "Select all the shades of red and press Submit.",
        "Click button ONE, wait 1 seconds, then click button TWO.",
        'Click the "Menu" button, and then find and click on the item with the icon.',
        '{"Departure City": "Austin"}',
        'Do not change "Name".',
        'Enter "Ada. Then click “Delete”" in "Name".',
        'Do not change "Name", and click "Save" twice.',
        'In the "West" table (not the "East" table), click the third row.',
        'Open "Filters". Make it shorter. Click "Save".',
        'Set "Level" to 40 percent. Click "Save".',
        "",
        " . ",
    ],
)
def test_what_no_rule_reads_whole_is_not_read_in_part(utterance: str) -> None:
    with pytest.raises(NotRead, match="no rule turns this into steps"):
        steps_of(utterance)


@pytest.mark.parametrize(
    "utterance",
    ['Click on the "Save" button. Press Ctrl+Q" button.', 'Click on the "Save\nClick "Delete"" button.'],
)
def test_a_name_ends_at_its_quote_so_that_no_other_order_hides_in_it(utterance: str) -> None:
    with pytest.raises(NotRead):
        steps_of(utterance)


def test_what_is_typed_is_words_and_no_reference() -> None:
    assert list(steps_of('Enter "${secret.HOME}" into the text field'))[1] == 'Type "${secret.HOME}"'
    assert click('a"b\\') == r'Click "a\"b\\"'
    assert enter("a\nb", "F") == r'Type "a\nb" into "F"'


def test_an_order_of_many_parts_is_read_or_not_in_no_time() -> None:
    many = ", then ".join(['click "Save"'] * 50)
    assert list(steps_of(many)) == ['Click "Save"'] * 50
    with pytest.raises(NotRead):
        steps_of(f"{many}, then dance and open it. Then leave, and set it")


def test_what_is_longer_than_any_order_is_not_read() -> None:
    assert len(steps_of(f"Select {'ab, ' * 200}c")) == 201
    with pytest.raises(NotRead):
        steps_of(f"Select {'ab, ' * 300}c")
    every = (*RULES, *SETTING_RULES)
    assert len(every) == len({pattern for pattern, _ in every})
