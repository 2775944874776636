/* data.c - a spec's sources, data files and named series. */
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/read_options.h"
#include "sheet/spec/root.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"
#include "sheet/spec/without.h"
#include "table/table.h"

enum { SOURCE_TITLE, SOURCE_DATE, SOURCE_LINK, SOURCE_KEYS };
static const struct spec_key source_keys[SOURCE_KEYS] = {
    [SOURCE_TITLE] = { "title", SPEC_TEXT | SPEC_WORDS, true, NULL },
    [SOURCE_DATE] = { "date", SPEC_TEXT, false, NULL },
    [SOURCE_LINK] = { "link", SPEC_TEXT, false, NULL },
};
const struct grammar source_grammar = { "a source", "source", source_keys, SOURCE_KEYS };

enum { SERIES_VALUE, SERIES_LABEL, SERIES_KEYS };
static const struct spec_key series_keys[SERIES_KEYS] = {
    [SERIES_VALUE] = { "value", SPEC_TEXT | SPEC_EXPRESSION, true, NULL },
    [SERIES_LABEL] = { "label", SPEC_TEXT | SPEC_WORDS, false, NULL },
};
const struct grammar series_grammar = { "a series", "series", series_keys, SERIES_KEYS };

/* A mapping of a source's own keys, not of its title's languages. */
static bool is_source(const struct node *value)
{
    bool has_key = value->kind != NODE_MAPPING || value->n_items == 0;

    for (size_t i = 0; i < SOURCE_KEYS; i++)
        has_key |= node_find(value, source_keys[i].name) != NULL;
    return value->kind != NODE_SCALAR && has_key;
}

static bool read_source(struct spec_reader *reader, const struct node_item *item)
{
    const struct node *values[SOURCE_KEYS] = { [SOURCE_TITLE] = item->value };
    struct sheet_source *source = arena_new(&reader->sheet->arena, struct sheet_source);
    struct spec_source *entry = arena_new(&reader->arena, struct spec_source);

    if (source == NULL || entry == NULL)
        return false;
    if (is_source(item->value) && !keys_read(reader, item->value, &source_grammar, values))
        return false;
    source->of_spec = true;
    source->id = spec_string(reader, item->key);
    entry->source = source;
    entry->title = spec_text(reader, values[SOURCE_TITLE]);
    entry->next = reader->sources;
    reader->sources = entry;
    source->title = spec_string(reader, entry->title.node);
    source->link = spec_string(reader, values[SOURCE_LINK]);
    if (!spec_date(reader, values[SOURCE_DATE], &source->date))
        return false;
    sheet_add_source(reader->sheet, source);
    return sheet_is_well(reader->sheet);
}

bool spec_fill_sources(struct spec_reader *reader)
{
    for (struct spec_source *entry = reader->sources; entry != NULL; entry = entry->next) {
        entry->source->title = spec_fill(reader, &entry->title);
        if (!spec_go_on(reader))
            return false;
    }
    return true;
}

bool spec_read_sources(struct spec_reader *reader, const struct node *node)
{
    if (node == NULL)
        return true;
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (!read_source(reader, item) && !spec_go_on(reader))
            return false;
    return true;
}

/* Fails for a name that expressions cannot spell: names are letters, digits and '_', and begin
 * with no digit. */
