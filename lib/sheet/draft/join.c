/* join.c - joins the pieces of a draft, and tries it on the table: what does not hold is left out. */
#include <string.h>

#include "sheet/draft/draft.h"
#include "sheet/model.h"
#include "table/table.h"

static void put_indented(struct buffer *into, const char *text, size_t indent)
{
    while (*text != '\0') {
        const size_t n = strcspn(text, "\n") + (strchr(text, '\n') != NULL);

        for (size_t i = 0; i < indent && n > 1; i++)
            buffer_byte(into, ' ');
        buffer_put(into, text, n);
        text += n;
    }
}

static size_t count_lines(const struct buffer *buffer)
{
    size_t n = 1;

    for (size_t i = 0; i < buffer->length; i++)
        n += buffer->bytes[i] == '\n';
    return n;
}

/* The same comment once in a row of blocks. */
static const char *without_comment(const struct draft_piece *before, const char *text)
{
    const char *end = strchr(text, '\n');

    if (before == NULL || text[0] != '#' || end == NULL ||
        strncmp(before->text, text, (size_t)(end - text)) != 0)
        return text;
    return end + 1;
}

static const struct draft_piece *next_kept(const struct draft_piece *piece)
{
    do
        piece = piece->next;
    while (piece != NULL && piece->is_left_out);
    return piece;
}

/* Two of one kind share a row. */
static void put_blocks(struct buffer *into, struct draft_piece *piece)
{
    const struct draft_piece *before = NULL;
    int in_row = 0;

    for (; piece != NULL; piece = piece->next) {
        if (piece->is_left_out)
            continue;
        const struct draft_piece *next = next_kept(piece);
        const bool goes_on = piece->is_beside && next != NULL && next->is_beside;

        if (in_row == 0 && before != NULL && !(before->is_beside && in_row > 0))
            buffer_byte(into, '\n');
        if (in_row == 0 && goes_on)
            buffer_text(into, "  - row:\n");
        in_row = in_row > 0 ? in_row + 1 : goes_on;
        piece->first = count_lines(into);
        put_indented(into, without_comment(in_row == 2 ? before : NULL, piece->text),
                     in_row > 0 ? 6 : 2);
        piece->last = count_lines(into) - 1;
        if (in_row == 2)
            in_row = 0;
        before = piece;
    }
}

/* Whether another piece names the series. */
static bool is_used(const struct draft *draft, const struct draft_piece *series)
{
    for (const struct draft_piece *piece = draft->pieces; piece != NULL; piece = piece->next)
        if (piece != series && !piece->is_left_out && series->name != NULL &&
            strstr(piece->text, series->name) != NULL)
            return true;
    return false;
}

/* Series that no block shows would only be read. */
static void leave_out_unused_series(struct draft *draft)
{
    for (struct draft_piece *piece = draft->pieces; piece != NULL; piece = piece->next)
        if (piece->kind == PIECE_SERIES && !is_used(draft, piece))
            piece->is_left_out = true;
}

/* A key whose items are all left out. */
static bool is_empty_group(const struct draft_piece *group)
{
    const struct draft_piece *next = next_kept(group);

    return next == NULL || next->kind == PIECE_HEAD || next->kind == PIECE_GROUP;
}

static void put_all(struct draft *draft, struct buffer *into)
{
    struct draft_piece *piece = draft->pieces;

    for (; piece != NULL && piece->kind != PIECE_BLOCK; piece = piece->next) {
        if (piece->is_left_out || (piece->kind == PIECE_GROUP && is_empty_group(piece)))
            continue;
        piece->first = count_lines(into);
        buffer_text(into, piece->text);
        piece->last = count_lines(into) - 1;
    }
    put_blocks(into, piece);
}

static bool leave_out_at(struct draft *draft, size_t line)
{
    for (struct draft_piece *piece = draft->pieces; piece != NULL; piece = piece->next)
        if (!piece->is_left_out && piece->kind > PIECE_GROUP && piece->first <= line &&
            line <= piece->last) {
            piece->is_left_out = true;
            return true;
        }
    return false;
}

/* Warnings of sheaf check: a parameter that is never used, or a block whose words have no room. */
static bool leave_out_warned(struct draft *draft, const sheaf_sheet *sheet)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    bool any = false;

    for (size_t i = 0; !any && sheaf_sheet_warning(sheet, i, &warning); i++)
        if (!warning.is_note && strcmp(warning.file, DRAFT_FILE) == 0)
            any = leave_out_at(draft, warning.line);
    return any;
}

/* A second page that is nearly empty is drawn in to the first, if that has room: one try. */
static bool take_one_page(struct draft *draft, const sheaf_sheet *sheet)
{
    struct draft_piece *piece = draft->pieces;

    while (piece != NULL && piece->kind != PIECE_SETTING)
        piece = piece->next;
    if (piece == NULL || draft->tried_one_page || sheet->remarks.fewer_pages != 1)
        return false;
    draft->tried_one_page = true;
    piece->is_left_out = false;
    return true;
}

/* Whether the spec holds; what does not is left out, for the next try. *goes_on: there was such. */
static bool try_it(struct draft *draft, const struct buffer *spec, bool *goes_on)
{
    sheaf_context *context = sheaf_context_create(table_alloc(draft->table));
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    sheaf_context_destroy(context); /* the sheet holds it */

    *goes_on = false;
    if (sheaf_sheet_status(sheet) != SHEAF_OK) { /* one that is shared by all failures */
        error_take(draft->error, sheaf_sheet_error(sheet));
        return false;
    }
    sheet->table_at_hand = draft->table;
    sheaf_sheet_load_bytes(sheet, DRAFT_FILE, spec->bytes, spec->length);
    const sheaf_status status = sheaf_sheet_check(sheet);
    const bool holds = status == SHEAF_OK;

    /* Only the author's mistakes are of a piece. */
    if (!holds && status != SHEAF_BAD_INPUT)
        error_take(draft->error, sheaf_sheet_error(sheet));
    *goes_on = holds && (leave_out_warned(draft, sheet) || take_one_page(draft, sheet));
    for (size_t i = 0; !holds && i < sheaf_sheet_error_count(sheet); i++)
        *goes_on |= leave_out_at(draft, sheaf_sheet_error_at(sheet, i)->line);
    if (!holds && !*goes_on)
        error_take(draft->error, sheaf_sheet_error(sheet));
    sheaf_sheet_destroy(sheet);
    return holds && !*goes_on;
}

void draft_join(struct draft *draft, struct buffer *into)
{
    bool goes_on = true, holds = false;

    while (goes_on && !holds && draft_is_well(draft)) {
        buffer_clear(into);
        leave_out_unused_series(draft);
        put_all(draft, into);
        if (!into->failed)
            holds = try_it(draft, into, &goes_on);
        else
            goes_on = false;
    }
}
