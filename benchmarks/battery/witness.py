"""Witness: when and where the screen of a display changed, as the X server reports it.

`python -m benchmarks.battery.witness DISPLAY` prints `change TIME LEFT TOP WIDTH HEIGHT`, CLOCK_MONOTONIC and
root pixels. Protocol: DAMAGE extension 1.1, raw rectangles of the root window and all that is in it.
"""

from __future__ import annotations

import select
import sys
import time

import xcffib
import xcffib.damage
import xcffib.xfixes
import xcffib.xproto

connection = xcffib.connect(display=sys.argv[1])
connection(xcffib.xfixes.key).QueryVersion(5, 0).reply()
damage = connection(xcffib.damage.key)
damage.QueryVersion(1, 1).reply()
root = connection.get_setup().roots[0].root
damage.Create(connection.generate_id(), root, xcffib.damage.ReportLevel.RawRectangles)
connection.flush()
print("ready", flush=True)
while True:
    select.select([connection.get_file_descriptor()], [], [])
    now, said = time.monotonic(), []
    while (event := connection.poll_for_event()) is not None:
        if isinstance(event, xcffib.damage.NotifyEvent):
            area = event.area
            said.append(f"change {now} {area.x} {area.y} {area.width} {area.height}\n")
    sys.stdout.write("".join(said))
    sys.stdout.flush()
