/* plan.c - all that is decided before the first sheet: spec, slices, languages, names, inputs. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "chart/theme_object.h"
#include "publish/batch/batch.h"
#include "sheet/spec/spec.h"
#include "text/text.h"

/* Of a catalogue, a theme, a logo. */
static const size_t MOST_INPUT = (size_t)256 << 20;

struct batch_sheet batch_sheet_of(const sheaf_batch *batch, size_t index)
{
    const size_t each = batch->n_languages * batch->n_formats;
    uint32_t number = batch->slices.numbers[index / each];
    struct batch_sheet sheet = { .language = index % each / batch->n_formats,
                                 .format = index % batch->n_formats };

    for (size_t i = batch->slices.n_sliced; i-- > 0;) {
        sheet.members[i] = number % (uint32_t)batch->slices.sliced[i].n;
        number /= (uint32_t)batch->slices.sliced[i].n;
    }
    return sheet;
}

size_t batch_index_of(const sheaf_batch *batch, size_t index)
{
    return batch->options.shards == 0 ? index
                                      : index * batch->options.shards + batch->options.shard - 1;
}

static void set_parameters(const sheaf_batch *batch, sheaf_sheet *sheet)
{
    const sheaf_batch_options *options = &batch->options;

    for (size_t i = 0; i < options->n_parameters; i++)
        sheaf_sheet_set_parameter(sheet, options->parameters[i].name, options->parameters[i].value);
}

sheaf_sheet *batch_open_sheet(const sheaf_batch *batch, const struct batch_sheet *which,
                              const sheaf_alloc *alloc)
{
    const sheaf_batch_options *options = &batch->options;
    sheaf_sheet *sheet = sheet_create(batch->context, alloc);

    if (!sheet_is_well(sheet))
        return sheet;
    sheaf_sheet_set_root(sheet, options->root);
    spec_share(sheet, batch->spec);
    sheet->wants_digest = true;
    if (options->n_languages > 0)
        sheaf_sheet_set_language(sheet, batch->languages[which->language]);
    if (options->has_flags)
        sheaf_sheet_set_flags(sheet, options->flags);
    if (options->font_folder != NULL)
        sheaf_sheet_set_font_folder(sheet, options->font_folder);
    if (batch->theme != NULL)
        sheaf_sheet_set_theme(sheet, batch->theme);
    set_parameters(batch, sheet);
    for (size_t i = 0; i < batch->slices.n_sliced; i++)
        sheaf_sheet_set_parameter(sheet, batch->slices.sliced[i].name,
                                  batch->slices.sliced[i].members[which->members[i]]);
    return sheet;
}

static bool add_input(sheaf_batch *batch, const char *path)
{
    struct sheet_input *input = arena_new(&batch->arena, struct sheet_input);

    if (input == NULL)
        return false;
    input->path = arena_string(&batch->arena, path);
    input->next = batch->inputs;
    batch->inputs = input;
    return input->path != NULL;
}

/* The theme that replaces the spec's, and its files. */
static bool read_theme(sheaf_batch *batch)
{
    const char *name = batch->options.theme;

    if (name == NULL)
        return true;
    const bool is_file = theme_is_file(name);
    batch->theme =
        is_file ? sheaf_theme_read(batch->context, name) : sheaf_theme_create(batch->context, name);
    error_take(&batch->error, sheaf_theme_error(batch->theme));
    if (batch->error.status != SHEAF_OK)
        return false;
    const struct theme *look = theme_look(batch->theme);
    bool well = !is_file || add_input(batch, name);
    for (size_t i = 0; look->faces != NULL && i < CHOSEN_FACES; i++)
        if (well && look->faces->paths[i] != NULL)
            well = add_input(batch, look->faces->paths[i]);
    if (well && look->logo != NULL)
        well = add_input(batch, look->logo->file);
    batch->theme_inputs = batch->inputs;
    return well;
}

static bool read_spec(sheaf_batch *batch, const char *path)
{
    batch->spec = sheaf_sheet_create(batch->context);
    sheaf_sheet_set_root(batch->spec, batch->options.root);
    sheaf_sheet_load(batch->spec, path);
    set_parameters(batch, batch->spec);
    error_take(&batch->error, sheaf_sheet_error(batch->spec));
    return batch->error.status == SHEAF_OK;
}

