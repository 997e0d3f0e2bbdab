"""A file of own steps."""

STEPS = '''\
from agent.steps import step


@step("Open order {number}")
def open_order(number):
    """Looks an order up
    and opens it.

    More."""
    yield f'Type "{number}" into "Search"'
    yield "Press Enter"


@step("Open orders {first} and {second}")
def open_both(first, second):
    return [f'Open order "{first}"', f'Open order "{second}"']


@step("Pick the year of {date}")
def pick_year(date):
    return f'Select "{int(date.split("-")[0])}" in "Year"'
'''
