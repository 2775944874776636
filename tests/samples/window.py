"""window.py - the window of samples/window as its users have it: by a screen reader (AT-SPI), keys, the
pointer, another size, dark. Within tests/samples/in_a_display:
    window.py PROGRAM DATA
DATA are Kazakhstan's exports and imports from January 2019 to May 2026."""
import subprocess
import sys

from screen import Atspi, count, key, move, pixel, pixels, resize, save, wait

HOME, LEFT, RIGHT, END = 0xFF50, 0xFF51, 0xFF53, 0xFF57
WHITE, EXPORTS, IMPORTS = 0xFFFFFF, 0x1F5FA8, 0xD4701C


def below(accessible):
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from below(child)


def find(role, name=""):
    """The first accessible object of a role whose name begins so; None: there is none."""
    for each in below(Atspi.get_desktop(0)):
        if each.get_role() == role and each.get_name().replace("\xa0", " ").startswith(name):
            return each
    return None


def says(image, text):
    wait(lambda: image.get_description().replace("\xa0", " ") == text, text)


def main():
    program = subprocess.Popen(sys.argv[1:])
    image = wait(lambda: find(Atspi.Role.IMAGE, "Line chart"), "the chart as an image")
    assert "Exports overtook imports in May 2026" in image.get_name(), image.get_name()
    assert image.get_description() == "", "no figure has been reached"
    drawn = wait(lambda: pixel(pixels(), 790, 490) == WHITE and pixels(), "800 x 500 pixels of paper")
    assert pixel(drawn, 805, 490) == 0, "beside the window"
    counted = count(drawn, EXPORTS), count(drawn, IMPORTS)
    assert min(counted) > 500, f"{counted} pixels of the lines"

    # Keys, and what a screen reader hears.
    move(400, 300)
    key(HOME)
    says(image, "exports, Jan 2019, $5.35 bn")
    key(RIGHT)
    says(image, "exports, Feb 2019, $4.56 bn")
    key(LEFT)
    key(LEFT)
    says(image, "imports, May 2026, $5.14 bn")
    key(HOME)
    key(END)
    says(image, "imports, May 2026, $5.14 bn")
    framed = wait(lambda: pixels() != drawn and pixels(), "a frame at the figure")

    # A tooltip, where the pointer is near the last dot of exports.
    move(676, 146)
    move(677, 147)
    wait(lambda: find(Atspi.Role.LABEL, "exports, May 2026, $6.15 bn"), "the tooltip")
    save(wait(lambda: pixels() != framed and pixels(), "the tooltip's pixels"), "tooltip.png")
    move(50, 480)

    # Another size, and dark; the figure that was reached stays.
    resize(600, 400)
    small = wait(lambda: pixel(pixels(), 590, 390) == WHITE and pixel(pixels(), 700, 390) == 0
                 and count(pixels(), EXPORTS) > 300 and pixels(), "600 x 400 pixels of paper")
    save(small, "small.png")
    key(ord("d"))
    dark = wait(lambda: sum(pixel(pixels(), 590, 390).to_bytes(3, "big")) < 120
                and pixel(pixels(), 590, 390) != 0 and pixels(), "dark paper")
    save(dark, "dark.png")
    says(image, "imports, May 2026, $5.14 bn")
    key(ord("d"))
    wait(lambda: pixel(pixels(), 590, 390) == WHITE, "light paper again")
    assert program.poll() is None, "it ended by itself"
    program.terminate()
    program.wait()


main()
