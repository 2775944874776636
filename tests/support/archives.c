/* archives.c - ZIP archives in memory, packed from texts by libzip. */
#include "support/archives.h"

#include "support/check.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct packed archive_pack(const struct packed_file *files, size_t count)
{
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = whole != NULL ? zip_open_from_source(whole, ZIP_TRUNCATE, NULL) : NULL;
    struct packed packed = { NULL, 0 };
    zip_stat_t stat;

    assert_non_null(zip);
    zip_source_keep(whole);
    for (size_t i = 0; i < count; i++) {
        size_t n = files[i].n > 0 ? files[i].n : strlen(files[i].text);
        zip_source_t *source = zip_source_buffer(zip, files[i].text, n, 0);
        zip_int64_t index = zip_file_add(zip, files[i].name, source, ZIP_FL_ENC_UTF_8);

        assert_true(index >= 0);
        /* The same bytes at any time. */
        assert_int_equal(zip_file_set_dostime(zip, (zip_uint64_t)index, 0, 0x5821, 0), 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_stat(whole, &stat), 0);
    assert_int_equal(zip_source_open(whole), 0);
    packed = (struct packed){ malloc(stat.size), stat.size };
    assert_non_null(packed.bytes);
    assert_int_equal(zip_source_read(whole, packed.bytes, packed.n), packed.n);
    zip_source_close(whole);
    zip_source_free(whole);
    return packed;
}
