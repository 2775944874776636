/* cff.c - CFF tables, whole and damaged: character identifiers and outlines. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "paint/pdf/cff.h"

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

/* What a table says, whatever it is worth. */
static void read_outlines(const uint8_t *bytes, size_t length)
{
    struct cff_font font;

    if (!cff_read_font(bytes, length, &font))
        return;
    for (size_t glyph = 0; glyph < GLYPHS; glyph++) {
        struct cff_bytes outline = cff_charstring(bytes, length, &font, glyph);
        if (outline.at != NULL)
            cff_is_composed(&outline);
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
            read_outlines(cut, length);
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
                read_outlines(changed, cases[i].length);
                free(changed);
            }
        }
    }
}

/* The same of a table with outlines, as cff_write makes it. */
static void test_damage_of_outlines(void **state)
{
    static const uint8_t box[] = { 139, 139, 239, 239, 5 }, private_entries[] = { 139, 20 };
    static const uint8_t outline[] = { 139, 14 };
    const struct cff_font font = { .box = { box, sizeof box },
                                   .private_entries = { private_entries, sizeof private_entries } };
    struct cff_bytes charstrings[GLYPHS];
    struct cff_font read;
    struct buffer table;

    (void)state;
    for (size_t i = 0; i < GLYPHS; i++)
        charstrings[i] = (struct cff_bytes){ outline, sizeof outline };
    buffer_init(&table, NULL, NULL);
    cff_write(&table, "A", &font, charstrings, GLYPHS);
    assert_true(cff_read_font((const uint8_t *)table.bytes, table.length, &read));
    assert_int_equal(read.box.length, sizeof box);
    assert_memory_equal(read.private_entries.at, private_entries, sizeof private_entries);
    assert_int_equal(
        cff_charstring((const uint8_t *)table.bytes, table.length, &read, GLYPHS - 1).length, 2);
    for (size_t at = 0; at < table.length; at++)
        for (int value = 0; value < 256; value++) {
            uint8_t *changed = malloc(table.length);

            assert_non_null(changed);
            memcpy(changed, table.bytes, table.length);
            changed[at] = (uint8_t)value;
            read_outlines(changed, table.length);
            free(changed);
        }
    buffer_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cids),
        cmocka_unit_test(test_damage),
        cmocka_unit_test(test_damage_of_outlines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