static bool check_name(struct spec_reader *reader, const struct node *key)
{
    bool well = key->length > 0 && !(key->text[0] >= '0' && key->text[0] <= '9');

    for (const char *c = key->text; *c != '\0'; c++)
        well &= (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
                *c == '_' || (unsigned char)*c >= 0x80;
    for (const struct named_table *table = reader->tables; table != NULL; table = table->next) {
        if (strcmp(table->name, key->text) != 0)
            continue;
        spec_fail(reader, key->place, "'%s' is the name of data already", key->text);
        return false;
    }
    if (!well)
        spec_fail(reader, key->place,
                  "'%.80s' cannot be a name here: names are letters, digits and '_'", key->text);
    return well;
}

/* Names are relative to the spec's folder. */
static const char *beside_spec(struct spec_reader *reader, const struct node *file)
{
    const char *slash = strrchr(reader->path, '/');

    if (slash == NULL || file->text[0] == '/')
        return file->text;
    return arena_format(&reader->arena, "%.*s%s", (int)(slash + 1 - reader->path), reader->path,
                        file->text);
}

/* A missing file and one outside have the same message, so that a spec cannot find out what exists
 * outside. */
static const char *below_root(struct spec_reader *reader, const struct node *file, const char *path)
{
    const char *root = reader->sheet->root;
    const char *resolved = strcmp(path, "-") != 0 ? root_resolve(root, path, &reader->arena) : NULL;

    if (resolved == NULL && sheet_is_well(reader->sheet))
        spec_fail(reader, file->place, "'%.200s' is no file below the root folder", file->text);
    return resolved;
}

const char *spec_path(struct spec_reader *reader, const struct node *file)
{
    const char *path = beside_spec(reader, file);

    if (path == NULL || reader->sheet->root == NULL)
        return path;
    return below_root(reader, file, path);
}

/* The path of a data file. */
static const char *data_path(struct spec_reader *reader, const struct node *file)
{
    if (!string_is(file->text, file->length, "-"))
        return spec_path(reader, file);
    if (strcmp(reader->path, "-") == 0)
        spec_fail(reader, file->place, "standard input is the spec itself already");
    else if (reader->sheet->root != NULL)
        below_root(reader, file, "-");
    return sheet_is_well(reader->sheet) ? "-" : NULL;
}

/* What sheaf_table_read calls the database of a connection string. */
static const char *database_path(struct spec_reader *reader, const struct node *odbc)
{
    if (reader->sheet->root == NULL)
        return arena_format(&reader->arena, "odbc:%s", odbc->text);
    spec_fail(reader, odbc->place,
              "no database is read where a root folder says which files may be");
    return NULL;
}

static bool check_source(struct spec_reader *reader, const struct node *node)
{
    const char *known[64];
    size_t n = 0;

    if (node == NULL)
        return true;
    for (const struct sheet_source *source = reader->sheet->sources; source != NULL;
         source = source->next) {
        if (strcmp(source->id, node->text) == 0)
            return true;
        if (n < sizeof known / sizeof *known)
            known[n++] = source->id;
    }
    spec_fail_unknown(reader, node->place, "no source named", node->text, known, n);
    return false;
}

/* The tables are destroyed once the spec is read, so the sheet copies their warnings. */
static void keep_warnings(sheaf_sheet *sheet, const sheaf_table *table, size_t first)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    for (size_t i = first; sheaf_table_warning(table, i, &warning) && sheet_is_well(sheet); i++)
        sheet_add_warning(sheet, &warning);
}

/* The path of an entry's file or database; NULL: failed. */
static const char *input_path(struct spec_reader *reader, const struct node *entry,
                              const struct node *const *values)
{
    const struct node *file = values[DATA_FILE], *odbc = values[DATA_ODBC];

    if ((file != NULL) == (odbc != NULL)) {
        spec_fail(reader, file != NULL ? odbc->place : entry->place,
                  file != NULL ? "the data are in a 'file' or in an 'odbc' database, not in both"
                               : "a data entry needs the key 'file'");
        return NULL;
    }
    if (odbc != NULL)
        return database_path(reader, odbc);
    return data_path(reader, file);
}

static void add_table_input(sheaf_sheet *sheet, const char *path)
{
    const struct sheet_input *before = sheet->inputs;

    sheet_add_input(sheet, path);
    if (sheet->inputs != before)
        sheet->inputs->is_table = true;
}

/* The same data as they were at the last release, read alike. */
static bool read_previous(struct spec_reader *reader, const struct node *const *values,
                          const sheaf_read_options *options, struct named_table *named)
{
    const struct node *file = values[DATA_PREVIOUS];
    const char *path = file != NULL ? spec_path(reader, file) : NULL;

    if (path == NULL)
        return file == NULL;
    add_table_input(reader->sheet, path);
    named->previous = kept_table_read(reader->sheet->context, path, options, &reader->sheet->error);
    if (named->previous == NULL)
        return false;
    const sheaf_table *table = kept_table(named->previous);
    if (sheaf_table_status(table) == SHEAF_BAD_INPUT && sheaf_table_error(table)->line == 0)
        spec_fail(reader, file->place, "%s", sheaf_table_error(table)->message);
    error_take(&reader->sheet->error, sheaf_table_error(table));
    if (sheet_is_well(reader->sheet))
        named->previous_rest = spec_table_without(reader, values[DATA_WITHOUT], table);
    return sheet_is_well(reader->sheet);
}

