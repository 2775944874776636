/* draft.c - a first spec from a table. */
#include "sheet/draft/draft.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/secret.h"
#include "base/sized.h"
#include "table/table.h"

bool draft_is_well(const struct draft *draft)
{
    return draft->error->status == SHEAF_OK;
}

void draft_add(struct draft *draft, int kind, const char *name, const char *format, ...)
{
    struct draft_piece *piece = arena_new(&draft->arena, struct draft_piece);
    va_list arguments, again;
    int n;

    va_start(arguments, format);
    va_copy(again, arguments);
    n = vsnprintf(NULL, 0, format, arguments);
    char *text = n >= 0 ? arena_take(&draft->arena, (size_t)n + 1, 1) : NULL;
    if (piece != NULL && text != NULL) {
        vsnprintf(text, (size_t)n + 1, format, again);
        piece->text = text;
        piece->kind = kind;
        piece->name = name;
        *draft->next_piece = piece;
        draft->next_piece = &piece->next;
    }
    va_end(again);
    va_end(arguments);
}

static struct draft_piece *last_piece(struct draft *draft)
{
    struct draft_piece *piece = draft->pieces;

    while (piece != NULL && piece->next != NULL)
        piece = piece->next;
    return piece;
}

void draft_beside(struct draft *draft)
{
    struct draft_piece *piece = last_piece(draft);

    if (piece != NULL)
        piece->is_beside = true;
}

void draft_hold_back(struct draft *draft)
{
    struct draft_piece *piece = last_piece(draft);

    if (piece != NULL)
        piece->is_left_out = true;
}

static void make(struct draft *draft, struct buffer *into)
{
    draft_find_shape(draft);
    if (draft_is_well(draft))
        draft_find_parts(draft);
    if (draft_is_well(draft) && draft->makes_no_sum) {
        draft->n_dimensions = draft->n_flows = 0;
        draft_find_shape(draft);
        draft_find_parts(draft);
    }
    if (draft_is_well(draft))
        draft_find_course(draft);
    if (draft_is_well(draft) && draft->last.unit == SHEAF_NO_PERIOD)
        fail_at(draft->error, SHEAF_BAD_INPUT, (struct place){ .file = table_name(draft->table) },
                "no figure has a value, so that a sheet has nothing to begin with");
    if (!draft_is_well(draft))
        return;
    draft->data = draft->n_flows > 0 ? "trade" : "figures";
    draft_name_series(draft);
    draft_find_others(draft);
    draft_make_head(draft);
    if (draft_is_well(draft))
        draft_make_series(draft);
    if (draft_is_well(draft))
        draft_make_blocks(draft);
    if (draft_is_well(draft))
        draft_join(draft, into);
}

/* A spec is for others, too. */
static bool holds_secret(const char *file)
{
    const char *at = file + 5, *end = file + strlen(file);
    struct connection_pair pair;

    if (strncmp(file, "odbc:", 5) != 0)
        return false;
    while (connection_next(&at, end, &pair))
        if (connection_is_secret(&pair) && (pair.value_n == 0 || pair.value[0] != '$'))
            return true;
    return false;
}

/* Both structs, whatever version of them the caller was compiled with. */
static bool take_options(const sheaf_suggest_options *given, sheaf_suggest_options *own,
                         sheaf_read_options *reading, sheaf_error *error)
{
    if (given == NULL)
        return true;
    if (!sized_take(own, sizeof *own, offsetof(sheaf_suggest_options, chosen), given) ||
        (own->reading != NULL &&
         !sized_take(reading, sizeof *reading, sizeof *reading, own->reading)))
        fail(error, SHEAF_BAD_ARGUMENT,
             "the options have a wrong size, or say what this version does not know");
    own->reading = own->reading != NULL ? reading : NULL;
    return error->status == SHEAF_OK;
}

static bool check_call(const sheaf_table *table, const sheaf_suggest_options *options,
                       sheaf_error *error)
{
    if (table == NULL || options->file == NULL || options->file[0] == '\0')
        fail(error, SHEAF_BAD_ARGUMENT, "a spec needs a table and the name of its file");
    else if (sheaf_table_status(table) != SHEAF_OK)
        error_take(error, sheaf_table_error(table));
    else if (holds_secret(options->file))
        fail(error, SHEAF_BAD_INPUT,
             "a spec would show the password: write PWD=$NAME, which takes it from the "
             "environment variable NAME");
    return error->status == SHEAF_OK;
}

static void write_draft(const sheaf_table *table, const sheaf_suggest_options *options,
                        struct buffer *into, sheaf_error *error)
{
    struct draft draft = { .options = options, .table = table, .error = error };

    if (!check_call(table, options, error))
        return;
    arena_init(&draft.arena, table_alloc(table), error);
    draft.next_piece = &draft.pieces;
    draft_find_languages(&draft);
    if (!draft_is_well(&draft)) {
        arena_free(&draft.arena);
        return;
    }
    draft.view = sheaf_table_filter(table, options->filters, options->n_filters);
    error_take(error, sheaf_table_error(draft.view));
    if (error->status == SHEAF_OK)
        make(&draft, into);
    sheaf_table_destroy(draft.view);
    arena_free(&draft.arena);
}

/* sink NULL: the path. */
static sheaf_status suggest(const sheaf_table *table, const sheaf_suggest_options *options,
                            const char *path, const sheaf_sink *sink, sheaf_error *error)
{
    sheaf_error own = { 0 };
    sheaf_suggest_options known = SHEAF_SUGGEST_OPTIONS_INIT;
    sheaf_read_options reading = SHEAF_READ_OPTIONS_INIT;
    struct buffer buffer;

    buffer_init(&buffer, table != NULL ? table_alloc(table) : NULL, &own);
    if (take_options(options, &known, &reading, &own))
        write_draft(table, &known, &buffer, &own);
    if (own.status == SHEAF_OK && sink == NULL && path == NULL)
        fail(&own, SHEAF_BAD_ARGUMENT, "a spec needs a path to be written to");
    if (own.status == SHEAF_OK && sink != NULL)
        (void)!sink_write(sink, buffer.bytes, buffer.length, &own);
    else if (own.status == SHEAF_OK)
        (void)!file_replace(path, buffer.bytes, buffer.length, &own);
    buffer_free(&buffer);
    if (error != NULL)
        *error = own;
    return own.status;
}

sheaf_status sheaf_sheet_suggest(const sheaf_table *table, const sheaf_suggest_options *options,
                                 const char *path, sheaf_error *error)
{
    return suggest(table, options, path, NULL, error);
}

sheaf_status sheaf_sheet_suggest_sink(const sheaf_table *table,
                                      const sheaf_suggest_options *options, sheaf_sink sink,
                                      sheaf_error *error)
{
    return suggest(table, options, NULL, &sink, error);
}
