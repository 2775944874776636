/* table.c - a table's life, warnings and public accessors. */
#include "table/table.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/sized.h"
#include "base/strings.h"
#include "series/rounding.h"
#include "table/table_parts.h"

static const sheaf_table inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
    .name = "",
    .format = "",
};

static bool failed(const sheaf_table *table)
{
    return table == NULL || table->error.status != SHEAF_OK;
}

static const sheaf_read_options nothing_said = { 0 };

sheaf_table *table_create(const sheaf_alloc *alloc, const char *name)
{
    sheaf_table *table = memory_resize(alloc, NULL, 0, sizeof *table);

    if (table == NULL)
        return (sheaf_table *)&inert;
    *table = (sheaf_table){ .name = "", .format = "", .options = &nothing_said };
    arena_init(&table->arena, alloc, &table->error);
    name = arena_string(&table->arena, name != NULL ? name : "");
    if (name != NULL)
        table->name = name;
    return table;
}

void sheaf_table_destroy(sheaf_table *table)
{
    if (table == NULL || table == &inert)
        return;

    sheaf_alloc alloc = table->arena.alloc;

    sheaf_series_destroy(table->steps);
    table_free_rows(table);
    table_free_series(table);
    for (size_t i = 0; i < table->dimension_count; i++)
        table_free_dimension(table, &table->dimensions[i]);
    memory_free(&alloc, table->dimensions, table->dimension_capacity * sizeof *table->dimensions);
    memory_free(&alloc, (void *)table->passed_over,
                table->passed_over_capacity * sizeof *table->passed_over);
    memory_free(&alloc, table->findings, table->finding_capacity * sizeof *table->findings);
    arena_free(&table->arena);
    memory_free(&alloc, table, sizeof *table);
}

sheaf_status sheaf_table_status(const sheaf_table *table)
{
    return table != NULL ? table->error.status : SHEAF_BAD_ARGUMENT;
}

const sheaf_error *sheaf_table_error(const sheaf_table *table)
{
    static const sheaf_error none = { .status = SHEAF_BAD_ARGUMENT,
                                      .message = "the table is NULL" };

    return table != NULL ? &table->error : &none;
}

sheaf_error *table_error(sheaf_table *table)
{
    return &table->error;
}

const char *table_name(const sheaf_table *table)
{
    return table != NULL ? table->name : "";
}

void table_set_name(sheaf_table *table, const char *name)
{
    name = arena_string(&table->arena, name);
    if (name != NULL)
        table->name = name;
}

const sheaf_alloc *table_alloc(const sheaf_table *table)
{
    return table == NULL || table == &inert ? memory_or_default(NULL) : &table->arena.alloc;
}

size_t sheaf_table_row_count(const sheaf_table *table)
{
    return failed(table) ? 0 : table->row_count;
}

bool sheaf_table_row(const sheaf_table *table, size_t index, sheaf_row *row)
{
    struct table_row own;

    if (row == NULL || index >= sheaf_table_row_count(table))
        return false;
    own = table_row_at(table, index);
    sheaf_row given = { .period = own.period,
                        .value = own.value,
                        .decimals = own.decimals,
                        .multiplier = own.multiplier,
                        .status = (sheaf_observation_status)own.status,
                        .confidentiality = own.confidentiality,
                        .derived = own.derived,
                        .estimated = own.estimated,
                        .stated_growth = own.growth,
                        .stated_growth_decimals = own.growth_decimals,
                        .file = table_row_file(table, index),
                        .line = own.line,
                        .low = NAN,
                        .high = NAN };
    struct interval open = own.has_bounds ? (struct interval){ own.low, own.high }
                                          : rounding_interval(own.value, own.decimals);

    if (!isnan(own.value)) {
        given.low = open.low;
        given.high = open.high;
    }
    return sized_give(row, sizeof *row, &given, sizeof given);
}

const char *sheaf_table_row_member(const sheaf_table *table, size_t index, size_t dimension)
{
    if (index >= sheaf_table_row_count(table) || dimension >= table->dimension_count)
        return NULL;
    return table_member(table, dimension, table_row_member(table, index, dimension));
}

const char *sheaf_table_format(const sheaf_table *table)
{
    return failed(table) ? "" : table->format;
}

const char *sheaf_table_title(const sheaf_table *table)
{
    return failed(table) || table->title == NULL ? "" : table->title;
}

