"""The picture between the looks."""

from __future__ import annotations

import io

from PIL import Image

from agent.view.live import LivePicture
from tools.geometry import Size
from tools.host.virtual_display import virtual_display


def test_it_is_the_screen_as_it_is_and_only_while_it_may_be_looked_at() -> None:
    live = LivePicture()
    assert live.png() is None
    with virtual_display(Size(320, 240)) as display:
        live.show(display)
        picture = live.png()
        assert picture is not None
        with Image.open(io.BytesIO(picture)) as image:
            assert image.size == (320, 240)
        assert live.png() == picture
        live.hide()
        assert live.png() is None
        live.show(display)
    live.show(":65000")
    assert live.png() is None  # that display is no more
    assert live.is_open
