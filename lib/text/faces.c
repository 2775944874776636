/* faces.c - which face draws a character: the linked faces first. */
#include <string.h>

#include <unicode/uscript.h>

#include "fonts.h"
#include "text/object.h"

/* From this size on the display cut of Inter is finer; it exists in semibold only. */
static const double display_size = 18;

/* The key is the number of the face. */
static void *make_linked(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    static const char *const names[LINKED_FACES] = {
        [LINKED_REGULAR] = "Inter-Regular",
        [LINKED_ITALIC] = "Inter-Italic",
        [LINKED_SEMIBOLD] = "Inter-SemiBold",
        [LINKED_SEMIBOLD_ITALIC] = "Inter-SemiBoldItalic",
        [LINKED_DISPLAY] = "InterDisplay-SemiBold",
        [LINKED_ARABIC] = "NotoSansArabic-Regular",
        [LINKED_ARABIC_BOLD] = "NotoSansArabic-Bold",
    };
    enum linked_face which;

    memcpy(&which, key, n);
    for (const struct linked_font *font = linked_fonts; font->name != NULL; font++)
        if (strcmp(font->name, names[which]) == 0)
            return face_open_linked(context, names[which], font->bytes,
                                    (size_t)(font->end - font->bytes), error);
    fail(error, SHEAF_NO_FACE, "the face '%s' was not linked into the library", names[which]);
    return NULL;
}

static void free_linked(const sheaf_alloc *alloc, void *thing)
{
    face_close(alloc, thing);
}

static const struct keep_kind linked_faces = { make_linked, free_linked, 0 };

static struct face *open_linked(struct text *text, enum linked_face which)
{
    struct engine *engine = text->engine;

    if (engine->linked[which] == NULL)
        engine->linked[which] =
            context_keep(text->context, &linked_faces, &which, sizeof which, text->error);
    return engine->linked[which];
}

/* What is italic in an author's faces without italics stands upright. */
static struct face *chosen_of_style(const struct text_style *style)
{
    struct face *const *opened = style->faces->opened;

    if (style->semibold)
        return opened[CHOSEN_SEMIBOLD];
    return opened[style->italic && opened[CHOSEN_ITALIC] != NULL ? CHOSEN_ITALIC : CHOSEN_REGULAR];
}

struct face *faces_of_style(struct text *text, const struct text_style *style)
{
    if (style->faces != NULL)
        return chosen_of_style(style);
    if (style->semibold && style->italic)
        return open_linked(text, LINKED_SEMIBOLD_ITALIC);
    if (style->semibold)
        return open_linked(text, style->size >= display_size ? LINKED_DISPLAY : LINKED_SEMIBOLD);
    return open_linked(text, style->italic ? LINKED_ITALIC : LINKED_REGULAR);
}

static bool is_arabic(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    return uscript_getScript((UChar32)code, &status) == USCRIPT_ARABIC ||
           uscript_hasScript((UChar32)code, USCRIPT_ARABIC);
}

static struct face *find_cluster(struct text *text, const struct text_style *style,
                                 const uint32_t *codes, size_t n)
{
    struct face *face = faces_of_style(text, style);

    if (face == NULL || face_covers(face, codes, n))
        return face;
    /* The choice is kept by the author's face and the weight, and depends on nothing else. */
    if (style->faces != NULL) {
        face = open_linked(text, style->semibold ? LINKED_SEMIBOLD : LINKED_REGULAR);
        if (face == NULL || face_covers(face, codes, n))
            return face;
    }
    if (is_arabic(codes[0])) {
        face = open_linked(text, style->semibold ? LINKED_ARABIC_BOLD : LINKED_ARABIC);
        if (face == NULL || face_covers(face, codes, n))
            return face;
    }
    const struct wanted wanted = { .context = text->context,
                                   .locale = text->engine->locale,
                                   .folder = text->engine->folder,
                                   .semibold = style->semibold,
                                   .codes = codes,
                                   .n = n };
    return faces_find(&wanted, text->error);
}

/* Choices that were made before ---------------------------------------------- */

/* All that the choice depends on beside the engine. */
struct kept_choice {
    struct kept_choice *next; /* in its bucket */
    struct face *own;         /* of the style */
    bool semibold;
    size_t n;
    const uint32_t *codes;
    struct face *face; /* NULL: none has all of the cluster */
};

static size_t bucket_of(const uint32_t *codes, size_t n)
{
    uint32_t hash = (uint32_t)n;

    for (size_t i = 0; i < n; i++)
        hash = (hash ^ codes[i]) * 0x9E3779B1u;
    return hash >> 16 & (CHOICE_BUCKETS - 1);
}

static const struct kept_choice *find_choice(const struct engine *engine,
                                             const struct kept_choice *key)
{
    const struct kept_choice *at = engine->choices[bucket_of(key->codes, key->n)];

    while (at != NULL && (at->own != key->own || at->semibold != key->semibold || at->n != key->n ||
                          memcmp(at->codes, key->codes, key->n * sizeof *key->codes) != 0))
        at = at->next;
    return at;
}

/* Out of memory, the choice is made again next time. */
static void keep_choice(struct engine *engine, struct kept_choice key)
{
    struct kept_choice *kept = arena_new(&engine->found, struct kept_choice);
    uint32_t *codes = arena_array(&engine->found, uint32_t, key.n);
    size_t bucket = bucket_of(key.codes, key.n);

    if (kept == NULL || codes == NULL)
        return;
    memcpy(codes, key.codes, key.n * sizeof *codes);
    key.codes = codes;
    key.next = engine->choices[bucket];
    *kept = key;
    engine->choices[bucket] = kept;
    engine->n_found++;
}

static struct face *choose(struct text *text, const struct text_style *style, const uint32_t *codes,
                           size_t n)
{
    struct kept_choice key = {
        .own = faces_of_style(text, style), .semibold = style->semibold, .n = n, .codes = codes
    };

    if (key.own == NULL || (n == 1 && codes[0] < KEPT_CODES && face_covers(key.own, codes, n)))
        return key.own;
    const struct kept_choice *kept = find_choice(text->engine, &key);
    if (kept != NULL)
        return kept->face;
    key.face = find_cluster(text, style, codes, n);
    if (text->error->status == SHEAF_OK)
        keep_choice(text->engine, key);
    return key.face;
}

struct face *faces_for(struct text *text, const struct text_style *style, const uint32_t *codes,
                       size_t *n, bool *is_missing)
{
    size_t all = *n;
    struct face *face = choose(text, style, codes, *n);

    while (face == NULL && *n > 1 && text->error->status == SHEAF_OK)
        face = choose(text, style, codes, --*n);
    *is_missing = face == NULL && text->error->status == SHEAF_OK;
    if (!*is_missing)
        return face;
    *n = all;
    if (style->faces != NULL) /* which may have no box */
        return open_linked(text, style->semibold ? LINKED_SEMIBOLD : LINKED_REGULAR);
    return faces_of_style(text, style);
}