void sheaf_table_set_flags(sheaf_table *table, sheaf_flags flags)
{
    if (!failed(table) && (int)flags >= 0 && flags <= SHEAF_FLAGS_NONE)
        table->flags = flags;
}

sheaf_flags table_flags(const sheaf_table *table)
{
    return failed(table) ? SHEAF_FLAGS_ESTIMATED : table->flags;
}

void sheaf_table_set_safe(sheaf_table *table, bool safe)
{
    if (!failed(table))
        table->is_safe = safe;
}

bool table_is_safe(const sheaf_table *table)
{
    return !failed(table) && table->is_safe;
}

size_t sheaf_table_warning_count(const sheaf_table *table)
{
    return table != NULL ? table->finding_count : 0;
}

bool sheaf_table_warning(const sheaf_table *table, size_t index, sheaf_warning *warning)
{
    if (warning == NULL || index >= sheaf_table_warning_count(table))
        return false;
    return sized_give(warning, sizeof *warning, &table->findings[index].warning, sizeof *warning);
}

uint16_t table_file_like(sheaf_table *table, const sheaf_table *from, size_t row)
{
    const char *name = table_row_file(from, row);

    if (strcmp(name, table->name) == 0)
        return 0;
    for (size_t i = table->file_count; i > 0; i--)
        if (strcmp(table->files[i - 1], name) == 0)
            return (uint16_t)i;
    return table_add_file(table, name);
}

size_t sheaf_warning_text(const sheaf_warning *warning, char *out, size_t capacity)
{
    char place[PLACE_TEXT], more[64] = "", text[PLACE_TEXT + 1024];

    if (warning == NULL || warning->message == NULL || warning->file == NULL)
        return utf8_write_printable(out, capacity, "", 0);
    place_write(place, warning->file, warning->line, warning->column);
    if (warning->count > 1)
        snprintf(more, sizeof more, " (and %zu more)", warning->count - 1);
    int n = snprintf(text, sizeof text, "%s%s: %s%s", place, warning->is_note ? "note" : "warning",
                     warning->message, more);
    if ((size_t)n >= sizeof text)
        n = (int)utf8_repair(text, strlen(text));
    return utf8_write_printable(out, capacity, text, (size_t)n);
}

static struct finding *find_finding(const sheaf_table *table, const char *kind)
{
    for (size_t i = 0; i < table->finding_count; i++)
        if (strcmp(table->findings[i].kind, kind) == 0)
            return &table->findings[i];
    return NULL;
}

bool table_has_warning(const sheaf_table *table, const char *kind)
{
    return find_finding(table, kind) != NULL;
}

void table_take_back_warning(sheaf_table *table, const char *kind)
{
    struct finding *finding = find_finding(table, kind);

    if (finding == NULL)
        return;
    memmove(finding, finding + 1,
            (size_t)(table->findings + table->finding_count - finding - 1) * sizeof *finding);
    table->finding_count--;
}

void table_warn(sheaf_table *table, const char *kind, struct place at, const char *format, ...)
{
    struct finding *finding = failed(table) ? NULL : find_finding(table, kind);
    char raw[sizeof table->error.message], message[sizeof raw];
    size_t at_setting, setting_length;
    va_list arguments;

    if (finding != NULL)
        finding->warning.count++;
    if (finding != NULL || failed(table) ||
        !memory_grow(&table->arena.alloc, &table->error, &table->findings, &table->finding_capacity,
                     table->finding_count + 1, sizeof *finding))
        return;
    va_start(arguments, format);
    vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    raw[utf8_repair(raw, strlen(raw))] = '\0';
    message_write(message, sizeof message, raw, &at_setting, &setting_length);
    finding = &table->findings[table->finding_count];
    finding->kind = arena_string(&table->arena, kind);
    finding->warning = (sheaf_warning){ sizeof(sheaf_warning),
                                        arena_string(&table->arena, message),
                                        arena_string(&table->arena, at.file != NULL ? at.file : ""),
                                        at.line,
                                        at.column,
                                        1,
                                        at_setting,
                                        setting_length,
                                        false };
    table->finding_count += !failed(table);
}

size_t sheaf_table_member_count(const sheaf_table *table, const char *dimension)
{
    size_t i = failed(table) ? SIZE_MAX : table_find_dimension(table, dimension);

    return i == SIZE_MAX ? 0 : table->dimensions[i].count;
}

