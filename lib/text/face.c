/* face.c - one face: opened, its facts read, asked what it draws. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <hb-ot.h>
#include <unicode/uchar.h>

#include "text/faces.h"
#include "text/font_tables.h"

enum { LONGEST_NAME = 127 };

/* Where a font's bytes are: both NULL where they are linked in. */
struct held_bytes {
    void *mapping;
    hb_blob_t *copy; /* shared by the faces of a collection */
};

/* A font and what its last holder has to give back. It is in memory of the C library's, not of
 * the caller's allocator: Cairo keeps faces after everything else is gone. */
struct owned_font {
    struct font font;
    struct held_bytes held;
    char name[LONGEST_NAME + 1];
};

static void let_go(const struct held_bytes *held, size_t length)
{
    if (held->mapping != NULL)
        munmap(held->mapping, length);
    hb_blob_destroy(held->copy); /* NULL: no-op */
}

static void release_font(const struct font *font)
{
    struct owned_font *owned = font->owner;

    let_go(&owned->held, owned->font.length);
    free(owned);
}

static double metric(hb_font_t *shaper, hb_ot_metrics_tag_t tag, double fallback)
{
    hb_position_t position;

    if (hb_ot_metrics_get_position(shaper, tag, &position) && position > 0)
        return position;
    return fallback;
}

static void read_facts(struct owned_font *owned, hb_face_t *face, hb_font_t *shaper)
{
    struct font *font = &owned->font;
    double em = hb_face_get_upem(face);
    hb_font_extents_t extents;

    hb_font_get_extents_for_direction(shaper, HB_DIRECTION_LTR, &extents);
    font->units_per_em = em;
    font->ascent = extents.ascender / em;
    font->descent = -extents.descender / em;
    font->cap_height = metric(shaper, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.7 * em) / em;
    font->x_height = metric(shaper, HB_OT_METRICS_TAG_X_HEIGHT, 0.5 * em) / em;
    font->is_bold = hb_style_get_value(shaper, HB_STYLE_TAG_WEIGHT) >= 600;
    font->is_italic = hb_style_get_value(shaper, HB_STYLE_TAG_ITALIC) > 0 ||
                      hb_style_get_value(shaper, HB_STYLE_TAG_SLANT_ANGLE) != 0;
    if (font->name == NULL) {
        unsigned size = sizeof owned->name;
        hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                            owned->name);
        font->name = owned->name;
    }
}

static hb_face_t *open_table_directory(const uint8_t *bytes, size_t length, unsigned index)
{
    hb_blob_t *blob =
        hb_blob_create((const char *)bytes, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, index);

    hb_blob_destroy(blob);
    return face;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

bool face_has_outlines(hb_face_t *face)
{
    return hb_face_get_glyph_count(face) > 0 && (has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
                                                 has_table(face, HB_TAG('C', 'F', 'F', ' ')));
}

/* HarfBuzz loads a table when it is first needed. Out of memory, it takes an empty one instead and
 * says nothing: the face would draw no character ever after. */
static void load_characters(hb_font_t *shaper)
{
    hb_codepoint_t glyph;

    hb_font_get_nominal_glyph(shaper, ' ', &glyph);
}

/* What HarfBuzz does not tell, malloc does (POSIX), if errno was 0 before. */
static bool ran_out_of_memory(void)
{
    return errno == ENOMEM;
}

/* Takes over hb and the font's bytes, also when it fails. errno is 0, or tells of what was done with hb. */
static struct face *make_face(sheaf_context *context, hb_face_t *hb, struct font font,
                              struct held_bytes held, sheaf_error *error)
{
    const sheaf_alloc *alloc = context_alloc(context);
    struct owned_font *owned = calloc(1, sizeof *owned);
    struct face *face = memory_resize(alloc, NULL, 0, sizeof *face);

    if (owned == NULL || face == NULL) {
        free(owned);
        memory_free(alloc, face, sizeof *face);
        hb_face_destroy(hb);
        let_go(&held, font.length);
        fail_memory(error);
        return NULL;
    }
    owned->font = font;
    owned->held = held;
    owned->font.release = release_font;
    owned->font.owner = owned;
    owned->font.references = 1;
    *face = (struct face){ .font = &owned->font,
                           .is_linked = held.mapping == NULL && held.copy == NULL };
    face->shaper = hb_font_create(hb);
    read_facts(owned, hb, face->shaper);
    load_characters(face->shaper);
    hb_font_make_immutable(face->shaper);
    hb_face_destroy(hb);
    if (ran_out_of_memory()) {
        face_close(alloc, face);
        fail_memory(error);
        return NULL;
    }
    context_count(context, COUNTED_FACES);
    return face;
}

struct face *face_open_linked(sheaf_context *context, const char *name, const uint8_t *bytes,
                              size_t length, sheaf_error *error)
{
    struct font font = { .bytes = bytes, .length = length, .name = name };

    errno = 0;
    return make_face(context, open_table_directory(bytes, length, 0), font,
                     (struct held_bytes){ 0 }, error);
}

struct face *face_open_copy(sheaf_context *context, hb_blob_t *copy, unsigned index,
                            bool (*check)(hb_face_t *face, unsigned index, sheaf_error *error),
                            sheaf_error *error)
{
    struct font font = { .length = hb_blob_get_length(copy), .index = index };

    errno = 0;
    font.bytes = (const uint8_t *)hb_blob_get_data(copy, NULL);
    hb_face_t *hb = open_table_directory(font.bytes, font.length, index);
    sheaf_error own = { .status = SHEAF_OK };
    const bool is_well = check(hb, index, &own);
    if (is_well && !ran_out_of_memory()) {
        const struct held_bytes held = { .copy = hb_blob_reference(copy) };
        return make_face(context, hb, font, held, error);
    }
    if (ran_out_of_memory()) /* so that tables seem to be missing */
        fail_memory(error);
    error_take(error, &own);
    hb_face_destroy(hb);
    return NULL;
}

/* A file that is not there or not for us is passed over; a shortage is told, because the next attempt
 * may go well. */
static void tell_shortage(sheaf_error *error, const char *path)
{
    if (ran_out_of_memory())
        fail_memory(error);
    else if (errno == EMFILE || errno == ENFILE)
        fail_system(error, path, "open the font", errno);
}

/* NULL when the file cannot be read; what a font file is worth shows later. */
static void *map_file(const char *path, size_t *length, sheaf_error *error)
{
    struct stat facts;
    void *mapping = MAP_FAILED;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (file < 0) {
        tell_shortage(error, path);
        return NULL;
    }
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0 &&
        facts.st_size < INT32_MAX) {
        *length = (size_t)facts.st_size;
        mapping = mmap(NULL, *length, PROT_READ, MAP_PRIVATE, file, 0);
        if (mapping == MAP_FAILED)
            tell_shortage(error, path);
    }
    close(file);
    return mapping == MAP_FAILED ? NULL : mapping;
}

