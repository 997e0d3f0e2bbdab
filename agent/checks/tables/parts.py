"""Parts of an XLSX file: an archive of XML, read within bounds and without what XML can do besides."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from agent.checks.reading import Unreadable, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 32_000_000
"""Bytes that all parts which are read may unpack to; a small file may be a bomb."""
_CHUNK = 65_536
_DEEPEST = 64
_OLE = b"\xd0\xcf\x11\xe0"
"""How an XLS file begins, and an XLSX file with a password."""


class Parts:
    """The parts of an XLSX file.

    Args:
        path: the file.

    Raises:
        Unreadable: it can't be read, or is no such archive.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._left = path, _MOST
        content = read_bytes(path)
        if content.startswith(_OLE):
            raise Unreadable(f"{path} is an old .xls file, or has a password; save it as .xlsx without")
        try:
            self._archive = ZipFile(io.BytesIO(content))
            self._names = set(self._archive.namelist())
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.broken(error) from None

    def elements(self, name: str, wanted: frozenset[str]) -> Iterator[Element]:
        """The elements of these local names in a part, each whole, in order; what holds them is not kept.

        Raises:
            Unreadable: there is no such part, it is broken, or too large.
        """
        if name not in self._names:
            raise Unreadable(f"{self._path} is no XLSX file: it lacks {name}")
        growing = _Growing(wanted)
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise Unreadable(f"{self._path} unpacks to more than {_MOST} bytes")
                    yield from growing.fed(chunk)
            yield from growing.fed(b"", last=True)
        except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise self.broken(error) from None
        except expat.ExpatError as error:
            raise self.broken(f"{name}: {error}") from None

    def broken(self, why: object) -> Unreadable:
        """The error of a file that is not what it should be."""
        return Unreadable(f"{self._path} is no XLSX file: {why}")


class _Growing:
    """XML as it comes in: elements that are wanted, without namespaces. A document type is refused."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted, self._open, self._done = wanted, list[Element](), list[Element]()
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._document_type

    def fed(self, chunk: bytes, *, last: bool = False) -> list[Element]:
        """The elements that this chunk completes."""
        self._parser.Parse(chunk, last)
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) == _DEEPEST:
            raise expat.ExpatError("nested too deep")
        local = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self._open.append(Element(name.rpartition("}")[2], local))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text = (self._open[-1].text or "") + text

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if element.tag in self._wanted:
            self._done.append(element)
        elif any(outer.tag in self._wanted for outer in self._open):
            self._open[-1].append(element)

    def _document_type(self, *_: object) -> None:
        raise expat.ExpatError("a document type has no place here")