static bool read_data(struct spec_reader *reader, const struct node_item *item)
{
    const struct node *values[DATA_KEYS] = { [DATA_FILE] = item->value };
    struct named_table *named = arena_new(&reader->arena, struct named_table);
    sheaf_read_options options;

    if (!check_name(reader, item->key) ||
        (item->value->kind != NODE_SCALAR &&
         !keys_read(reader, item->value, &data_grammar, values)) ||
        !check_source(reader, values[DATA_SOURCE]) ||
        !spec_read_options(reader, values, &options) || named == NULL)
        return false;
    const struct node *where = values[values[DATA_FILE] != NULL ? DATA_FILE : DATA_ODBC];
    const char *path = input_path(reader, item->value, values);
    if (path == NULL)
        return false;
    if (where == values[DATA_FILE] && reader->sheet->table_at_hand == NULL)
        add_table_input(reader->sheet, path);
    named->name = item->key->text;
    if (reader->sheet->table_at_hand == NULL) {
        named->kept =
            kept_table_read(reader->sheet->context, path, &options, &reader->sheet->error);
        if (named->kept == NULL)
            return false;
    }
    named->table = named->kept != NULL ? kept_table(named->kept) : reader->sheet->table_at_hand;
    named->next = reader->tables;
    reader->tables = named;

    /* A file that cannot be opened is reported where the spec names it. */
    const sheaf_error *error = sheaf_table_error(named->table);
    if (error->status != SHEAF_OK && error->status != SHEAF_NO_MEMORY &&
        error->status != SHEAF_CANCELLED && error->line == 0) {
        const char *name = table_name(named->table);
        bool is_named = strstr(error->message, name) != NULL;

        spec_fail(reader, where->place, "%s%s%s", is_named ? "" : name, is_named ? "" : ": ",
                  error->message);
    }
    error_take(&reader->sheet->error, error);
    keep_warnings(reader->sheet, named->table, 0);
    if (sheet_is_well(reader->sheet))
        named->rest = spec_table_without(reader, values[DATA_WITHOUT], named->table);
    if (named->rest != NULL)
        named->table = named->rest;
    return sheet_is_well(reader->sheet) && read_previous(reader, values, &options, named);
}

static void digest_rows(const sheaf_table *table, const bool *series, struct table_digest *digest)
{
    for (uint32_t i = 0; i < table_series_count(table); i++)
        if (series == NULL || series[i])
            table_digest_series(table, i, digest);
}

void spec_digest_data(struct spec_reader *reader)
{
    struct table_digest *digest = &reader->sheet->digest;

    *digest = (struct table_digest){ 0, 0 };
    for (struct named_table *named = reader->tables; named != NULL; named = named->next) {
        if (named->kept == NULL || named->failed)
            continue;
        const struct table_digest frame = kept_table_frame(named->kept);
        table_digest_add(digest, &frame);
        if (named->used != NULL)
            digest_rows(named->table, named->used, digest);
        if (named->previous == NULL)
            continue;
        const struct table_digest previous = kept_table_frame(named->previous);
        table_digest_add(digest, &previous);
        digest_rows(kept_table(named->previous), NULL, digest);
    }
}

void spec_check_data(struct spec_reader *reader)
{
    for (struct named_table *named = reader->tables; named != NULL; named = named->next) {
        struct series_findings found;

        if (named->used == NULL || !sheet_is_well(reader->sheet))
            continue;
        if (named->rest == NULL && named->kept != NULL)
            found = kept_table_check(named->kept, named->used);
        else
            found = findings_of_series(named->table, named->used);
        error_take(&reader->sheet->error, sheaf_table_error(found.table));
        keep_warnings(reader->sheet, found.table, found.first);
        if (!found.is_kept)
            sheaf_table_destroy(found.table);
    }
}

/* What expressions read of data that have failed is told once, with the data. */
static bool go_on_without(struct spec_reader *reader, const struct node *key)
{
    struct named_table *named = reader->tables;

    while (named != NULL && strcmp(named->name, key->text) != 0)
        named = named->next;
    if (named == NULL) {
        named = arena_new(&reader->arena, struct named_table);
        if (named == NULL)
            return false;
        named->name = key->text;
        named->next = reader->tables;
        reader->tables = named;
    }
    named->failed = true;
    return spec_go_on(reader);
}

