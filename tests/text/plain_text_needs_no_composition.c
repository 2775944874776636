/* plain_text_needs_no_composition.c - shaping leaves out the feature ccmp for plain
 * text in the linked faces, because it is slow; here it makes no difference. */
#include "support/check.h"

#include <hb.h>
#include <string.h>

#include "fonts.h"
#include "text/paragraph.h"

enum { MOST_CODES = 4096, RANDOM_LENGTH = 8, RANDOM_TEXTS = 20000 };

struct shaping {
    hb_font_t *font;
    hb_buffer_t *with, *without;
    uint32_t codes[MOST_CODES];
    size_t n;
};

static void shape(hb_font_t *font, hb_buffer_t *buffer, const uint32_t *codes, size_t n,
                  unsigned n_features)
{
    static const hb_feature_t off = { HB_TAG('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START,
                                      HB_FEATURE_GLOBAL_END };

    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf32(buffer, codes, (int)n, 0, (int)n);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, &off, n_features);
}

static void compare(struct shaping *shaping, const uint32_t *codes, size_t n)
{
    shape(shaping->font, shaping->with, codes, n, 0);
    shape(shaping->font, shaping->without, codes, n, 1);
    if (hb_buffer_diff(shaping->with, shaping->without, (hb_codepoint_t)-1, 0) !=
        HB_BUFFER_DIFF_FLAG_EQUAL)
        fail_msg("U+%04X … of %d characters is shaped differently", codes[0], (int)n);
}

static void open_shaping(struct shaping *shaping, const struct linked_font *linked)
{
    hb_blob_t *blob =
        hb_blob_create((const char *)linked->bytes, (unsigned)(linked->end - linked->bytes),
                       HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);

    shaping->font = hb_font_create(face);
    shaping->with = hb_buffer_create();
    shaping->without = hb_buffer_create();
    shaping->n = 0;
    for (uint32_t code = ' '; code < 0x2C00; code++) {
        hb_codepoint_t glyph;
        if (is_plain_code(code) && hb_font_get_nominal_glyph(shaping->font, code, &glyph) &&
            shaping->n < MOST_CODES)
            shaping->codes[shaping->n++] = code;
    }
    hb_face_destroy(face);
    hb_blob_destroy(blob);
}

static void close_shaping(struct shaping *shaping)
{
    hb_buffer_destroy(shaping->with);
    hb_buffer_destroy(shaping->without);
    hb_font_destroy(shaping->font);
}

static bool is_usual(uint32_t code)
{
    return code < 0x100 || (code >= 0x410 && code < 0x450);
}

static void compare_pairs(struct shaping *shaping)
{
    for (size_t i = 0; i < shaping->n; i++) {
        compare(shaping, &shaping->codes[i], 1);
        for (size_t k = 0; is_usual(shaping->codes[i]) && k < shaping->n; k++) {
            const uint32_t pair[] = { shaping->codes[i], shaping->codes[k] };
            if (is_usual(pair[1]))
                compare(shaping, pair, 2);
        }
    }
}

/* Half of them of ASCII alone, where faces have their tricks ("->", "3x4"). */
static void compare_random_texts(struct shaping *shaping)
{
    uint32_t seed = 1, text[RANDOM_LENGTH];

    for (int i = 0; i < RANDOM_TEXTS; i++) {
        for (int k = 0; k < RANDOM_LENGTH; k++) {
            seed = seed * 1664525u + 1013904223u;
            text[k] =
                i % 2 == 0 ? ' ' + (seed >> 16) % 95 : shaping->codes[(seed >> 8) % shaping->n];
        }
        compare(shaping, text, RANDOM_LENGTH);
    }
}

static void test_linked_faces(void **state)
{
    static struct shaping shaping;
    size_t tested = 0;

    (void)state;
    for (const struct linked_font *linked = linked_fonts; linked->name != NULL; linked++) {
        if (strncmp(linked->name, "Inter", 5) != 0)
            continue;
        print_message("  %s\n", linked->name);
        open_shaping(&shaping, linked);
        assert_true(shaping.n > 600);
        compare_pairs(&shaping);
        compare_random_texts(&shaping);
        close_shaping(&shaping);
        tested++;
    }
    assert_int_equal(tested, 5);
}

static void test_what_combines_is_not_plain(void **state)
{
    static const uint32_t combining[] = { 0x300,  0x301,  0x36F,  0x483,  0x489,
                                          0x5B0,  0x64B,  0x20D0, 0xE000, 0xE11A,
                                          0xF6C3, 0x200D, 0xFE0F, 0x627,  0x4E2D };

    (void)state;
    for (size_t i = 0; i < LENGTH(combining); i++)
        assert_false(is_plain_code(combining[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linked_faces),
        cmocka_unit_test(test_what_combines_is_not_plain),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
