# sh picture.sh FILE: draws a picture of 60 by 40 pixels, a red half beside a blue one, as a PPM made a PNG.
exec python3 - "$1" <<'PY'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
row = b"\0" + b"\xc0\x20\x20" * 30 + b"\x20\x20\xc0" * 30
with open(sys.argv[1], "wb") as file:
    head = struct.pack(">IIBBBBB", 60, 40, 8, 2, 0, 0, 0)
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * 40)) + chunk(b"IEND", b""))
PY