bool spec_read_data(struct spec_reader *reader, const struct node *node)
{
    if (node == NULL)
        return true;
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (!read_data(reader, item) && !go_on_without(reader, item->key))
            return false;
    return true;
}

bool spec_read_series(struct spec_reader *reader, const struct node *node)
{
    struct spec_series **last = &reader->entries;

    if (node == NULL)
        return true;
    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        const struct node *values[SERIES_KEYS] = { [SERIES_VALUE] = item->value };
        struct spec_series *entry = arena_new(&reader->arena, struct spec_series);
        if (entry == NULL)
            return false;
        entry->failed = !check_name(reader, item->key) ||
                        (item->value->kind != NODE_SCALAR &&
                         !keys_read(reader, item->value, &series_grammar, values));
        if (entry->failed && !spec_go_on(reader))
            return false;
        entry->name = item->key->text;
        entry->expression = values[SERIES_VALUE];
        entry->label = values[SERIES_LABEL];
        *last = entry;
        last = &entry->next;
    }
    return true;
}

/* The series of the last release's data. NULL after a failure, which is told by who asked. */
static const struct named_series *compute_previous(struct spec_reader *reader,
                                                   struct spec_series *entry)
{
    const struct sheet_scope scope = { .sheet = reader->sheet,
                                       .reader = reader,
                                       .node = entry->expression };

    if (entry->previous != NULL)
        return entry->previous;
    if (entry->open) {
        spec_fail(reader, entry->expression->place, "series '%s' needs itself to be computed",
                  entry->name);
        return NULL;
    }
    entry->open = true;
    entry->previous = evaluate_named(&scope, entry->name);
    entry->open = false;
    return entry->previous;
}

const struct named_series *spec_compute_series(struct spec_reader *reader,
                                               struct spec_series *entry)
{
    const struct sheet_scope scope = { .sheet = reader->sheet,
                                       .reader = reader,
                                       .node = entry->expression };
    const struct node *node = entry->expression;

    if (reader->is_previous)
        return compute_previous(reader, entry);
    if (entry->named != NULL)
        return entry->named;
    if (entry->is_nothing) {
        spec_fail_nothing(reader, node->place, "'%s' has no data", entry->name);
        return NULL;
    }
    if (entry->failed) {
        spec_fail_again(reader);
        return NULL;
    }
    if (entry->open) {
        spec_fail(reader, node->place, "series '%s' needs itself to be computed", entry->name);
        return NULL;
    }
    const struct spec_text text = spec_text(reader, entry->label);
    entry->failed = !sheet_is_well(reader->sheet);
    if (entry->failed)
        return NULL;
    entry->open = true;
    struct named_series *named = evaluate_named(&scope, entry->name);
    entry->open = false;
    entry->is_nothing = named == NULL && reader->sheet->is_nothing;
    entry->failed = named == NULL && !entry->is_nothing;
    if (named == NULL)
        return NULL;
    if (named->list != NULL && entry->label != NULL) {
        spec_fail(reader, entry->label->place,
                  "'%s' is several series, each with its own label; one label is for one",
                  entry->name);
        return NULL;
    }
    /* The sheet keeps it, for texts that a program adds later. */
    named->of_spec = true;
    named->next = reader->sheet->series;
    reader->sheet->series = named;
    entry->named = named;
    /* Only now, since it may name a parameter that is the series' own last period. */
    const char *label = spec_fill(reader, &text);
    if (label != NULL)
        evaluate_label(reader->sheet, named, label);
    entry->failed = !sheet_is_well(reader->sheet);
    return entry->failed ? NULL : named;
}

/* A template's series may have no data; what shows them tells it. Elsewhere it is a warning. */
static bool go_on_without_series(struct spec_reader *reader, const struct spec_series *entry)
{
    return entry->is_nothing ? spec_pass_over(reader) : spec_go_on(reader);
}

bool spec_compute_all(struct spec_reader *reader)
{
    for (struct spec_series *entry = reader->entries; entry != NULL; entry = entry->next)
        if (!entry->failed && !entry->is_nothing && spec_compute_series(reader, entry) == NULL &&
            !go_on_without_series(reader, entry))
            return false;
    return true;
}
