/* slices.c - finds the slices of a spec's data by the members of its tables. */
#include "sheet/spec/slices.h"

#include <string.h>

#include "sheet/spec/parameters.h"
#include "sheet/spec/spec.h"
#include "sheet/words/names.h"
#include "text/format.h"
#include "text/text.h"
#include "vocabulary/countries.h"
#include "vocabulary/wholes.h"

/* The members of as many combinations are looked for: a bit each, 16 MB. */
enum { MOST_COMBINATIONS = 1 << 27 };

struct finding {
    struct spec_reader *reader;
    struct arena *arena; /* of what is found */
    const sheaf_filter *where;
    size_t n_where;
    const struct named_table *tables[MOST_SLICED];
    size_t dimensions[MOST_SLICED]; /* in the table */
    sheaf_table *narrowed[MOST_SLICED];
};

static void fail_slices(struct finding *finding, const char *format, const char *a, const char *b)
{
    sheaf_sheet *sheet = finding->reader->sheet;

    fail_at(&sheet->error, SHEAF_BAD_INPUT, (struct place){ .file = sheet->file }, format, a, b);
}

static bool has_dimension(const sheaf_table *table, const char *dimension, size_t *index)
{
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++)
        if (strcmp(sheaf_table_dimension(table, i), dimension) == 0) {
            *index = i;
            return true;
        }
    return false;
}

static bool is_told(const struct finding *finding)
{
    return !sheet_is_well(finding->reader->sheet) || finding->reader->sheet->n_told > 0;
}

/* The table that the parameter selects from. */
static bool find_table(struct finding *finding, const char *name, size_t i, struct sliced *sliced)
{
    struct spec_reader *reader = finding->reader;
    struct slice_place place;

    if (!slice_find_place(reader->document.root, name, finding->arena, &place)) {
        fail_slices(finding,
                    "no data are selected by '$%s', so that its members are not known; a selection "
                    "such as trade[partner: $%s] shows them",
                    name, name);
        return false;
    }
    const struct named_table *table = reader->tables;
    while (table != NULL && strcmp(table->name, place.data) != 0)
        table = table->next;
    if (table == NULL || table->failed || table->table == NULL)
        return false;
    if (!has_dimension(table->table, place.dimension, &finding->dimensions[i])) {
        fail_slices(finding, "the data '%s' have no dimension '%s'", place.data, place.dimension);
        return false;
    }
    finding->tables[i] = table;
    sliced->name = arena_string(finding->arena, name);
    sliced->dimension = place.dimension;
    return sliced->name != NULL;
}

/* The rows of the table that where leaves; NULL after a failure. */
static sheaf_table *narrow(struct finding *finding, const sheaf_table *table)
{
    sheaf_filter *filters = arena_array(finding->arena, sheaf_filter, finding->n_where + 1);
    size_t n = 0, index;

    if (filters == NULL)
        return NULL;
    for (size_t i = 0; i < finding->n_where; i++)
        if (has_dimension(table, finding->where[i].dimension, &index) ||
            strcmp(finding->where[i].dimension, "period") == 0)
            filters[n++] = finding->where[i];
    sheaf_table *narrowed = sheaf_table_filter(table, filters, n);
    error_take(&finding->reader->sheet->error, sheaf_table_error(narrowed));
    return narrowed;
}

static bool check_where(struct finding *finding, size_t n_sliced)
{
    size_t index;

    for (size_t i = 0; i < finding->n_where; i++) {
        const char *dimension = finding->where[i].dimension;
        bool known = strcmp(dimension, "period") == 0;

        for (size_t k = 0; k < n_sliced; k++)
            known |= has_dimension(finding->tables[k]->table, dimension, &index);
        if (!known) {
            fail_slices(finding, "no data that sheets are made by have the dimension '%s' (of %s)",
                        dimension, finding->where[i].member);
            return false;
        }
    }
    return true;
}

