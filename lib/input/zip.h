/* zip.h - the files inside a ZIP archive, unpacked piece by piece through libzip.
 *
 * An archive bomb ends in one message and in bounded memory: a file inside may unpack to
 * UNPACK_RATIO_LIMIT times the size that the whole archive has, beyond UNPACK_ALWAYS_ALLOWED
 * bytes, and an archive has at most ARCHIVE_FILES_LIMIT files. */
#ifndef SHEAF_INPUT_ZIP_H
#define SHEAF_INPUT_ZIP_H

#include "input/input.h"

enum { ARCHIVE_FILES_LIMIT = 65535 };

/* True when bytes begin as those of a ZIP archive do. */
bool archive_recognises(const char *bytes, size_t n);

struct archive;
struct archive_file;

/* The archive that an input holds; it reads from the input's path, or from all of its bytes, and
 * the input must outlive it. NULL: failed into the reading's error. */
struct archive *archive_open(struct input *input);
void archive_close(struct archive *archive); /* NULL: no-op */

/* The number of files, and a name in the order of the archive (index < count). */
size_t archive_count(const struct archive *archive);
const char *archive_name(const struct archive *archive, size_t index);
bool archive_has(const struct archive *archive, const char *name);

/* The bytes of the file of that name. NULL: failed, also when there is none. */
struct archive_file *archive_file_open(struct archive *archive, const char *name);
/* Writes up to n bytes to into and returns how many; 0 at the end and on failure. */
size_t archive_file_read(struct archive_file *file, char *into, size_t n);
void archive_file_close(struct archive_file *file); /* NULL: no-op */

#endif