const char *face_file_damage(const char *path, sheaf_error *error)
{
    size_t length;
    void *mapping = map_file(path, &length, error);
    const char *damage = mapping != NULL ? font_damage(mapping, length, 0) : NULL;

    if (mapping != NULL)
        munmap(mapping, length);
    return damage;
}

struct face *face_open_file(sheaf_context *context, const char *path, unsigned index,
                            unsigned *count, sheaf_error *error)
{
    size_t length;
    void *mapping = map_file(path, &length, error);

    *count = 0;
    if (mapping == NULL)
        return NULL;
    errno = 0;
    hb_blob_t *blob =
        hb_blob_create(mapping, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    *count = hb_face_count(blob);
    hb_blob_destroy(blob);
    hb_face_t *hb = open_table_directory(mapping, length, index);
    if (font_damage(mapping, length, index) != NULL || !face_has_outlines(hb)) {
        if (ran_out_of_memory())
            fail_memory(error);
        hb_face_destroy(hb);
        munmap(mapping, length);
        return NULL;
    }
    struct font font = { .bytes = mapping, .length = length, .index = index };
    return make_face(context, hb, font, (struct held_bytes){ .mapping = mapping }, error);
}

void face_close(const sheaf_alloc *alloc, struct face *face)
{
    if (face == NULL)
        return;
    hb_font_destroy(face->shaper);
    font_release(face->font);
    memory_free(alloc, face, sizeof *face);
}

/* Every character of every text is asked for, so that the usual ones are kept. Whether a thread
 * sees another's bit does not matter: without it, it asks the face. */
static bool has_glyph(struct face *face, uint32_t code)
{
    bool is_kept = code < KEPT_CODES;
    uint64_t *word = &face->drawn[is_kept ? code / 64 : 0];
    uint64_t bit = UINT64_C(1) << code % 64;
    hb_codepoint_t glyph;

    if (is_kept && (__atomic_load_n(word, __ATOMIC_RELAXED) & bit) != 0)
        return true;
    if (!hb_font_get_nominal_glyph(face->shaper, code, &glyph))
        return false;
    if (is_kept)
        __atomic_fetch_or(word, bit, __ATOMIC_RELAXED);
    return true;
}

/* What HarfBuzz draws one character with: its own glyph, or what it substitutes. */
static bool covers_code(struct face *face, uint32_t code, int depth)
{
    hb_codepoint_t first, second;

    if (has_glyph(face, code))
        return true;
    if (u_hasBinaryProperty((UChar32)code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return true;
    if (u_charType((UChar32)code) == U_SPACE_SEPARATOR) /* a space of another width */
        return has_glyph(face, ' ');
    if (code == 0x2011) /* the no-break hyphen is drawn as a hyphen */
        return has_glyph(face, 0x2010);
    if (depth < 4 && hb_unicode_decompose(hb_unicode_funcs_get_default(), code, &first, &second))
        return covers_code(face, first, depth + 1) &&
               (second == 0 || covers_code(face, second, depth + 1));
    return false;
}

uint32_t face_box(struct face *face)
{
    hb_codepoint_t glyph;

    if (hb_font_get_nominal_glyph(face->shaper, 0x25A1, &glyph) ||
        hb_font_get_nominal_glyph(face->shaper, 0xFFFD, &glyph))
        return glyph;
    return 0;
}

bool face_covers(struct face *face, const uint32_t *codes, size_t n)
{
    hb_codepoint_t composed = codes[0], whole;

    for (size_t i = 1; i < n; i++) {
        if (covers_code(face, codes[i], 0))
            continue;
        if (!hb_unicode_compose(hb_unicode_funcs_get_default(), composed, codes[i], &whole))
            return false;
        composed = whole;
    }
    return covers_code(face, composed, 0);
}