/* "partner, product" as names. */
static size_t split_each(sheaf_batch *batch, const char *names[MOST_SLICED])
{
    size_t n = 0;

    for (const char *at = batch->options.each; *at != '\0';) {
        at += strspn(at, " ");
        const size_t length = strcspn(at, ", ");
        bool is_twice = false;

        if (n == MOST_SLICED) {
            fail(&batch->error, SHEAF_BAD_ARGUMENT, "sheets are made by at most %d parameters",
                 MOST_SLICED);
            return 0;
        }
        names[n] = arena_text(&batch->arena, at, length);
        if (names[n] == NULL)
            return 0;
        for (size_t i = 0; i < n; i++)
            is_twice |= strcmp(names[i], names[n]) == 0;
        at += length + strspn(at + length, " ");
        if (length == 0 || (*at != ',' && *at != '\0') || is_twice) {
            fail(&batch->error, SHEAF_BAD_ARGUMENT,
                 "'%.100s' are no names of parameters; write partner or partner,product",
                 batch->options.each);
            return 0;
        }
        n++;
        at += *at == ',';
    }
    if (n == 0)
        fail(&batch->error, SHEAF_BAD_ARGUMENT,
             "no parameter is named of whose members sheets are made");
    return n;
}

static bool find_slices(sheaf_batch *batch)
{
    const char *names[MOST_SLICED];
    const size_t n = split_each(batch, names);
    const sheaf_batch_options *options = &batch->options;

    if (n == 0)
        return false;
    if (!spec_find_slices(batch->spec, names, n, options->where, options->n_where, &batch->arena,
                          &batch->slices)) {
        error_take(&batch->error, sheaf_sheet_error(batch->spec));
        if (batch->error.status == SHEAF_OK)
            fail_memory(&batch->error);
        return false;
    }
    if (batch->slices.n == 0)
        fail_at(&batch->error, SHEAF_BAD_INPUT, (struct place){ .file = batch->spec->file },
                "there is no sheet to make: no member of '%s' is left",
                batch->slices.sliced[0].dimension);
    return batch->error.status == SHEAF_OK;
}

/* The spec's own, unless some are asked for. */
static bool read_languages(sheaf_batch *batch)
{
    const struct node *own = node_find(batch->spec->spec->document.root, "language");

    batch->n_languages = batch->options.n_languages;
    for (size_t i = 0; i < batch->n_languages; i++) {
        batch->languages[i] = batch->options.languages[i];
        if (!text_language_is_known(batch->languages[i])) {
            fail(&batch->error, SHEAF_BAD_ARGUMENT,
                 "'%.40s' is no known language; write it as en, ru, kk or zh-Hans",
                 batch->languages[i]);
            return false;
        }
    }
    if (batch->n_languages > 0)
        return true;
    batch->languages[batch->n_languages++] =
        own != NULL && own->kind == NODE_SCALAR && text_language_is_known(own->text) ? own->text
                                                                                     : "en";
    return true;
}

/* What the files' names end in, or PDF. */
static const char *usual_format(const char *output)
{
    const char *dot = strrchr(output, '.');

    return dot != NULL && batch_format_named(dot + 1) != NULL ? dot + 1 : "pdf";
}

static bool read_formats(sheaf_batch *batch)
{
    const char *const usual[] = { usual_format(batch->options.output) };
    const bool any = batch->options.n_formats > 0;
    const char *const *names = any ? batch->options.formats : usual;
    char known[100];

    batch->n_formats = any ? batch->options.n_formats : 1;
    for (size_t i = 0; i < batch->n_formats; i++) {
        batch->formats[i] = batch_format_named(names[i]);
        if (batch->formats[i] != NULL)
            continue;
        batch_format_names(known, sizeof known);
        fail(&batch->error, SHEAF_BAD_ARGUMENT, "no format of sheets is named '%.40s'; there is %s",
             names[i], known);
        return false;
    }
    return true;
}

static bool wants_names(const sheaf_batch *batch, size_t sliced)
{
    for (const struct piece *piece = batch->template.pieces; piece != NULL; piece = piece->next)
        if (piece->kind == PIECE_NAME && piece->sliced == sliced)
            return true;
    return false;
}

/* The members' names in one language, as parts of files' names. */
static bool name_members(sheaf_batch *batch, size_t i, size_t language)
{
    const struct sliced *sliced = &batch->slices.sliced[i];
    const char **names = arena_array(&batch->arena, const char *, sliced->n);
    struct text *text = text_begin(batch->context, batch->languages[language], NULL, &batch->error);
    bool well = names != NULL && text != NULL;

    for (size_t m = 0; well && m < sliced->n; m++) {
        const char *name = spec_member_name(batch->spec, text, sliced->members[m], sliced->names[m],
                                            &batch->arena);
        names[m] = name != NULL ? name_make_safe(&batch->arena, name) : NULL;
        well = names[m] != NULL;
    }
    text_end(text);
    batch->safe_names[i][language] = names;
    return well;
}

