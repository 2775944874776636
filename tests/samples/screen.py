"""screen.py - the display that a test's program is in: its pixels, keys, pointer and windows."""
import ctypes
import os
import struct
import time
import zlib

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

WIDTH, HEIGHT = 1000, 700


def pixels():
    """All pixels, as bytes B G R x, row by row (XWDFileHeader of X11/XWDFile.h)."""
    with open(os.path.join(os.environ["SHEAF_SCREEN"], "Xvfb_screen0"), "rb") as file:
        data = file.read()
    header = struct.unpack(">25I", data[:100])
    begin = header[0] + 12 * header[19]
    return data[begin : begin + WIDTH * HEIGHT * 4]


def pixel(shot, x, y):
    """0xRRGGBB."""
    at = 4 * (y * WIDTH + x)
    return shot[at + 2] << 16 | shot[at + 1] << 8 | shot[at]


def count(shot, rgb):
    """Pixels of exactly this colour."""
    wanted = bytes((rgb & 255, rgb >> 8 & 255, rgb >> 16))
    return sum(shot[at : at + 3] == wanted for at in range(0, len(shot), 4))


def rgb_of(row):
    out = bytearray(3 * WIDTH)
    out[0::3], out[1::3], out[2::3] = (row[i::4] for i in (2, 1, 0))
    return bytes(out)


def save(shot, name):
    """Writes a PNG beside the screen, to be looked at."""
    rows = b"".join(b"\0" + rgb_of(shot[4 * WIDTH * y : 4 * WIDTH * (y + 1)]) for y in range(HEIGHT))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    with open(os.path.join(os.environ["SHEAF_SCREEN"], name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in parts:
            file.write(struct.pack(">I", len(data)) + kind + data)
            file.write(struct.pack(">I", zlib.crc32(kind + data)))


def key(value):
    """Presses and releases a key, by its keysym (X11/keysymdef.h)."""
    Atspi.generate_keyboard_event(value, None, Atspi.KeySynthType.SYM)


def move(x, y):
    Atspi.generate_mouse_event(x, y, "abs")


def resize(width, height):
    """Gives the largest window on the screen another size."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    display = x11.XOpenDisplay(None)
    root, parent, n = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
    children = ctypes.POINTER(ctypes.c_ulong)()
    x11.XQueryTree(
        ctypes.c_void_p(display), ctypes.c_ulong(x11.XDefaultRootWindow(display)),
        ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(n))
    largest, area = None, 0
    for window in children[: n.value]:
        x, y = ctypes.c_int(), ctypes.c_int()
        w, h, border, depth = (ctypes.c_uint() for _ in range(4))
        x11.XGetGeometry(
            ctypes.c_void_p(display), ctypes.c_ulong(window), ctypes.byref(root), ctypes.byref(x),
            ctypes.byref(y), ctypes.byref(w), ctypes.byref(h), ctypes.byref(border), ctypes.byref(depth))
        if w.value * h.value > area:
            largest, area = window, w.value * h.value
    x11.XResizeWindow(ctypes.c_void_p(display), ctypes.c_ulong(largest), width, height)
    x11.XSync(ctypes.c_void_p(display), 0)
    x11.XCloseDisplay(ctypes.c_void_p(display))


def wait(what, say, seconds=90):
    """Returns what() once it is true; ends the test, saying what did not come, otherwise."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    save(pixels(), "failed.png")
    raise SystemExit(f"did not come: {say}")
