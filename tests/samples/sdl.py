"""sdl.py - the window of samples/sdl, by pixels, keys and pointer. Within tests/samples/in_a_display:
    sdl.py PROGRAM DATA
DATA are Kazakhstan's exports and imports from January 2019 to May 2026."""
import subprocess
import sys

from screen import Atspi, count, key, move, pixel, pixels, resize, save, wait

LEFT, RIGHT, ESCAPE = 0xFF51, 0xFF53, 0xFF1B
WHITE, EXPORTS, IMPORTS = 0xFFFFFF, 0x1F5FA8, 0xD4701C


def main():
    Atspi.get_desktop(0)  # starts what sends keys
    move(120, 590)  # on no figure
    program = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
    # In the middle of the screen: from 100, 100.
    drawn = wait(lambda: pixel(pixels(), 890, 590) == WHITE and count(pixels(), EXPORTS) > 500
                 and pixels(), "800 x 500 pixels of a chart")
    assert count(drawn, IMPORTS) > 500 and pixel(drawn, 905, 590) == 0
    save(drawn, "light.png")

    for each in (RIGHT, LEFT, LEFT):
        key(each)
    move(776, 246)  # near the last dot of exports
    move(777, 247)
    wait(lambda: count(pixels(), 0x808080) > 30, "a frame at the figure")
    resize(600, 400)
    wait(lambda: pixel(pixels(), 690, 490) == WHITE and pixel(pixels(), 710, 490) == 0
         and count(pixels(), EXPORTS) > 300, "600 x 400 pixels of a chart")
    move(120, 490)
    key(ord("d"))
    dark = wait(lambda: 0 < sum(pixel(pixels(), 690, 490).to_bytes(3, "big")) < 120 and pixels(),
                "dark paper")
    save(dark, "dark.png")
    key(ESCAPE)
    told = program.communicate(timeout=90)[0].replace("\xa0", " ").splitlines()
    assert program.returncode == 0, program.returncode
    assert told[:3] == [
        "exports, Feb 2019, $4.56 bn",
        "exports, Jan 2019, $5.35 bn",
        "imports, May 2026, $5.14 bn",
    ], told
    assert set(told[3:]) == {"exports, May 2026, $6.15 bn"}, told


main()
