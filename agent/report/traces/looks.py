"""Pictures of a trace: what Playwright's viewer shows of the screen at each phase of a step. Pure.

A picture is one file with three names: a frame of the film strip, a `screenshot`, and what a `frame-snapshot`
shows, a page with nothing else on it. The viewer shows the last one large, and `playwright trace screenshot`
finds a picture by it; both take the picture for something that the page has loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Size

    Event = dict[str, Any]
    Phase = Literal["before", "action", "after"]

PAGE, _FRAME = "page@desktop", "frame@desktop"
_STYLE = "html,body{margin:0;background:#000}img{display:block}"


def picture_file(digest: str) -> str:
    """The name of a frame's picture in the archive."""
    return f"screenshots/{digest}.png"


def viewport(size: Size) -> dict[str, int]:
    """The size of the screen, as the viewer has it."""
    return {"width": size.width, "height": size.height}


def loaded(digest: str) -> Event:
    """A frame's picture as something that was loaded."""
    return {
        "type": "resource-snapshot",
        "snapshot": {
            "pageref": PAGE,
            "_frameref": _FRAME,
            "_monotonicTime": 1,
            "startedDateTime": "1970-01-01T00:00:00Z",
            "time": 0,
            "request": {
                "method": "GET",
                "url": _url(digest),
                "headers": [],
                "cookies": [],
                "queryString": [],
            },
            "response": {
                "status": 200,
                "statusText": "OK",
                "headers": [{"name": "Content-Type", "value": "image/png"}],
                "cookies": [],
                "content": {"size": -1, "mimeType": "image/png", "_file": picture_file(digest)},
            },
            "cache": {},
            "timings": {"send": -1, "wait": -1, "receive": -1},
        },
    }


class Looks:
    """The events that show frames of a screen of that size."""

    def __init__(self, size: Size) -> None:
        self._size = size

    def at(self, call: str, phase: Phase, digest: str, time: float) -> Iterator[Event]:
        """The screen at a phase of a step, in milliseconds."""
        file = picture_file(digest)
        yield {"type": "screencast-frame", "pageId": PAGE, "file": file, "timestamp": time} | viewport(
            self._size
        )
        known = {"callId": call, "phase": phase, "pageId": PAGE, "timestamp": time}
        yield {"type": "screenshot", "file": file} | known
        yield {"type": "frame-snapshot", "snapshot": known | self._page(digest)}

    def _page(self, digest: str) -> dict[str, Any]:
        """A page that shows the frame, in the form of a snapshot: name, attributes, children."""
        picture = ["IMG", {"src": _url(digest), "alt": "the screen"}]
        return {
            "frameId": _FRAME,
            "frameUrl": "desktop",
            "html": ["HTML", {}, ["HEAD", {}, ["STYLE", {}, _STYLE]], ["BODY", {}, picture]],
            "viewport": viewport(self._size),
            "collectionTime": 0,
            "resourceOverrides": [],
            "isMainFrame": True,
        }


def _url(digest: str) -> str:
    return f"http://desktop/{digest}.png"