/* Wholes and groups stay where the author names members of the dimension. */
static bool names_members(const struct finding *finding, const char *dimension)
{
    for (size_t i = 0; i < finding->n_where; i++)
        if (strcmp(finding->where[i].dimension, dimension) == 0 &&
            finding->where[i].member[0] != '!')
            return true;
    return false;
}

/* numbers[m] becomes the number in sliced of the table's member m, or SIZE_MAX. */
static bool take_members(struct finding *finding, size_t i, struct sliced *sliced, size_t *numbers)
{
    const sheaf_table *table = finding->narrowed[i];
    const size_t n = sheaf_table_member_count(table, sliced->dimension);
    const bool all = names_members(finding, sliced->dimension);

    sliced->members = arena_array(finding->arena, const char *, n);
    sliced->names = arena_array(finding->arena, const char *, n);
    sliced->left_out = arena_array(finding->arena, const char *, n);
    if (sliced->members == NULL || sliced->names == NULL || sliced->left_out == NULL)
        return false;
    for (size_t m = 0; m < n; m++) {
        const char *member =
            arena_string(finding->arena, sheaf_table_member(table, sliced->dimension, m));
        const char *name =
            arena_string(finding->arena, sheaf_table_member_name(table, sliced->dimension, m));
        if (member == NULL || name == NULL)
            return false;
        numbers[m] = SIZE_MAX;
        if (member[0] == '\0' ||
            (!all && member_role_of(sliced->dimension, member, name) != MEMBER_PART)) {
            sliced->left_out[sliced->n_left_out++] = member;
            continue;
        }
        numbers[m] = sliced->n;
        sliced->members[sliced->n] = member;
        sliced->names[sliced->n++] = name;
    }
    return true;
}

static bool share_a_table(const struct finding *finding, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (finding->tables[i] != finding->tables[0])
            return false;
    return true;
}

/* The number of the row's slice; UINT32_MAX: one of its members is left out. */
static uint32_t slice_of_row(const struct finding *finding, const struct slices *slices,
                             size_t *const *numbers, size_t row)
{
    uint64_t number = 0;

    for (size_t i = 0; i < slices->n_sliced; i++) {
        const size_t m =
            /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): find_slices has filled in each */
            numbers[i][table_row_member(finding->narrowed[i], row, finding->dimensions[i])];
        if (m == SIZE_MAX)
            return UINT32_MAX;
        number = number * slices->sliced[i].n + m;
    }
    return (uint32_t)number;
}

static bool combine(struct finding *finding, struct slices *slices, size_t *const *numbers)
{
    uint64_t all = 1;

    for (size_t i = 0; i < slices->n_sliced; i++) {
        all *= slices->sliced[i].n;
        if (all > MOST_COMBINATIONS) {
            fail_slices(finding, "there are too many combinations of members of '%s'%s",
                        slices->sliced[0].name, " and the others");
            return false;
        }
    }
    uint8_t *present = arena_array(finding->arena, uint8_t, (size_t)all / 8 + 1);
    if (present == NULL)
        return false;
    if (share_a_table(finding, slices->n_sliced))
        for (size_t row = 0; row < sheaf_table_row_count(finding->narrowed[0]); row++) {
            const uint32_t number = slice_of_row(finding, slices, numbers, row);
            if (number != UINT32_MAX)
                present[number / 8] |= (uint8_t)(1 << number % 8);
        }
    else
        memset(present, 0xFF, (size_t)all / 8 + 1);
    for (size_t number = 0; number < all; number++)
        slices->n += present[number / 8] >> number % 8 & 1;
    slices->numbers = arena_array(finding->arena, uint32_t, slices->n);
    if (slices->numbers == NULL)
        return false;
    for (size_t number = 0, n = 0; number < all; number++)
        if (present[number / 8] >> number % 8 & 1)
            slices->numbers[n++] = (uint32_t)number;
    return true;
}

/* With the data read. */
static bool find_slices(struct finding *finding, const char *const *parameters, size_t n,
                        struct slices *slices)
{
    size_t *numbers[MOST_SLICED] = { NULL };