const char *sheaf_table_member(const sheaf_table *table, const char *dimension, size_t index)
{
    if (index >= sheaf_table_member_count(table, dimension))
        return NULL;
    return table->dimensions[table_find_dimension(table, dimension)].members[index];
}

const char *sheaf_table_member_name(const sheaf_table *table, const char *dimension, size_t index)
{
    if (index >= sheaf_table_member_count(table, dimension))
        return "";
    return table_member_name(table, table_find_dimension(table, dimension), (uint32_t)index);
}

size_t sheaf_table_dimension_count(const sheaf_table *table)
{
    return failed(table) ? 0 : table->dimension_count;
}

const char *sheaf_table_dimension(const sheaf_table *table, size_t index)
{
    return index < sheaf_table_dimension_count(table) ? table->dimensions[index].name : NULL;
}

void table_set_options(sheaf_table *table, const sheaf_read_options *options)
{
    if (table != &inert)
        table->options = options != NULL ? options : &nothing_said;
}

void table_set_watch(sheaf_table *table, const struct table_watch *watch)
{
    if (table != &inert)
        table->watch = watch;
}

const sheaf_read_options *table_options(const sheaf_table *table)
{
    return table->options;
}

bool table_begin_check(sheaf_table *table)
{
    bool first = !table->checked;

    table->checked = true;
    return first;
}

void table_take_warnings(sheaf_table *table, const sheaf_table *from)
{
    for (size_t i = 0; i < from->finding_count; i++) {
        const struct finding *finding = &from->findings[i];
        struct finding *own = find_finding(table, finding->kind);

        if (strcmp(finding->kind, "repeated") == 0)
            continue;
        if (own == NULL) {
            table_warn(table, finding->kind,
                       (struct place){ .file = finding->warning.file,
                                       .line = finding->warning.line,
                                       .column = finding->warning.column },
                       "%s", finding->warning.message);
            own = find_finding(table, finding->kind);
            if (own != NULL) {
                own->warning.count = 0;
                own->warning.setting = finding->warning.setting;
                own->warning.setting_length = finding->warning.setting_length;
            }
        }
        if (own != NULL)
            own->warning.count += finding->warning.count;
    }
}

void table_pass_over(sheaf_table *table, const char *header)
{
    size_t length;

    if (failed(table) || !memory_grow(&table->arena.alloc, &table->error, &table->passed_over,
                                      &table->passed_over_capacity, table->passed_over_count + 1,
                                      sizeof *table->passed_over))
        return;
    const char *copy = table_copy_text(table, header, strlen(header), &length);
    if (copy != NULL)
        table->passed_over[table->passed_over_count++] = copy;
}

const char *table_passed_over(const sheaf_table *table, size_t index)
{
    return index < table->passed_over_count ? table->passed_over[index] : NULL;
}

void table_set_format(sheaf_table *table, const char *name)
{
    table->format = name;
}

void table_set_title(sheaf_table *table, const char *title, size_t n)
{
    size_t length;

    if (!failed(table))
        table->title = table_copy_text(table, title, n, &length);
}

void table_set_x(sheaf_table *table, const char *header)
{
    size_t length;

    if (!failed(table) && header[0] != '\0')
        table->x = table_copy_text(table, header, strlen(header), &length);
}

const char *table_x(const sheaf_table *table)
{
    return failed(table) || table->x == NULL ? "" : table->x;
}

void table_add_derivation(sheaf_table *table, const char *sentence)
{
    if (failed(table))
        return;
    if (table->derivation_count < DERIVATIONS_KEPT)
        table->derivations[table->derivation_count] = arena_string(&table->arena, sentence);
    table->derivation_count += !failed(table);
}

void table_set_steps(sheaf_table *table, sheaf_series *steps)
{
    if (failed(table)) {
        sheaf_series_destroy(steps);
        return;
    }
    table->steps = steps;
}

const sheaf_series *table_steps(const sheaf_table *table)
{
    return table->steps;
}

size_t table_derivation_count(const sheaf_table *table)
{
    return table->derivation_count;
}

const char *table_derivation(const sheaf_table *table, size_t index)
{
    return index < DERIVATIONS_KEPT ? table->derivations[index] : NULL;
}
