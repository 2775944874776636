/* shaped.c - the one place that shapes. What was shaped is kept, because layouts
 * measure the same labels and paragraphs again and again, and so do the next sheets; sizes,
 * colours and tracking do not matter for it. A paragraph is shaped once, and its lines take
 * their slices, but where HarfBuzz says that a slice alone would come out otherwise. */
#include "text/shaped.h"

#include <errno.h>
#include <string.h>

enum {
    MOST_FEATURES = 2,
    LONGEST_KEPT = 1024 /* bytes of text */
};

/* Everything that the result depends on beside the locale. */
struct kept_shape {
    struct kept_shape *next; /* in its bucket */
    uint32_t hash;
    const struct face *face;
    hb_script_t script;
    bool right_to_left, tabular, plain;
    const char *bytes; /* with what its letters join */
    size_t length;
    size_t before, after; /* bytes of that */
    struct shaped shaped;
};

bool script_joins(hb_script_t script)
{
    switch (script) {
    case HB_SCRIPT_ARABIC:
    case HB_SCRIPT_SYRIAC:
    case HB_SCRIPT_MONGOLIAN:
    case HB_SCRIPT_NKO:
    case HB_SCRIPT_DEVANAGARI:
    case HB_SCRIPT_BENGALI:
        return true;
    default:
        return false;
    }
}

/* Writes at most MOST_FEATURES. Composition (ccmp) takes more than half of all
 * shaping in Inter and does nothing for plain text; a test makes sure of that. */
static unsigned features_of(const struct item *item, hb_feature_t *features)
{
    static const hb_feature_t composition = { HB_TAG('c', 'c', 'm', 'p'), 0,
                                              HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
    static const hb_feature_t tabular = { HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
                                          HB_FEATURE_GLOBAL_END };
    unsigned n = 0;

    if (item->is_plain)
        features[n++] = composition;
    if (item->stretch->style->tabular)
        features[n++] = tabular;
    return n;
}

/* A slice of an item, [start, end), among what its letters join: [from, to) around it. */
struct slice {
    size_t start, end, from, to;
};

/* Into the engine's buffer. The context on both sides lets letters join across items of a line,
 * but not across lines. */
static bool shape(const struct paragraph *paragraph, const struct item *item,
                  const struct slice *slice)
{
    struct text *text = paragraph->text;
    hb_buffer_t *buffer = text->engine->buffer;
    hb_feature_t features[MOST_FEATURES];

    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, paragraph->bytes + slice->from, (int)(slice->to - slice->from),
                       (unsigned)(slice->start - slice->from), (int)(slice->end - slice->start));
    hb_buffer_set_direction(buffer, item->level % 2 != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item->script);
    hb_buffer_set_language(buffer, text->engine->shaping_language);
    context_count(text->context, COUNTED_SHAPINGS);
    errno = 0; /* HarfBuzz does without a table for which malloc fails, and does not say so */
    hb_shape(item->face->shaper, buffer, features, features_of(item, features));
    if (errno == ENOMEM || !hb_buffer_allocation_successful(buffer)) {
        fail_memory(text->error);
        return false;
    }
    return true;
}

