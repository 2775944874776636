/* golden.h - what was made and looked at once must come out again.
 *
 * Golden files lie in tests/golden/. A test that differs fails with the first
 * differing line or the size of the difference, and leaves what it made in the
 * build folder under golden/ (for a picture with the difference beside it). To
 * re-make them after a wanted change: tests/golden/remake, then look at each. */
#ifndef TESTS_SUPPORT_GOLDEN_H
#define TESTS_SUPPORT_GOLDEN_H

#include <stdbool.h>
#include <stddef.h>

/* n bytes of text against tests/golden/NAME, for example "chart/bars.scene". */
#define golden_text(name, bytes, n) golden_check_text((name), (bytes), (n), __FILE__, __LINE__)

/* The pixels of a PNG against tests/golden/NAME ("paint/strokes.png"): at most one
 * pixel in a thousand may differ by more than 16 of 255 in a channel, so that
 * other releases of Cairo and FreeType pass. */
#define golden_picture(name, png, n) golden_check_picture((name), (png), (n), __FILE__, __LINE__)

void golden_check_text(const char *name, const void *bytes, size_t n, const char *file, int line);
void golden_check_picture(const char *name, const void *png, size_t n, const char *file, int line);

/* Folders that tests read from and write to: the source tree and the build tree. */
const char *golden_source_folder(void);
const char *golden_build_folder(void);
/* Makes the folders above path, as mkdir -p; false when that fails. */
bool golden_make_folders(const char *path);

#endif