    for (size_t i = 0; i < n; i++)
        if (!find_table(finding, parameters[i], i, &slices->sliced[i]))
            return false;
    if (!check_where(finding, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        finding->narrowed[i] = narrow(finding, finding->tables[i]->table);
        if (finding->narrowed[i] == NULL || !sheet_is_well(finding->reader->sheet) ||
            !has_dimension(finding->narrowed[i], slices->sliced[i].dimension,
                           &finding->dimensions[i]))
            return false;
        numbers[i] = arena_array(
            finding->arena, size_t,
            sheaf_table_member_count(finding->narrowed[i], slices->sliced[i].dimension));
        if (numbers[i] == NULL || !take_members(finding, i, &slices->sliced[i], numbers[i]))
            return false;
    }
    return combine(finding, slices, numbers);
}

/* The parts of the spec that its data need. */
static bool read_parts(struct spec_reader *reader)
{
    const struct node *root = reader->document.root;
    const struct node *parameters = node_find(root, "parameters");
    const struct node *language = node_find(root, "language");

    reader->main_language =
        language != NULL && language->kind == NODE_SCALAR && text_language_is_known(language->text)
            ? language->text
            : reader->sheet->language;
    return spec_read_parameters(reader, parameters) &&
           spec_read_names(reader, node_find(root, "names")) &&
           spec_read_sources(reader, node_find(root, "sources")) &&
           spec_read_data(reader, node_find(root, "data"));
}

/* Sheets of a spec that is no mapping, or whose parts are of another kind, tell so when they are
 * checked; here these parts would be taken for others. */
static bool has_parts(const struct node *root)
{
    static const char *const parts[] = { "parameters", "names", "sources", "data" };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct node *part = root->kind == NODE_MAPPING ? node_find(root, parts[i]) : root;
        if (part != NULL && part->kind != NODE_MAPPING)
            return false;
    }
    return true;
}

bool spec_find_slices(sheaf_sheet *sheet, const char *const *parameters, size_t n,
                      const sheaf_filter *where, size_t n_where, struct arena *arena,
                      struct slices *slices)
{
    *slices = (struct slices){ .n_sliced = n };
    if (sheet->spec == NULL || !sheet_is_well(sheet))
        return false;
    struct spec_reader reader = { .sheet = sheet,
                                  .document = sheet->spec->document,
                                  .path = sheet->spec->path };
    struct finding finding = {
        .reader = &reader, .arena = arena, .where = where, .n_where = n_where
    };

    if (!has_parts(reader.document.root)) {
        sheaf_sheet_check(sheet);
        return false;
    }
    arena_init(&reader.arena, &sheet->alloc, &sheet->error);
    const bool found =
        read_parts(&reader) && !is_told(&finding) && find_slices(&finding, parameters, n, slices);
    for (size_t i = 0; i < n; i++)
        sheaf_table_destroy(finding.narrowed[i]);
    for (struct named_table *named = reader.tables; named != NULL; named = named->next) {
        sheaf_table_destroy(named->rest);
        kept_table_drop(&sheet->alloc, named->kept);
        kept_table_drop(&sheet->alloc, named->previous);
        sheaf_table_destroy(named->previous_rest);
    }
    arena_free(&reader.arena);
    if (sheet->n_told > 0)
        error_take(&sheet->error, &sheet->told[0]);
    return found && sheet_is_well(sheet);
}

const char *spec_member_name(const sheaf_sheet *sheet, struct text *text, const char *member,
                             const char *named, struct arena *arena)
{
    const struct member_names *names = names_find(sheet, member);
    const struct name_in_language *own =
        names != NULL ? names_in_language(names, text_locale(text)) : NULL;
    const char *country = country_to_name(member);

    if (own != NULL && own->name != NULL)
        return arena_string(arena, own->name);
    if (country != NULL)
        return format_country(text, arena, country);
    return arena_string(arena, named[0] != '\0' ? named : member);
}