/* Takes the glyphs out of the buffer; offset: of the slice in what was shaped. */
static bool take_glyphs(struct text *text, size_t offset, struct arena *arena,
                        struct shaped *shaped)
{
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(text->engine->buffer, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(text->engine->buffer, NULL);
    struct shaped_glyph *glyphs = arena_array(arena, struct shaped_glyph, n);

    if (glyphs == NULL) {
        fail_memory(text->error);
        return false;
    }
    for (unsigned i = 0; i < n; i++)
        glyphs[i] = (struct shaped_glyph){ .id = info[i].codepoint,
                                           .cluster = (uint32_t)(info[i].cluster - offset),
                                           .advance = position[i].x_advance,
                                           .x_offset = position[i].x_offset,
                                           .y_offset = position[i].y_offset,
                                           .is_bound = (hb_glyph_info_get_glyph_flags(&info[i]) &
                                                        HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0 };
    *shaped = (struct shaped){ .glyphs = glyphs, .n = n };
    return true;
}

/* FNV-1a, over the text alone: the rest of the key differs seldom. */
static uint32_t hash_of(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

static struct kept_shape key_of(const struct paragraph *paragraph, const struct item *item,
                                const struct slice *slice)
{
    return (struct kept_shape){ .hash = hash_of(paragraph->bytes + slice->from,
                                                slice->to - slice->from),
                                .face = item->face,
                                .script = item->script,
                                .right_to_left = item->level % 2 != 0,
                                .tabular = item->stretch->style->tabular,
                                .plain = item->is_plain,
                                .bytes = paragraph->bytes + slice->from,
                                .length = slice->to - slice->from,
                                .before = slice->start - slice->from,
                                .after = slice->to - slice->end };
}

static const struct kept_shape *find_kept(const struct engine *engine, const struct kept_shape *key)
{
    const struct kept_shape *at = engine->shapes[key->hash % SHAPE_BUCKETS];

    while (at != NULL &&
           (at->hash != key->hash || at->face != key->face || at->script != key->script ||
            at->right_to_left != key->right_to_left || at->tabular != key->tabular ||
            at->plain != key->plain || at->length != key->length || at->before != key->before ||
            at->after != key->after || memcmp(at->bytes, key->bytes, key->length) != 0))
        at = at->next;
    return at;
}

/* Letters that join look beyond the slice, though not beyond a space. */
static bool stands_alone(const struct paragraph *paragraph, const struct item *item, size_t start,
                         size_t end, size_t line_start, size_t line_end)
{
    return !script_joins(item->script) ||
           ((start == line_start || paragraph->bytes[start - 1] == ' ') &&
            (end == line_end || paragraph->bytes[end] == ' '));
}

/* HarfBuzz looks at so many characters around what it shapes. */
enum { MOST_AROUND = 5 };

static struct slice slice_of(const struct paragraph *paragraph, const struct item *item,
                             size_t start, size_t end, size_t line_start, size_t line_end)
{
    struct slice slice = { start, end, start, end };

    if (stands_alone(paragraph, item, start, end, line_start, line_end))
        return slice;
    for (int n = 0; n < MOST_AROUND && slice.from > line_start; n++)
        do
            slice.from--;
        while (slice.from > line_start &&
               ((unsigned char)paragraph->bytes[slice.from] & 0xC0) == 0x80);
    for (int n = 0; n < MOST_AROUND && slice.to < line_end; n++)
        do
            slice.to++;
        while (slice.to < line_end && ((unsigned char)paragraph->bytes[slice.to] & 0xC0) == 0x80);
    return slice;
}

/* Shapes what key says and keeps it for as long as the engine finds room. */
static bool shape_and_keep(const struct paragraph *paragraph, const struct item *item,
                           const struct slice *slice, struct kept_shape key, struct shaped *shaped)
{
    struct text *text = paragraph->text;
    struct engine *engine = text->engine;
    struct kept_shape *kept = arena_new(&engine->found, struct kept_shape);

    key.bytes = arena_text(&engine->found, key.bytes, key.length);
    if (kept == NULL || key.bytes == NULL) {
        fail_memory(text->error);
        return false;
    }
    if (!shape(paragraph, item, slice) ||
        !take_glyphs(text, key.before, &engine->found, &key.shaped))
        return false;
    key.next = engine->shapes[key.hash % SHAPE_BUCKETS];
    *kept = key;
    engine->shapes[key.hash % SHAPE_BUCKETS] = kept;
    engine->n_found += key.shaped.n;
    *shaped = key.shaped;
    return true;
}

/* How many glyphs, in logical order, stand before the byte `at` of what was shaped. */
static size_t count_before(const struct shaped *whole, bool right_to_left, size_t at)
{
    size_t low = 0, high = whole->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (whole->glyphs[right_to_left ? whole->n - 1 - middle : middle].cluster < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* True when what was shaped may be cut before its glyph i (in logical order), which
 * must begin at the byte `at`. */
static bool can_cut(const struct shaped *whole, bool right_to_left, size_t i, size_t at)
{
    if (i == 0 || i == whole->n)
        return true;
    const struct shaped_glyph *glyph = &whole->glyphs[right_to_left ? whole->n - 1 - i : i];
    return glyph->cluster == at && !glyph->is_bound;
}

/* [start, end) of an item out of its whole; false when it has to be shaped itself. */
static bool take_slice(const struct paragraph *paragraph, const struct item *item, size_t start,
                       size_t end, struct shaped *shaped)
{
    const struct shaped *whole = item->whole;
    size_t from = start - item->start, to = end - item->start;
    bool right_to_left = item->level % 2 != 0;

    if (whole == NULL || !stands_alone(paragraph, item, start, end, 0, paragraph->length))
        return false;
    size_t first = count_before(whole, right_to_left, from);
    size_t last = count_before(whole, right_to_left, to);
    if (!can_cut(whole, right_to_left, first, from) || !can_cut(whole, right_to_left, last, to))
        return false;
    *shaped = (struct shaped){ .glyphs = whole->glyphs + (right_to_left ? whole->n - last : first),
                               .n = last - first,
                               .offset = from };
    return true;
}

/* The box that stands for an item which no face has, whatever part of it is asked for. */
static bool shape_box(const struct paragraph *paragraph, const struct item *item,
                      struct shaped *shaped)
{
    struct text *text = paragraph->text;
    struct shaped_glyph *box = arena_new(paragraph->work, struct shaped_glyph);

    if (box == NULL) {
        fail_memory(text->error);
        return false;
    }
    box->id = face_box(item->face);
    if (box->id == 0) {
        fail(text->error, SHEAF_NO_FACE, "the linked face '%s' has no box (U+25A1)",
             item->face->font->name);
        return false;
    }
    box->advance = hb_font_get_glyph_h_advance(item->face->shaper, box->id);
    *shaped = (struct shaped){ .glyphs = box, .n = 1 };
    return true;
}

const struct shaped *shape_whole(const struct paragraph *paragraph, struct item *item)
{
    struct shaped *whole = arena_new(paragraph->work, struct shaped);

    if (whole == NULL) {
        fail_memory(paragraph->text->error);
        return NULL;
    }
    if (!shape_slice(paragraph, item, item->start, item->end, 0, paragraph->length, whole))
        return NULL;
    return item->whole = whole;
}

bool shape_slice(const struct paragraph *paragraph, const struct item *item, size_t start,
                 size_t end, size_t line_start, size_t line_end, struct shaped *shaped)
{
    struct text *text = paragraph->text;

    if (item->is_missing)
        return shape_box(paragraph, item, shaped);
    if (take_slice(paragraph, item, start, end, shaped))
        return true;
    struct slice slice = slice_of(paragraph, item, start, end, line_start, line_end);
    if (end - start > LONGEST_KEPT)
        return shape(paragraph, item, &slice) &&
               take_glyphs(text, start - slice.from, paragraph->work, shaped);
    struct kept_shape key = key_of(paragraph, item, &slice);
    const struct kept_shape *kept = find_kept(text->engine, &key);
    if (kept == NULL)
        return shape_and_keep(paragraph, item, &slice, key, shaped);
    *shaped = kept->shaped;
    return true;
}
