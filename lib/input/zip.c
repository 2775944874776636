/* zip.c - the files inside a ZIP archive, unpacked piece by piece through libzip.
 *
 * Sizes that the archive states are not believed: what really comes out is counted. */
#include "input/zip.h"

#include <string.h>

#include "input/unpack.h"
#include "input/zip_api.h"

struct archive {
    const struct reading *reading;
    struct zip_api api;
    zip_t *zip;
    uint64_t size; /* of the archive */
};

struct archive_file {
    struct archive *archive;
    const char *name;
    zip_file_t *file;
    uint64_t total; /* bytes unpacked */
};

bool archive_recognises(const char *bytes, size_t n)
{
    return n >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0);
}

/* Fails with what libzip's error code means. */
static void fail_code(const struct archive *archive, int code, const char *file)
{
    const char *reason = "the archive is damaged; get it again";

    if (code == ZIP_ER_MEMORY) {
        fail_memory(archive->reading->error);
        return;
    }
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP)
        reason = "it is encrypted; take the password off where it was made";
    else if (code == ZIP_ER_COMPNOTSUPP)
        reason = "it is compressed in a way that is not known here; save the file again";
    else if (code == ZIP_ER_NOENT)
        reason = "there is no such file in the archive; is it a workbook?";
    fail_at(archive->reading->error, SHEAF_BAD_INPUT,
            (struct place){ .file = archive->reading->name }, "%.200s cannot be read: %s", file,
            reason);
}

/* Opening ------------------------------------------------------------------------- */

static uint64_t little_endian(const char *bytes)
{
    uint64_t value = 0;

    for (int i = 8; i-- > 0;)
        value = value << 8 | (unsigned char)bytes[i];
    return value;
}

/* True when a ZIP64 directory at the end of the archive says that it has too many files: libzip
 * takes memory for each before it looks at one. Other directories count in 16 bits. */
static bool has_too_many(const char *bytes, size_t n)
{
    enum { LOCATOR = 20, RECORD = 56, TAIL = 65535 + 22 + LOCATOR }; /* comment, end record */
    size_t at = n > TAIL ? n - TAIL : 0;

    for (; at + LOCATOR <= n; at++) {
        uint64_t record;

        if (memcmp(bytes + at, "PK\6\7", 4) != 0)
            continue;
        record = little_endian(bytes + at + 8);
        if (record <= n && n - record >= RECORD &&
            little_endian(bytes + record + 32) > ARCHIVE_FILES_LIMIT)
            return true;
    }
    return false;
}

static void open_zip(struct archive *archive, const char *bytes, size_t n)
{
    zip_error_t error;
    zip_source_t *source;

    if (has_too_many(bytes, n)) {
        fail_at(archive->reading->error, SHEAF_BAD_INPUT,
                (struct place){ .file = archive->reading->name },
                "the archive has more than %d files; no workbook has so many", ARCHIVE_FILES_LIMIT);
        return;
    }
    archive->size = n;
    archive->api.error_init(&error);
    source = archive->api.source_buffer_create(bytes, n, 0, &error);
    if (source != NULL)
        archive->zip = archive->api.open_from_source(source, ZIP_RDONLY, &error);
    if (archive->zip == NULL) {
        fail_code(archive, archive->api.error_code_zip(&error), "the archive");
        archive->api.source_free(source);
    }
    archive->api.error_fini(&error);
}

struct archive *archive_open(struct input *input)
{
    const struct reading *reading = input_reading(input);
    struct archive *archive = memory_resize(reading->alloc, NULL, 0, sizeof *archive);
    const char *bytes;
    size_t n;

    if (archive == NULL) {
        fail_memory(reading->error);
        return NULL;
    }
    *archive = (struct archive){ .reading = reading };
    if (zip_api_load(&archive->api, reading->error) && input_whole(input, &bytes, &n))
        open_zip(archive, bytes, n);
    if (archive->zip != NULL)
        return archive;
    archive_close(archive);
    return NULL;
}

void archive_close(struct archive *archive)
{
    if (archive == NULL)
        return;
    if (archive->zip != NULL)
        archive->api.discard(archive->zip);
    memory_free(archive->reading->alloc, archive, sizeof *archive);
}

/* Files --------------------------------------------------------------------------- */

size_t archive_count(const struct archive *archive)
{
    return (size_t)archive->api.get_num_entries(archive->zip, 0);
}

const char *archive_name(const struct archive *archive, size_t index)
{
    const char *name = archive->api.get_name(archive->zip, index, 0);

    return name != NULL ? name : "";
}

bool archive_has(const struct archive *archive, const char *name)
{
    return archive->api.name_locate(archive->zip, name, 0) >= 0;
}

struct archive_file *archive_file_open(struct archive *archive, const char *name)
{
    struct archive_file *file = memory_resize(archive->reading->alloc, NULL, 0, sizeof *file);
    zip_int64_t index = archive->api.name_locate(archive->zip, name, 0);

    if (file == NULL) {
        fail_memory(archive->reading->error);
        return NULL;
    }
    *file = (struct archive_file){ .archive = archive, .name = name };
    if (index >= 0)
        file->file = archive->api.fopen_index(archive->zip, (zip_uint64_t)index, 0);
    if (file->file != NULL)
        return file;
    fail_code(archive,
              index < 0 ? ZIP_ER_NOENT
                        : archive->api.error_code_zip(archive->api.get_error(archive->zip)),
              name);
    archive_file_close(file);
    return NULL;
}

size_t archive_file_read(struct archive_file *file, char *into, size_t n)
{
    const struct archive *archive = file->archive;
    zip_int64_t got =
        archive->reading->error->status == SHEAF_OK ? archive->api.fread(file->file, into, n) : 0;

    if (got < 0)
        fail_code(archive, archive->api.error_code_zip(archive->api.file_get_error(file->file)),
                  file->name);
    if (got <= 0)
        return 0;
    file->total += (uint64_t)got;
    if (file->total <= UNPACK_ALWAYS_ALLOWED || file->total / UNPACK_RATIO_LIMIT <= archive->size)
        return (size_t)got;
    fail_at(archive->reading->error, SHEAF_BAD_INPUT,
            (struct place){ .file = archive->reading->name },
            "%.200s unpacks to more than %d times the size of the archive, as no table does",
            file->name, UNPACK_RATIO_LIMIT);
    return 0;
}

void archive_file_close(struct archive_file *file)
{
    if (file == NULL)
        return;
    if (file->file != NULL)
        file->archive->api.fclose(file->file);
    memory_free(file->archive->reading->alloc, file, sizeof *file);
}
