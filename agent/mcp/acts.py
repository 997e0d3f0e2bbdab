"""Acts that a client can ask for: their parameters, and the request that each becomes.

Each function is a tool: its signature is the tool's schema, its first paragraph the description.
"""

# The signatures are read at run time: no postponed annotations here.
import unicodedata
from typing import Annotated, Literal

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import AfterValidator, Field

from agent.mcp.seat.requests import Act, Place, Steps
from agent.mcp.seat.wording import named, typing_into


def _typeable(text: str) -> str:
    """A text that keys can type. Raises ValueError."""
    for at, char in enumerate(text):
        if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t":
            raise ValueError(f"no key types U+{ord(char):04X} (character {at + 1}); leave it out")
    return text


Desktop = Annotated[str, Field(description="Handle of the desktop, from open_desktop.")]
Frame = Annotated[
    str, Field(description="Name of the newest picture, which this is decided on. An older one is refused.")
]
Target = Annotated[
    str | None,
    Field(
        description='What stands there, instead of a point: `Save`, `the "Street" in "Delivery address"`, '
        '`the second "Edit"`, `the "Settings" icon`, `"Delete" in row "HX-4471"`. Refused where several fit.'
    ),
]
Across = Annotated[float | None, Field(description="Of the point, from the left edge of the whole picture.")]
Down = Annotated[float | None, Field(description="Of the point, from the top edge of the whole picture.")]
SpaceOf = Annotated[
    Literal["picture", "grid"],
    Field(description="What x and y count: pixels of the picture, or 0 to 1000 on both axes."),
]
PictureSize = Annotated[
    tuple[int, int] | None,
    Field(
        description="Width and height of the picture as you see it; needed with pixels. A picture that was "
        "resized on its way to you is refused: a point in it means another place."
    ),
]
Keys = Annotated[
    list[str], Field(min_length=1, max_length=4, description='A chord, such as ["ctrl", "s"] or ["enter"].')
]


async def click(
    desktop: Desktop,
    frame: Frame,
    target: Target = None,
    x: Across = None,
    y: Down = None,
    space: SpaceOf = "picture",
    picture_size: PictureSize = None,
    button: Literal["left", "middle", "right"] = "left",
    count: Annotated[Literal[1, 2, 3], Field(description="2: a double click.")] = 1,
) -> Act | Steps:
    """Click what a text names, or a point of the picture."""
    del desktop
    verb = _CLICKS.get((button, count))
    if target is not None and x is None and y is None and verb:
        return Steps(frame, (f"{verb} {named(target)}",))
    place = Place(target, x, y, space, picture_size)
    return Act("click", frame, place, None, (("button", button), ("count", count)))


async def type_text(
    desktop: Desktop,
    frame: Frame,
    text: Annotated[
        str,
        AfterValidator(_typeable),
        Field(description="Typed exactly; a line break is Enter, a tab the Tab key."),
    ],
    target: Annotated[
        str | None,
        Field(description="The field, by its label: it then holds just this text, which is checked."),
    ] = None,
) -> Act | Steps:
    """Type a text: into a field that is named, or where the keyboard's focus is."""
    del desktop
    if target is None:
        return Act("type", frame, None, None, (("text", text),))
    sentence, values = typing_into(text, target)
    return Steps(frame, (sentence,), tuple(values.items()))


async def press_key(
    desktop: Desktop,
    frame: Frame,
    keys: Keys,
    times: Annotated[int, Field(ge=1, le=100)] = 1,
) -> Act | Steps:
    """Press a key, or several at once, where the keyboard's focus is."""
    del desktop
    return Act("key", frame, None, None, (("keys", tuple(keys)), ("times", times)))


async def scroll(
    desktop: Desktop,
    frame: Frame,
    down: Annotated[int, Field(ge=-100, le=100, description="Notches of the wheel; negative: up.")] = 0,
    right: Annotated[int, Field(ge=-100, le=100, description="Notches of the wheel; negative: left.")] = 0,
    target: Target = None,
    x: Across = None,
    y: Down = None,
    space: SpaceOf = "picture",
    picture_size: PictureSize = None,
) -> Act | Steps:
    """Turn the wheel at a place."""
    del desktop
    if (down == 0) == (right == 0):
        raise ToolError("scroll: say how far: either `down` or `right`, and not 0; nothing was done")
    place = Place(target, x, y, space, picture_size)
    turned = ("horizontal", right) if right else ("vertical", -down)
    return Act("scroll", frame, place, None, (turned,))


async def drag(
    desktop: Desktop,
    frame: Frame,
    from_target: Target = None,
    from_x: Across = None,
    from_y: Down = None,
    to_target: Target = None,
    to_x: Across = None,
    to_y: Down = None,
    space: SpaceOf = "picture",
    picture_size: PictureSize = None,
) -> Act | Steps:
    """Drag with the left button from one place to another."""
    del desktop
    start = Place(from_target, from_x, from_y, space, picture_size)
    return Act("drag", frame, Place(to_target, to_x, to_y, space, picture_size), start)


async def do_steps(
    desktop: Desktop,
    frame: Frame,
    steps: Annotated[
        list[str],
        Field(
            min_length=1,
            max_length=20,
            description='Sentences, as in a task file: `Select "Germany" in "Country"`, `Tick "I accept"`, '
            '`Choose "File > Save as"`, `Expect "Saved"`. One outside the grammar is refused with all forms.',
        ),
    ],
    values: Annotated[
        dict[str, Annotated[str, AfterValidator(_typeable)]] | None,
        Field(description='Of the names in them, as `name` in `Type "${name}" into "Full name"`.'),
    ] = None,
    seconds: Annotated[float, Field(gt=0, le=600, description="That all of them may take.")] = 60,
) -> Act | Steps:
    """Do steps in plain English, one after another; each is checked on the screen before the next begins."""
    del desktop
    return Steps(frame, tuple(steps), tuple((values or {}).items()), seconds)


_CLICKS = {
    ("left", 1): "Click",
    ("left", 2): "Double-click",
    ("left", 3): "Triple-click",
    ("right", 1): "Right-click",
    ("middle", 1): "Middle-click",
}
