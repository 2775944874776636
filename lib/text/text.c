/* text.c - the text object, and text set on one line. */
#include "text/text.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include "base/buffer.h"
#include "text/country_names.h"
#include "text/figures.h"
#include "text/paragraph.h"
#include "text/tabular.h"

enum { LONGEST_TEXT = 1 << 26 }; /* bytes; HarfBuzz counts in int */

/* Languages written from the right unless a script subtag says otherwise. */
static const char *const leftward_languages[] = { "ar", "ckb", "dv", "fa", "he",
                                                  "ps", "sd",  "ug", "ur", "yi" };
static const char *const leftward_scripts[] = { "arab", "hebr", "thaa", "syrc", "nkoo" };

static bool is_among(const char *word, size_t n, const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++) {
        size_t k = 0;
        while (k < n && words[i][k] != '\0' && (word[k] | 0x20) == words[i][k])
            k++;
        if (k == n && words[i][k] == '\0')
            return true;
    }
    return false;
}

bool text_language_is_leftward(const char *locale)
{
    size_t language = strcspn(locale, "-_");

    for (const char *at = locale + language; *at != '\0';) {
        size_t n = strcspn(++at, "-_");
        if (n == 4 && (at[0] | 0x20) >= 'a')
            return is_among(at, n, leftward_scripts,
                            sizeof leftward_scripts / sizeof *leftward_scripts);
        at += n;
    }
    return is_among(locale, language, leftward_languages,
                    sizeof leftward_languages / sizeof *leftward_languages);
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_well_formed(const char *language)
{
    size_t part = 0, n_parts = 1;

    for (const char *at = language; *at != '\0'; at++) {
        if (*at == '-') {
            if (part == 0)
                return false;
            part = 0;
            n_parts++;
        } else if (!is_letter_or_digit(*at) || ++part > 8) {
            return false;
        } else if (n_parts == 1 && *at <= '9') {
            return false; /* the language itself is letters */
        }
    }
    return part > 0 && strlen(language) < 36 && language[1] != '-' && language[1] != '\0';
}

bool text_language_is_known(const char *language)
{
    return is_well_formed(language) && uloc_getISO3Language(language)[0] != '\0';
}

void text_script_of_language(const char *tag, char script[5])
{
    char full[ULOC_FULLNAME_CAPACITY], known[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    script[0] = '\0';
    (void)uloc_addLikelySubtags(tag, full, sizeof full, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return;
    int32_t n = uloc_getScript(full, known, sizeof known, &status);
    if (U_SUCCESS(status) && n == 4)
        memcpy(script, known, 5);
}

bool text_languages_agree(const char *a, const char *b)
{
    const size_t n = strcspn(a, "-_");
    char script_a[5], script_b[5];

    if (n != strcspn(b, "-_") || strncasecmp(a, b, n) != 0)
        return false;
    text_script_of_language(a, script_a);
    text_script_of_language(b, script_b);
    return strcmp(script_a, script_b) == 0;
}

/* Engines --------------------------------------------------------------------- */

/* HarfBuzz keeps a list of the languages of the process: asked once a context. The key is the
 * tag. */
static void *make_language(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    hb_language_t *language = memory_resize(context_alloc(context), NULL, 0, sizeof *language);

    if (language == NULL)
        fail_memory(error);
    else
        *language = hb_language_from_string(key, (int)n);
    return language;
}

static void free_language(const sheaf_alloc *alloc, void *thing)
{
    memory_free(alloc, thing, sizeof(hb_language_t));
}

static const struct keep_kind languages = { make_language, free_language, 0 };

static void free_engine(const sheaf_alloc *alloc, void *thing)
{
    struct engine *engine = thing;

    country_names_close(engine);
    formatters_close(engine);
    ubrk_close(engine->line_breaks);
    hb_buffer_destroy(engine->buffer);
    arena_free(&engine->found);
    arena_free(&engine->arena);
    memory_free(alloc, engine, sizeof *engine);
}

static void set_locale(struct engine *engine, const char *locale)
{
    size_t n = strcspn(locale, "-_");

    engine->locale = locale;
    n = n < sizeof engine->language ? n : sizeof engine->language - 1;
    for (size_t i = 0; i < n; i++)
        engine->language[i] = (char)(locale[i] | 0x20);
    engine->right_to_left = text_language_is_leftward(locale);
}

/* The key is the locale with its NUL, then the folder with its own. */
static void *make_engine(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct engine *engine = memory_resize(context_alloc(context), NULL, 0, sizeof *engine);
    size_t length = strlen(key);

    if (engine == NULL) {
        fail_memory(error);
        return NULL;
    }
    *engine = (struct engine){ .context = context };
    arena_init(&engine->arena, context_alloc(context), NULL);
    arena_init(&engine->found, context_alloc(context), NULL);
    engine->buffer = hb_buffer_create();
    const char *texts = arena_text(&engine->arena, key, n);
    const hb_language_t *language = context_keep(context, &languages, key, length, error);
    if (texts == NULL || language == NULL || !hb_buffer_allocation_successful(engine->buffer)) {
        free_engine(context_alloc(context), engine);
        fail_memory(error);
        return NULL;
    }
    set_locale(engine, texts);
    engine->folder = length + 1 < n ? texts + length + 1 : NULL;
    engine->shaping_language = *language;
    return engine;
}

static const struct keep_kind engines = { make_engine, free_engine, 0 };

/* Between two calls, when nobody refers to what was found. */
static void forget_when_full(struct engine *engine)
{
    enum { MOST_FOUND = 100000 }; /* glyphs and choices: some 3 MB */

    if (engine->n_found < MOST_FOUND)
        return;
    memset(engine->shapes, 0, sizeof engine->shapes);
    memset(engine->choices, 0, sizeof engine->choices);
    arena_free(&engine->found);
    engine->n_found = 0;
}

static struct engine *engine_for(struct text *text, const char *locale, const char *folder)
{
    struct buffer key;

    buffer_init(&key, &text->alloc, text->error);
    buffer_put(&key, locale, strlen(locale) + 1);
    if (folder != NULL)
        buffer_put(&key, folder, strlen(folder) + 1);
    struct engine *engine = key.failed ? NULL
                                       : worker_keep(text->context, text->worker, &engines,
                                                     key.bytes, key.length, text->error);
    buffer_free(&key);
    if (engine != NULL)
        forget_when_full(engine);
    return engine;
}

struct text *text_begin(sheaf_context *context, const char *locale, const char *font_folder,
                        sheaf_error *error)
{
    context = context_hold(context);
    struct text *text = memory_resize(context_alloc(context), NULL, 0, sizeof *text);

    if (text == NULL) {
        context_drop(context);
        fail_memory(error);
        return NULL;
    }
    *text = (struct text){ .context = context, .alloc = *context_alloc(context) };
    text->error = error != NULL ? error : &text->own_error;
    text->worker = worker_take(context, text->error);
    if (text->worker != NULL)
        text->engine = engine_for(text, locale == NULL || *locale == '\0' ? "en" : locale,
                                  font_folder == NULL || *font_folder == '\0' ? NULL : font_folder);
    if (text->engine != NULL)
        return text;
    text_end(text);
    return NULL;
}

void text_end(struct text *text)
{
    if (text == NULL)
        return;
    sheaf_context *context = text->context;

    worker_give(context, text->worker);
    memory_free(context_alloc(context), text, sizeof *text);
    context_drop(context);
}

void text_forget_when_full(struct text *text)
{
    if (text_is_usable(text))
        forget_when_full(text->engine);
}

bool text_is_usable(const struct text *text)
{
    return text != NULL && text->error->status == SHEAF_OK;
}

const char *text_locale(const struct text *text)
{
    return text != NULL ? text->engine->locale : "en";
}

bool text_is_right_to_left(const struct text *text)
{
    return text != NULL && text->engine->right_to_left;
}

sheaf_error *text_error(struct text *text)
{
    return text != NULL ? text->error : NULL;
}

/* One line ------------------------------------------------------------------ */

/* width < 0: as wide as it is. */
static struct text_line *set_line(struct text *text, struct arena *work, struct arena *into,
                                  const char *utf8, const struct text_style *style, double width)
{
    const double slack = 1e-6; /* sums of the same advances in another order */
    size_t n = strlen(utf8);
    struct paragraph paragraph;
    char *clean = n < LONGEST_TEXT ? arena_take(work, 3 * n + 1, 1) : NULL;

    if (clean == NULL) {
        fail_memory(text->error);
        return NULL;
    }
    n = clean_text(utf8, n, false, clean);
    clean[n] = '\0';
    struct stretch stretch = { .end = n, .style = style };
    if (!paragraph_itemize(&paragraph, text, work, clean, n, &stretch, 1, DIRECTION_FOUND))
        return NULL;
    struct text_line *line = line_of_paragraph(&paragraph, 0, n, false, into);
    if (line == NULL || width < 0 || line->width <= width + slack)
        return line;
    double needed = line->width;
    line = line_cut_short(&paragraph, 0, n, width, into);
    return line != NULL && line_tell_whole(text, line, clean, needed, width, 1, into) ? line : NULL;
}

static struct text_line *set_with_work(struct text *text, struct arena *into, const char *utf8,
                                       const struct text_style *style, double width)
{
    struct arena work;

    if (!text_is_usable(text))
        return NULL;
    arena_init(&work, &text->alloc, text->error);
    struct text_line *line = set_line(text, &work, into, utf8, style, width);
    arena_free(&work);
    return line;
}

struct text_line *text_set(struct text *text, struct arena *arena, const char *utf8,
                           const struct text_style *style)
{
    struct text_line *figure = NULL;

    if (!text_is_usable(text) || !tabular_line(text, utf8, style, arena, &figure))
        return NULL;
    if (figure != NULL)
        return figure;
    return set_with_work(text, arena, utf8, style, -1);
}

struct text_line *text_fit(struct text *text, struct arena *arena, const char *utf8,
                           const struct text_style *style, double width)
{
    return set_with_work(text, arena, utf8, style, fmax(width, 0));
}

double text_width(struct text *text, const char *utf8, const struct text_style *style)
{
    struct arena work;

    if (!text_is_usable(text))
        return 0;
    double width = tabular_width(text, utf8, style);
    if (width >= 0)
        return width;
    arena_init(&work, &text->alloc, text->error);
    struct text_line *line = set_line(text, &work, &work, utf8, style, -1);
    width = line != NULL ? line->width : 0;
    arena_free(&work);
    return width;
}

/* Drawing ------------------------------------------------------------------- */

static bool same_link(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The run that is read after the one given, NULL for the first: their texts lie in one
 * place, one behind the other; the hyphen of a divided word comes last. */
static const struct glyph_run *next_read(const struct text_line *line,
                                         const struct glyph_run *before)
{
    const struct glyph_run *next = NULL;
    const struct glyph_run *hyphen = line->is_divided ? &line->runs[line->n_runs - 1] : NULL;
    const size_t n = line->n_runs - (line->is_divided ? 1 : 0);

    if (hyphen != NULL && before == hyphen)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        const struct glyph_run *run = &line->runs[i];
        if ((before == NULL || run->text > before->text) &&
            (next == NULL || run->text < next->text))
            next = run;
    }
    return next == NULL ? hyphen : next;
}

/* Below a link's words, as wide as they are: in print its colour alone would tell nothing. */
static void draw_underline(struct scene *scene, const struct glyph_run *run)
{
    double width = 0;

    for (size_t i = 0; i < run->n_glyphs; i++)
        width += run->glyphs[i].advance;
    scene_rectangle(scene, run->origin.x, run->origin.y + 0.13 * run->size, width,
                    0.06 * run->size);
    scene_fill(scene, run->color);
}

/* Links to other places are underlined, those within the document are not: their words say where they
 * lead. In reading order, which is the order in which readers of a document hear it. */
void text_line_draw(const struct text_line *line, struct scene *scene, double x, double baseline,
                    enum text_align align)
{
    const char *open = NULL;

    if (line == NULL)
        return;
    if (line->whole != NULL)
        scene_note_cut(scene, line->whole);
    if (align == ALIGN_CENTER)
        x -= line->width / 2;
    else if (align == ALIGN_RIGHT)
        x -= line->width;
    for (const struct glyph_run *read = next_read(line, NULL); read != NULL;
         read = next_read(line, read)) {
        struct glyph_run run = *read;
        const char *uri = line->uris[read - line->runs];

        if (!same_link(open, uri) && open != NULL)
            scene_close(scene);
        if (!same_link(open, uri) && uri != NULL)
            scene_open(scene, &(struct group){ .role = ROLE_LINK, .uri = uri });
        open = uri;
        run.origin.x += x;
        run.origin.y += baseline;
        scene_glyphs(scene, &run);
        if (uri != NULL && uri[0] != '#')
            draw_underline(scene, &run);
    }
    if (open != NULL)
        scene_close(scene);
}
