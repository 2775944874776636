/* pages_are_painted.c - sheaf_sheet_write_png_sink: one page of a sheet as pixels. */
#include "support/check.h"

#include <errno.h>
#include <string.h>

#include <sheaf/sheaf.h>

struct taken {
    unsigned char bytes[32];
    size_t n;
};

static int take(void *context, const void *bytes, size_t n)
{
    struct taken *taken = context;

    for (size_t i = 0; i < n && taken->n + i < sizeof taken->bytes; i++)
        taken->bytes[taken->n + i] = ((const unsigned char *)bytes)[i];
    taken->n += n;
    return 0;
}

static int refuse(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return ENOSPC;
}

static unsigned number_at(const unsigned char *at)
{
    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

static void a_page_is_painted(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct taken taken = { .n = 0 };

    (void)state;
    sheaf_sheet_set_title(sheet, "Exports rose");
    sheaf_sheet_add_text(sheet, "By a tenth.");
    assert_int_equal(sheaf_sheet_write_png_sink(sheet, 0, 72, (sheaf_sink){ &taken, take }),
                     SHEAF_OK);
    assert_memory_equal(taken.bytes, "\x89PNG", 4);
    assert_int_equal(number_at(taken.bytes + 16), 595); /* A4 in points */
    assert_int_equal(number_at(taken.bytes + 20), 842);
    assert_int_equal(sheaf_sheet_write_png_sink(sheet, 1, 72, (sheaf_sink){ &taken, take }),
                     SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_sheet_message(sheet), "there is no page 2; the sheet has 1");
    assert_int_equal(sheaf_sheet_write_png_sink(sheet, 0, 5, (sheaf_sink){ &taken, take }),
                     SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_sheet_write_png_sink(sheet, 0, 72, (sheaf_sink){ NULL, refuse }),
                     SHEAF_SYSTEM);
    taken.n = 0;
    assert_int_equal(sheaf_sheet_write_png_sink(sheet, 0, 144, (sheaf_sink){ &taken, take }),
                     SHEAF_OK);
    assert_int_equal(number_at(taken.bytes + 16), 1191); /* 595.28 points */
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    static const struct CMUnitTest tests[] = { cmocka_unit_test(a_page_is_painted) };

    return cmocka_run_group_tests_name("publish/pages_are_painted", tests, NULL, NULL);
}
