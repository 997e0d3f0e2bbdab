"""Signs of a text, each with where it was written: escapes undone, and what is not seen left out.

Pure. All takes time in proportion to the text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Read = Callable[[re.Match[str]], list[tuple[str, int]]]
    """What stands for a match: texts, and how many signs of the match each was written with."""

_UNSEEN = re.compile(
    r"""\x1b (?: \[ [0-?]{0,30} [ -/]{0,3} [@-~]           # colours and the like (CSI)
               | \] [^\x07\x1b\n]{0,500} (?: \x07 | \x1b\\ )  # links, titles (OSC)
               | [()*+] . | [=>78cDEHMNOZ] )?              # character sets, as `tput sgr0` writes them
      | [^\n] \x08                        # struck out by the next one, as `man` prints bold letters
      | (?: \| [ \t]*+ )? \n (?: [ \t]*+ [>|] [ ])*+  # quoted by a mail, or in a table
      | [\x00-\x09\x0b-\x1a\x1c-\x20\x7f'"\\+]++  # quotes are doubled or escaped, a plus is a space in URLs
      | (?P<other>[^\x00-\x7f])""",
    re.VERBOSE,
)
_ESCAPE = re.compile(
    r"""\\{1,8} (?: (?-i:U) (?=[0-9a-f]{8}) | [ux]\{ | (?=00[0-9a-f]{4}(?![0-9a-f])) )
        (?P<code> [0-9a-f]{1,8} ) [ }]?
      | (?P<bytes> (?: %[0-9a-f]{2} )++ | (?: \\{1,8}x[0-9a-f]{2} )++ | (?: \\{1,8}0?[0-3][0-7]{2} )++ )
      | (?P<utf16> (?: (?:%|\\{1,8}) (?-i:u) [0-9a-f]{4} )++ )
      | \\{1,8} (?P<space> [nrtf] )
      | (?P<entity> & (?: \#[0-9]{1,7} | \#x[0-9a-f]{1,6} | [a-z][a-z0-9]{1,30} ) ;? )""",
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPES = "\\%&"
"""What escapes begin with."""
_OF_MAIL = re.compile(r"(?P<bytes>(?:=[0-9a-f]{2})++)|=\r?\n", re.IGNORECASE)
_UNIT = re.compile(r"(?:[%=]|\\+x)(?P<hex>[0-9a-f]{2})|\\+(?P<octal>[0-7]+)", re.IGNORECASE)
_WIDE_UNIT = re.compile(r"(?:%|\\+)u([0-9a-f]{4})", re.IGNORECASE)
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_HIGHEST, _NARROW = 0x10FFFF, 0xFFFF
"""Code points; one of UTF-16's units holds those up to the second."""
_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"})


class Signs:
    """A text that was made of another one.

    Args:
        text: The text.
        made: How, as `rewritten` is called: of which signs, by which pattern. None: it is the other one.
    """

    def __init__(self, text: str, made: tuple[Signs, re.Pattern[str], Read] | None = None) -> None:
        self.text, self._made = text, made

    def place(self, begin: int, end: int) -> tuple[int, int]:
        """Where signs were written in the other text."""
        starts, ends = self._spans
        return starts[begin], ends[end - 1]

    def places_of(self, needle: str) -> Iterator[tuple[int, int]]:
        """Where a text stands, in the other text."""
        at = self.text.find(needle)
        while at >= 0:
            yield self.place(at, at + len(needle))
            at = self.text.find(needle, at + len(needle))

    def rewritten(self, pattern: re.Pattern[str], read: Read) -> Signs:
        """With all that a pattern matches replaced."""
        text = pattern.sub(lambda match: "".join(sign for sign, _ in read(match)), self.text)
        return self if text == self.text else Signs(text, (self, pattern, read))

    @cached_property
    def _spans(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each sign begins and ends in the other text. Rarely needed, and the most of the work."""
        if self._made is None:
            return range(len(self.text)), range(1, len(self.text) + 1)
        source, pattern, read = self._made
        (from_starts, from_ends), starts, ends, at = source._spans, array("I"), array("I"), 0  # noqa: SLF001
        for match in pattern.finditer(source.text):
            place = match.start()
            starts.extend(from_starts[at:place])
            ends.extend(from_ends[at:place])
            for sign, width in read(match):
                starts.extend([from_starts[place]] * len(sign))
                ends.extend([from_ends[place + width - 1]] * len(sign))
                place += width
            at = match.end()
        starts.extend(from_starts[at:])
        ends.extend(from_ends[at:])
        return starts, ends

    def folded(self) -> Signs:
        """As seen: without space, quotes, backslashes and accents, in small letters."""
        seen = self.rewritten(_UNSEEN, _seen)
        return Signs(seen.text.translate(_LOWER), seen._made)  # noqa: SLF001  (the same signs in the same places)

    def unescaped(self) -> Signs:
        """With the outermost escapes of URLs, JSON, HTML, shells and programs' sources undone."""
        return self.rewritten(_ESCAPE, _unescaped) if any(map(self.text.__contains__, _ESCAPES)) else self

    def unescaped_mail(self) -> Signs:
        """With the escapes of mails undone (quoted-printable)."""
        return self.rewritten(_OF_MAIL, _unescaped)


def _seen(match: re.Match[str]) -> list[tuple[str, int]]:
    return [(_folded(match[0]), 1)] if match["other"] else []


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    """A sign beyond ASCII as its plain letters, if it has any."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    return "".join(part for part in plain if unicodedata.category(part) not in _UNSEEN_KINDS)


def _unescaped(match: re.Match[str]) -> list[tuple[str, int]]:
    kind = match.lastgroup
    if kind == "bytes":
        return _of_bytes(match[0])
    if kind == "utf16":
        return _of_wide_units(match[0])
    if kind == "code":
        code = int(match["code"], 16)
        return [(chr(code), len(match[0]))] if code <= _HIGHEST else [(sign, 1) for sign in match[0]]
    if kind == "entity":
        meant = html.unescape(match[0])
        return [(meant, len(match[0]))] if meant != match[0] else [(sign, 1) for sign in match[0]]
    return []


def _of_bytes(written: str) -> list[tuple[str, int]]:
    """Bytes are UTF-8, or else Latin-1."""
    units = list(_UNIT.finditer(written))
    data = bytes(int(unit["hex"], 16) if unit["hex"] else int(unit["octal"], 8) for unit in units)
    widths = [len(unit[0]) for unit in units]
    try:
        text, sizes = (text := data.decode()), [len(sign.encode()) for sign in text]
    except UnicodeDecodeError:
        text, sizes = data.decode("latin-1"), [1] * len(data)
    return _with_widths(text, sizes, widths)


def _of_wide_units(written: str) -> list[tuple[str, int]]:
    units = list(_WIDE_UNIT.finditer(written))
    text = b"".join(bytes.fromhex(unit[1]) for unit in units).decode("utf-16-be", "surrogatepass")
    return _with_widths(text, [1 + (ord(sign) > _NARROW) for sign in text], [len(unit[0]) for unit in units])


def _with_widths(text: str, sizes: list[int], widths: list[int]) -> list[tuple[str, int]]:
    """Each sign with how many signs it was written with: that of its units together."""
    found, at = [], 0
    for sign, size in zip(text, sizes, strict=True):
        found.append((sign, sum(widths[at : at + size])))
        at += size
    return found