static bool make_names(sheaf_batch *batch)
{
    if (!template_read(batch, batch->options.output))
        return false;
    for (size_t f = 0; f < batch->n_formats; f++)
        if (batch->template.has_page && !batch->formats[f]->is_paged) {
            fail(&batch->error, SHEAF_BAD_ARGUMENT,
                 "{page} is of formats with a file a page; '%s' has one for all pages",
                 batch->formats[f]->name);
            return false;
        }
    for (size_t i = 0; i < batch->slices.n_sliced; i++) {
        const struct sliced *sliced = &batch->slices.sliced[i];

        batch->safe[i] = arena_array(&batch->arena, const char *, sliced->n);
        for (size_t m = 0; batch->safe[i] != NULL && m < sliced->n; m++) {
            batch->safe[i][m] = name_make_safe(&batch->arena, sliced->members[m]);
            if (batch->safe[i][m] == NULL)
                return false;
        }
        for (size_t k = 0; k < batch->n_languages && wants_names(batch, i); k++)
            if (!name_members(batch, i, k))
                return false;
    }
    return names_check(batch);
}

static bool has_input(const sheaf_batch *batch, const char *path)
{
    for (const struct sheet_input *input = batch->inputs; input != NULL; input = input->next)
        if (strcmp(input->path, path) == 0)
            return true;
    return false;
}

static void digest_file(sheaf_batch *batch, const char *path, struct digesting *state)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct buffer bytes;

    buffer_init(&bytes, &batch->alloc, &error);
    if (strcmp(path, "-") != 0 && file_read(path, MOST_INPUT, &bytes, &error) == SHEAF_OK)
        digest_add(state, bytes.bytes, bytes.length);
    digest_add_text(state, path);
    buffer_free(&bytes);
}

/* Adds the sheet's inputs to the batch's, and digests their bytes. A file that cannot be read is told
 * by the sheets that need it. */
static bool digest_inputs(sheaf_batch *batch, const sheaf_sheet *sheet, struct digest *digest)
{
    struct digesting state;
    bool well = true;

    digest_begin(&state);
    for (const struct sheet_input *input = batch->theme_inputs; input != NULL; input = input->next)
        digest_file(batch, input->path, &state);
    for (const struct sheet_input *input = sheet->inputs; well && input != NULL;
         input = input->next) {
        if (input->is_table) /* its rows count for the sheets that read them */
            digest_add_text(&state, input->path);
        else
            digest_file(batch, input->path, &state);
        well = has_input(batch, input->path) || add_input(batch, input->path);
    }
    *digest = digest_end(&state);
    return well;
}

/* What the first sheet in each language is made from: data, catalogues, themes, logos. */
static bool find_inputs(sheaf_batch *batch)
{
    bool well = true;

    for (size_t i = 0; i < batch->n_languages && well; i++) {
        const struct batch_sheet first = batch_sheet_of(batch, i * batch->n_formats);
        sheaf_sheet *sheet = batch_open_sheet(batch, &first, NULL);

        spec_prepare(sheet); /* a failure is the sheet's, told when it is made */
        well = digest_inputs(batch, sheet, &batch->input_digests[i]);
        sheaf_sheet_destroy(sheet);
    }
    return well;
}

static void count_sheets(sheaf_batch *batch)
{
    const size_t all = batch->slices.n * batch->n_languages * batch->n_formats;
    const unsigned shard = batch->options.shard, shards = batch->options.shards;

    batch->n = all;
    if (shards > 0)
        batch->n = all >= shard ? (all - shard) / shards + 1 : 0;
}

bool batch_plan(sheaf_batch *batch, const char *spec)
{
    if (!read_spec(batch, spec) || !read_theme(batch) || !find_slices(batch) ||
        !read_languages(batch) || !read_formats(batch))
        return false;
    if (batch->slices.n > UINT32_MAX / 2 / (batch->n_languages * batch->n_formats)) {
        fail(&batch->error, SHEAF_BAD_ARGUMENT, "these are too many sheets");
        return false;
    }
    count_sheets(batch);
    return make_names(batch) && find_inputs(batch);
}
