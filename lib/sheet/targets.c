/* targets.c - lists blocks that have ids, numbers or titles, and finds them. */
#include "sheet/targets.h"

#include <string.h>

#include "base/strings.h"
#include "chart/words/words.h"
#include "sheet/blocks/block.h"
#include "text/format.h"

enum { LONGEST_ID = 64, MOST_NEAR = 64 };

bool id_is_valid(const char *id, size_t n)
{
    if (n == 0 || n > LONGEST_ID)
        return false;
    for (size_t i = 0; i < n; i++) {
        bool is_letter = (id[i] >= 'a' && id[i] <= 'z') || (id[i] >= 'A' && id[i] <= 'Z');
        bool is_other = (id[i] >= '0' && id[i] <= '9') || id[i] == '-' || id[i] == '_';
        if (!is_letter && (i == 0 || !is_other))
            return false;
    }
    return true;
}

static const struct block_id *find_id(const sheaf_sheet *sheet, const char *id, size_t n)
{
    const struct block_id *at = sheet->ids;

    while (at != NULL && !string_is(id, n, at->id))
        at = at->next;
    return at;
}

const char *targets_declare(sheaf_sheet *sheet, const char *id, size_t n,
                            const struct block_type *type, bool *is_twice)
{
    *is_twice = find_id(sheet, id, n) != NULL;
    if (*is_twice)
        return NULL;
    struct block_id *own = arena_new(&sheet->arena, struct block_id);
    if (own == NULL)
        return NULL;
    *own = (struct block_id){ .id = arena_text(&sheet->arena, id, n),
                              .type = type,
                              .of_spec = !sheet->is_ready,
                              .next = sheet->ids };
    if (own->id != NULL)
        sheet->ids = own;
    return own->id;
}

bool targets_refer(sheaf_sheet *sheet, const struct block_reference *reference)
{
    struct block_reference *own = arena_new(&sheet->arena, struct block_reference);

    if (own == NULL)
        return false;
    *own = *reference;
    own->next = sheet->references;
    sheet->references = own;
    return true;
}

const char *targets_mistake(sheaf_sheet *sheet, const struct block_reference *reference)
{
    const char *id = reference->id, *names[MOST_NEAR];
    const struct block_id *found = find_id(sheet, id, strlen(id));
    size_t n = 0;

    if (found == NULL) {
        for (const struct block_id *at = sheet->ids; at != NULL && n < MOST_NEAR; at = at->next)
            names[n++] = at->id;
        const char *near = string_nearest(id, strlen(id), names, n);
        return arena_format(&sheet->arena, "no block has the id '%s'%s%s%s", id,
                            near != NULL ? "; did you mean '" : "", near != NULL ? near : "",
                            near != NULL ? "'?" : "; write 'id:' beside the block");
    }
    const enum target_kind kind = found->type->target;
    if (!reference->by_name || kind == TARGET_SECTION)
        return NULL;
    if (kind == TARGET_OTHER)
        return arena_format(&sheet->arena,
                            "'%s' is a block of type '%s', which has no name; write [words](#%s)",
                            id, found->type->name, id);
    if (!sheet->numbers)
        return arena_format(
            &sheet->arena, "'%s' has no number: write 'number: yes' for the sheet, or [words](#%s)",
            id, id);
    return NULL;
}

void targets_forget(sheaf_sheet *sheet)
{
    struct block_id **id = &sheet->ids;
    struct block_reference **reference = &sheet->references;

    while (*id != NULL)
        if ((*id)->of_spec)
            *id = (*id)->next;
        else
            id = &(*id)->next;
    while (*reference != NULL)
        if ((*reference)->of_spec)
            *reference = (*reference)->next;
        else
            reference = &(*reference)->next;
}

struct listing {
    sheaf_sheet *sheet;
    sheaf_error *error;
    int charts, tables;
    bool has_section;
};

static bool add(struct listing *listing, const struct block *block, const struct block *top)
{
    sheaf_sheet *sheet = listing->sheet;
    const enum target_kind kind = block->type->target;
    struct sheet_target target = { .kind = kind, .id = block->id, .block = block, .top = top };

    if (kind == TARGET_OTHER && block->id == NULL)
        return true;
    listing->has_section |= kind == TARGET_SECTION;
    if (sheet->numbers && kind == TARGET_CHART)
        target.number = ++listing->charts;
    if (sheet->numbers && kind == TARGET_TABLE)
        target.number = ++listing->tables;
    target.level = kind == TARGET_SECTION || !listing->has_section ? 1 : 2;
    if (!memory_grow(&sheet->alloc, listing->error, &sheet->targets, &sheet->target_capacity,
                     sheet->n_targets + 1, sizeof *sheet->targets))
        return false;
    sheet->targets[sheet->n_targets++] = target;
    return true;
}

/* Rows hold columns, and columns rows; only so deep do blocks nest. */
static bool list_blocks(struct listing *listing, const struct block *first, const struct block *top)
{
    for (const struct block *block = first; block != NULL; block = block->next) {
        const struct block *outer = top != NULL ? top : block;

        if (!add(listing, block, outer))
            return false;
        if ((block->type == &block_row || block->type == &block_column) &&
            !list_blocks(listing, block_group_first(block), outer))
            return false;
    }
    return true;
}

bool targets_list(sheaf_sheet *sheet, sheaf_error *error)
{
    struct listing listing = { .sheet = sheet, .error = error };

    sheet->n_targets = 0;
    for (const struct block_reference *at = sheet->references; at != NULL; at = at->next) {
        const char *mistake = targets_mistake(sheet, at);
        if (mistake != NULL) {
            fail_at(error, SHEAF_BAD_INPUT, at->place, "%s", mistake);
            return false;
        }
    }
    return list_blocks(&listing, sheet_blocks(sheet), NULL);
}

const struct sheet_target *target_named(const sheaf_sheet *sheet, const char *id)
{
    for (size_t i = 0; i < sheet->n_targets; i++)
        if (sheet->targets[i].id != NULL && strcmp(sheet->targets[i].id, id) == 0)
            return &sheet->targets[i];
    return NULL;
}

const struct sheet_target *target_of(const sheaf_sheet *sheet, const struct block *block)
{
    for (size_t i = 0; i < sheet->n_targets; i++)
        if (sheet->targets[i].block == block)
            return &sheet->targets[i];
    return NULL;
}

static const char *numbered(const struct sheet_target *target, struct text *text,
                            struct arena *arena)
{
    const struct blank blank = { "number", arena_format(arena, "%d", target->number) };

    return format_phrase(text, arena,
                         target->kind == TARGET_TABLE ? PHRASE_TABLE_NUMBER : PHRASE_CHART_NUMBER,
                         &blank, 1);
}

const char *target_name(const struct sheet_target *target, struct text *text, struct arena *arena)
{
    if (target->number > 0)
        return numbered(target, text, arena);
    if (target->kind != TARGET_SECTION)
        return "";
    return markup_text(target->block->type->title(target->block), text, arena, (sheaf_period){ 0 });
}

const char *target_title(const struct sheet_target *target, const char *title, struct text *text,
                         struct arena *arena)
{
    bool has_title = title != NULL && title[0] != '\0';

    if (target == NULL || target->number == 0)
        return has_title ? title : NULL;
    const char *name = numbered(target, text, arena);
    name = name != NULL ? capitalized(arena, name) : NULL;
    if (!has_title || name == NULL)
        return name;
    const struct blank blanks[] = { { "name", name }, { "title", title } };
    return format_phrase(text, arena, PHRASE_NUMBERED_TITLE, blanks, 2);
}
