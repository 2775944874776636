/* cff.c - the character identifiers of CFF tables, whole and damaged. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "paint/pdf/pdf.h"

enum { CHARSET = 28, GLYPHS = 5 };

#define HEADER                                                                                     \
    1, 0, 4, 1,            /* version 1.0, 4 bytes */                                              \
        0, 1, 1, 1, 2, 'A' /* one name */
#define CID_KEYED                                                                                  \
    0, 1, 1, 1, 14,                          /* one top dictionary of 13 bytes */                  \
        28, 1, 135, 28, 1, 136, 139, 12, 30, /* 391 392 0 ROS */                                   \
        28, 0, CHARSET, 15                   /* charset */
#define NAME_KEYED                                                                                 \
    0, 1, 1, 1, 14, /* the same without ROS */                                                     \
        28, 1, 135, 28, 1, 136, 139, 139, 0, 28, 0, CHARSET, 15

static const struct {
    const char *name;
    uint8_t bytes[48];
    size_t length;
    bool is_cid_keyed;
    uint16_t cids[GLYPHS];
} cases[] = {
    { "a CID each",
      { HEADER, CID_KEYED, 0, 0, 5, 0, 7, 1, 0, 0, 9 },
      37,
      true,
      { 0, 5, 7, 256, 9 } },
    { "short ranges", { HEADER, CID_KEYED, 1, 0, 5, 1, 0, 9, 200 }, 35, true, { 0, 5, 6, 9, 10 } },
    { "long ranges", { HEADER, CID_KEYED, 2, 0, 5, 1, 0 }, 33, true, { 0, 5, 6, 7, 8 } },
    { "an unknown format", { HEADER, CID_KEYED, 3, 0, 5, 1, 0 }, 33, false, { 0 } },
    { "known by names", { HEADER, NAME_KEYED, 0, 0, 5, 0, 7, 1, 0, 0, 9 }, 37, false, { 0 } },
    { "nothing", { 0 }, 0, false, { 0 } },
};

static void test_cids(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        uint16_t cids[GLYPHS] = { 0 };

        print_message("  %s\n", cases[i].name);
        assert_int_equal(cff_read_cids(cases[i].bytes, cases[i].length, cids, GLYPHS),
                         cases[i].is_cid_keyed);
        if (cases[i].is_cid_keyed)
            assert_memory_equal(cids, cases[i].cids, sizeof cids);
    }
}

/* Cut anywhere or with any byte changed, no table makes the reader leave it: the
 * copies are exact, so that a sanitizer sees it. */
static void test_damage(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < LENGTH(cases); i++) {
        for (size_t length = 0; length < cases[i].length; length++) {
            uint16_t cids[GLYPHS] = { 0 };
            uint8_t *cut = malloc(length + !length);

            assert_non_null(cut);
            memcpy(cut, cases[i].bytes, length);
            assert_false(cff_read_cids(cut, length, cids, GLYPHS));
            free(cut);
        }
        for (size_t at = 0; at < cases[i].length; at++) {
            for (int value = 0; value < 256; value++) {
                uint16_t cids[GLYPHS] = { 0 };
                uint8_t *changed = malloc(cases[i].length);

                assert_non_null(changed);
                memcpy(changed, cases[i].bytes, cases[i].length);
                changed[at] = (uint8_t)value;
                cff_read_cids(changed, cases[i].length, cids, GLYPHS);
                free(changed);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cids),
        cmocka_unit_test(test_damage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
