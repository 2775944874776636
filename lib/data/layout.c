/* layout.c - heads to columns: by the caller, the format's list, the vocabulary. */
#include "data/layout.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "data/dates.h"

bool layout_failed(const struct layout *layout)
{
    return sheaf_table_status(layout->table) != SHEAF_OK;
}

bool layout_has(const struct layout *layout, enum column_use use)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].use == use)
            return true;
    return false;
}

bool layout_has_dimension(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->options->n_constants; i++)
        if (strcmp(layout->options->constants[i].dimension, name) == 0)
            return true;
    for (size_t i = 0; i < layout->count; i++) {
        const struct column *column = &layout->columns[i];

        if (column->use == USE_DIMENSION && strcmp(column->name, name) == 0)
            return true;
        for (size_t p = 0; column->use == USE_COMPOUND && p < column->n_parts; p++)
            if (strcmp(column->parts[p].name, name) == 0)
                return true;
    }
    return false;
}

bool layout_open(struct layout *layout, const char *name, struct members *members)
{
    members->name = name;
    members->kind = member_kind_of(name);
    members->dimension = table_add_dimension(layout->table, name, strlen(name));
    if (members->dimension != SIZE_MAX && members->kind == MEMBER_UNIT)
        layout->unit_dimension = members->dimension;
    return members->dimension != SIZE_MAX;
}

/* What the caller said ------------------------------------------------------------- */

/* By its role; what has none of its own is a dimension of that name. */
static void use_role(struct column *column, const char *role)
{
    static const struct format_column roles[] = {
        { "", USE_PASSED, "" },
        { "period", USE_PERIOD, "" },
        { "year", USE_YEAR, "" },
        { "month", USE_PART, "" },
        { "quarter", USE_PART, "" },
        { "frequency", USE_FREQUENCY, "freq" },
        { "freq", USE_FREQUENCY, "freq" },
        { "value", USE_VALUE, "" },
        { "unit_mult", USE_MULTIPLIER, "" },
        { "decimals", USE_DECIMALS, "" },
        { "status", USE_STATUS, "" },
        { "conf_status", USE_CONFIDENTIALITY, "" },
        { "growth_pct", USE_GROWTH, "" },
    };

    column->is_named = true;
    column->use = USE_DIMENSION;
    column->name = role;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].head, role) == 0) {
            column->use = roles[i].use;
            column->name = roles[i].name;
            column->is_quarter = strcmp(role, "quarter") == 0;
        }
}

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

static bool use_as_said(const struct layout *layout, struct column *column)
{
    const sheaf_read_options *options = layout->options;

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].head != NULL && strcmp(options->columns[i].head, column->head) == 0)
            use_role(column, options->columns[i].role != NULL ? options->columns[i].role : "");
    if (options->period != NULL && strcmp(options->period, column->head) == 0)
        use_role(column, "period");
    else if (is_listed(column->head, options->values, options->n_values))
        use_role(column, "value");
    else if (is_listed(column->head, options->dimensions, options->n_dimensions))
        use_role(column, column->head);
    if (column->is_named && column->use == USE_VALUE)
        column->words = head_find(column->head, strlen(column->head));
    return column->is_named;
}

/* What the heads say ---------------------------------------------------------------- */

static bool use_as_listed(const struct layout *layout, struct column *column)
{
    const struct format_column *columns = layout->format->columns;

    for (size_t i = 0; columns != NULL && columns[i].head != NULL; i++)
        if (string_equal_ignoring_case(column->head, columns[i].head)) {
            column->use = columns[i].use;
            column->name = columns[i].name;
            column->rank = i;
            return true;
        }
    return false;
}

/* A column of values of the format, or one that says its unit or marks its estimates. */
static bool use_as_measured(const struct layout *layout, struct column *column)
{
    for (const struct format_measure *measure = layout->format->measures;
         measure != NULL && measure->head != NULL; measure++)
        if (string_equal_ignoring_case(column->head, measure->head)) {
            column->use = USE_VALUE;
            column->measure = measure;
        } else if (measure->unit_head != NULL &&
                   string_equal_ignoring_case(column->head, measure->unit_head)) {
            column->use = USE_UNIT;
        } else if (measure->mark_head != NULL &&
                   string_equal_ignoring_case(column->head, measure->mark_head)) {
            column->use = USE_MARK;
        } else {
            continue;
        }
    return column->use != USE_PASSED;
}

/* Reporter or partner: settled when all columns are known. */
static const char countries[] = "country";

static bool use_as_worded(struct column *column)
{
    static const struct {
        enum column_role role;
        enum column_use use;
        const char *name;
    } uses[] = { { ROLE_PERIOD, USE_PERIOD, "" },
                 { ROLE_YEAR, USE_YEAR, "" },
                 { ROLE_MONTH, USE_PART, "" },
                 { ROLE_QUARTER, USE_PART, "" },
                 { ROLE_FREQUENCY, USE_FREQUENCY, "freq" },
                 { ROLE_VALUE, USE_VALUE, "" },
                 { ROLE_MULTIPLIER, USE_MULTIPLIER, "" },
                 { ROLE_DECIMALS, USE_DECIMALS, "" },
                 { ROLE_STATUS, USE_STATUS, "" },
                 { ROLE_CONFIDENTIALITY, USE_CONFIDENTIALITY, "" },
                 { ROLE_GROWTH, USE_GROWTH, "" },
                 { ROLE_REPORTER, USE_DIMENSION, "reporter" },
                 { ROLE_PARTNER, USE_DIMENSION, "partner" },
                 { ROLE_COUNTRY, USE_DIMENSION, countries },
                 { ROLE_FLOW, USE_DIMENSION, "flow" },
                 { ROLE_PRODUCT, USE_DIMENSION, "product" },
                 { ROLE_INDICATOR, USE_DIMENSION, "indicator" },
                 { ROLE_UNIT, USE_DIMENSION, "unit" },
                 { ROLE_SOURCE, USE_DIMENSION, "source" } };

    column->words = head_find(column->head, strlen(column->head));
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (uses[i].role == column->words.role) {
            column->use = uses[i].use;
            column->name = uses[i].name;
            column->is_quarter = column->words.role == ROLE_QUARTER;
            return true;
        }
    return false;
}

static bool is_closed(const struct layout *layout)
{
    return layout->format->is_closed || layout->options->n_values > 0;
}

/* By the vocabulary, in files of no particular format; a head that is a period says so itself. */
static bool use_as_understood(const struct layout *layout, struct column *column)
{
    sheaf_period period;

    return layout->format->recognises == NULL && !head_read_period(column->head, &period) &&
           use_as_worded(column);
}

static void use_column(const struct layout *layout, struct column *column)
{
    const sheaf_read_options *options = layout->options;

    column->rank = SIZE_MAX;
    column->unit_column = column->mark_column = column->fallback = NO_COLUMN;
    column->name = "";
    if (column->head[0] == '\0') {
        column->use = USE_UNNAMED;
    } else if (!use_as_said(layout, column) && !use_as_listed(layout, column) &&
               !use_as_measured(layout, column) && !use_as_understood(layout, column)) {
        column->is_unknown = true;
        column->use = is_closed(layout) ? USE_PASSED : USE_DIMENSION;
        column->name = column->head;
    }
    /* Another column was named in its place. */
    if (!column->is_named && ((column->use == USE_PERIOD && options->period != NULL) ||
                              (column->use == USE_VALUE && options->n_values > 0)))
        column->use = USE_PASSED;
}

/* "FREQ: Frequency" is FREQ, with cells that have labels as well; "ATTR_1[;]" holds several
 * values. */
static bool read_head(struct layout *layout, const struct csv_field *field, struct column *column)
{
    struct csv_field text = field_trimmed(field), whole = text;

    if (!csv_check_text(layout->csv, &text))
        return false;
    whole = text;
    if (layout->format->has_names && memchr(text.text, ':', text.n) != NULL) {
        text = field_code(&text);
        column->is_labelled = true;
    }
    column->head = arena_text(layout->arena, text.text, text.n);
    if (column->head == NULL)
        return false;
    use_column(layout, column);
    if (layout->format->has_names && memchr(whole.text, '[', whole.n) != NULL && !column->is_named)
        column->use = USE_PASSED;
    return !layout_failed(layout);
}

/* What the columns are together ------------------------------------------------------- */

/* "freq,unit,geo\TIME_PERIOD" */
static void split_compound(struct layout *layout, struct column *column)
{
    const char *slash = strchr(column->head, '\\'), *at = column->head;

    if (slash == NULL || layout->format->recognises == NULL)
        return;
    column->use = USE_COMPOUND;
    layout->compound_column = 0;
    column->parts = arena_array(layout->arena, struct members, CSV_COLUMN_LIMIT);
    while (at < slash && column->parts != NULL && column->n_parts < CSV_COLUMN_LIMIT) {
        const char *comma = memchr(at, ',', (size_t)(slash - at));
        struct column part = { .head = NULL };

        comma = comma != NULL ? comma : slash;
        part.head = arena_text(layout->arena, at, (size_t)(comma - at));
        if (part.head == NULL)
            return;
        if (!use_as_listed(layout, &part))
            part.name = part.head;
        column->parts[column->n_parts++].name = part.name;
        at = comma + 1;
    }
}

/* SDMX with STRUCTURE_NAME: behind each column of codes, from ACTION on, one of names. */
static void pass_over_names(struct layout *layout)
{
    bool is_name = false, after_action = false;

    for (size_t i = 0; i < layout->count && layout->format->has_names; i++) {
        struct column *column = &layout->columns[i];

        if (i == 0 && !(layout->count > 2 &&
                        string_equal_ignoring_case(layout->columns[2].head, "STRUCTURE_NAME")))
            return;
        if (!after_action || string_equal_ignoring_case(column->head, "SERIES_KEY") ||
            string_equal_ignoring_case(column->head, "OBS_KEY")) {
            after_action |= column->use == USE_ACTION;
            continue;
        }
        if (is_name && !column->is_named)
            column->use = USE_PASSED;
        is_name = !is_name;
    }
}

static size_t first_value(const struct layout *layout)
{
    size_t i = 0;

    while (i < layout->count && layout->columns[i].use != USE_VALUE)
        i++;
    return i;
}

/* SDMX: OBS_VALUE1, OBS_VALUE2; and what stands behind the values says more of them, where the
 * dimensions stand before. */
static void tell_attributes(struct layout *layout)
{
    static const char mark[] = "OBS_VALUE";
    size_t value;
    bool has_dimension = false;

    if (!layout->format->has_attributes)
        return;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].is_unknown && layout->columns[i].use == USE_DIMENSION &&
            strncmp(layout->columns[i].head, mark, sizeof mark - 1) == 0)
            layout->columns[i].use = USE_VALUE;
    value = first_value(layout);
    for (size_t i = 0; i < layout->count; i++) {
        struct column *column = &layout->columns[i];

        has_dimension |= i < value && column->use == USE_DIMENSION;
        if (i > value && has_dimension && column->is_unknown && column->use == USE_DIMENSION)
            column->use = USE_PASSED;
    }
}

static bool says_the_same(const struct column *a, const struct column *b)
{
    return a->use == b->use && strcmp(a->name, b->name) == 0 && a->use != USE_PASSED &&
           a->use != USE_UNNAMED && a->use != USE_UNIT && a->use != USE_MARK;
}

static bool same_text(struct csv_field a, struct csv_field b)
{
    return a.n == b.n && memcmp(a.text, b.text, a.n) == 0;
}

/* In the sample, rows that are alike in column a are alike in b. */
static bool determines(struct layout *layout, size_t a, size_t b)
{
    struct memo first = { 0 };
    bool does = layout->sample->count > layout->first;

    for (size_t i = layout->first; i < layout->sample->count && does; i++) {
        struct csv_field from = sample_cell(layout->sample, i, a);
        struct csv_field to = sample_cell(layout->sample, i, b);
        uint64_t row;

        if (from.n == 0 || to.n == 0)
            continue;
        if (memo_find(&first, from.text, from.n, &row))
            does = same_text(to, sample_cell(layout->sample, row, b));
        else
            does = memo_add(&first, layout->arena, from.text, from.n, i);
    }
    memo_free(&first, table_alloc(layout->table));
    return does;
}

/* How well a column that another repeats is suited: ISO 3166's three letters before a name of a
 * country, other codes before their names. */
static int suitability(const struct layout *layout, size_t column)
{
    struct csv_field cell = sample_cell(layout->sample, layout->first, column);
    bool is_code = cell.n > 0, is_country = false;

    is_country = member_kind_of(layout->columns[column].name) == MEMBER_COUNTRY;
    for (size_t i = 0; i < cell.n; i++)
        is_code &= (cell.text[i] >= 'A' && cell.text[i] <= 'Z') ||
                   (cell.text[i] >= '0' && cell.text[i] <= '9');
    if (is_code && cell.n == 3 && cell.text[0] > '9')
        return 2;
    return is_code == is_country ? 0 : 1;
}

/* The loser helps out where the winner has an empty cell. */
static void prefer(struct layout *layout, size_t winner, size_t loser)
{
    struct column *last = &layout->columns[winner];

    layout->columns[loser].use = USE_PASSED;
    while (last->fallback != NO_COLUMN)
        last = &layout->columns[last->fallback];
    if (last->use == USE_DIMENSION || last->use == USE_PASSED)
        last->fallback = (int)loser;
}

/* Of a code and its name one is enough: that which tells more apart, or is better suited. */
static void choose_finer(struct layout *layout, size_t a, size_t b)
{
    bool by_a = determines(layout, a, b), by_b = determines(layout, b, a);
    bool is_b = by_b && (!by_a || suitability(layout, b) > suitability(layout, a));

    if (by_a || by_b)
        prefer(layout, is_b ? b : a, is_b ? a : b);
}

/* The column that the caller named, or that the format prefers, of two that say the same. */
static void choose(struct layout *layout, size_t a, size_t b)
{
    struct column *one = &layout->columns[a], *other = &layout->columns[b];

    if (one->is_named != other->is_named)
        (one->is_named ? other : one)->use = USE_PASSED;
    else if (layout->format->recognises != NULL && one->rank != other->rank &&
             one->rank != SIZE_MAX && other->rank != SIZE_MAX)
        prefer(layout, one->rank < other->rank ? a : b, one->rank < other->rank ? b : a);
    else if (one->words.is_label != other->words.is_label)
        prefer(layout, one->words.is_label ? b : a, one->words.is_label ? a : b);
    else if (one->use == USE_DIMENSION)
        choose_finer(layout, a, b);
}

static void choose_all(struct layout *layout)
{
    for (size_t b = 1; b < layout->count; b++)
        for (size_t a = 0; a < b; a++)
            if (layout->columns[b].use != USE_VALUE &&
                says_the_same(&layout->columns[a], &layout->columns[b]))
                choose(layout, a, b);
}

enum { ROWS_COMPARED = 20 };

/* Both columns name one country in each row, as "KAZ" and "Kazakhstan" do. */
static bool name_same_countries(struct layout *layout, size_t a, size_t b)
{
    size_t known = 0;

    for (size_t i = 0; i < ROWS_COMPARED && layout->first + i < layout->sample->count; i++) {
        struct csv_field one = sample_cell(layout->sample, layout->first + i, a);
        struct csv_field other = sample_cell(layout->sample, layout->first + i, b);
        const char *first = country_find(one.text, one.n);
        const char *second = country_find(other.text, other.n);

        if (first == NULL || second == NULL)
            continue;
        known++;
        if (strcmp(first, second) != 0)
            return false;
    }
    return known > 0;
}

/* Of trade in one direction nobody can know whose it is. */
static void tell_reporter(const struct layout *layout, const struct column *column)
{
    bool has_flow = layout_has_dimension(layout, "flow");

    for (size_t i = 0; i < layout->count; i++)
        has_flow |= layout->columns[i].use == USE_VALUE && layout->columns[i].words.flow != NULL;
    if (has_flow && !layout_has_dimension(layout, "partner") &&
        !table_has_warning(layout->table, "country"))
        table_warn(
            layout->table, "country",
            (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
            "'%.60s' is read as the reporter, whose trade it is; if it is the partner, "
            "say " SETTING("columns: {partner: %.60s}"),
            column->head, column->head);
}

/* "Country" is the partner where the reporter is known, and else the reporter; beside a
 * column that names the same countries it is nothing of its own. */
static void settle_countries(struct layout *layout)
{
    const char *name = layout_has_dimension(layout, "reporter") ? "partner" : "reporter";

    for (size_t i = 0; i < layout->count; i++) {
        struct column *column = &layout->columns[i];

        if (column->use != USE_DIMENSION || strcmp(column->name, countries) != 0 ||
            column->is_named)
            continue;
        column->name = name;
        if (strcmp(name, "reporter") == 0)
            tell_reporter(layout, column);
        for (size_t k = 0; k < layout->count; k++)
            if (layout->columns[k].use == USE_DIMENSION && layout->columns[k].is_named &&
                member_kind_of(layout->columns[k].name) == MEMBER_COUNTRY &&
                name_same_countries(layout, i, k))
                column->use = USE_PASSED;
    }
}

/* A head of words may be a unit, and its column one of texts ("item"); and a single word that
 * is no role says nothing ("t"). */
static void doubt_words(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct column *column = &layout->columns[i];

        if (column->words.role == ROLE_VALUE && column->use == USE_VALUE && !column->is_named &&
            layout_is_text(layout, i)) {
            column->use = USE_DIMENSION;
            column->name = column->head;
            column->is_unknown = true;
        }
        if (column->words.role == ROLE_NONE && strpbrk(column->head, " _(") == NULL)
            column->words = (struct head){ .role = ROLE_NONE, .is_pure = column->words.is_pure };
    }
}

static int find_use(const struct layout *layout, enum column_use use)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].use == use)
            return (int)i;
    return NO_COLUMN;
}

static void pass_over(struct layout *layout, enum column_use use)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].use == use)
            layout->columns[i].use = USE_PASSED;
}

/* A year alone is a period; beside a period, year and month say it again. */
static void settle_period(struct layout *layout)
{
    int year = find_use(layout, USE_YEAR);

    if (!layout_has(layout, USE_PERIOD) && year != NO_COLUMN && !layout_has(layout, USE_PART))
        layout->columns[year].use = USE_PERIOD;
    if (layout_has(layout, USE_PERIOD) || layout->period.unit != SHEAF_NO_PERIOD) {
        pass_over(layout, USE_YEAR);
        pass_over(layout, USE_PART);
    }
    if (layout->period.unit != SHEAF_NO_PERIOD)
        pass_over(layout, USE_PERIOD);
    layout->year_column = find_use(layout, USE_YEAR);
    layout->part_column = find_use(layout, USE_PART);
    layout->frequency_column = find_use(layout, USE_FREQUENCY);
}

static bool cells_are_periods(const struct layout *layout, size_t column)
{
    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        sheaf_period period;

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        if (!sheaf_period_read(cell.text, cell.n, &period))
            return false;
    }
    return layout->sample->count > layout->first;
}

/* A column that nothing is known of, and whose cells are periods; only where there is one. */
static void guess_period(struct layout *layout)
{
    size_t found = SIZE_MAX;

    if (layout_has(layout, USE_PERIOD) || layout_has(layout, USE_YEAR) ||
        layout->period.unit != SHEAF_NO_PERIOD || layout->options->period != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct column *column = &layout->columns[i];

        if (!column->is_unknown || column->is_named || layout->format->is_closed ||
            (column->use != USE_DIMENSION && column->use != USE_PASSED) ||
            !cells_are_periods(layout, i))
            continue;
        if (found != SIZE_MAX)
            return;
        found = i;
    }
    if (found != SIZE_MAX)
        layout->columns[found].use = USE_PERIOD;
}

static int find_head(const struct layout *layout, const char *head)
{
    for (size_t i = 0; i < layout->count && head != NULL; i++)
        if (string_equal_ignoring_case(layout->columns[i].head, head))
            return (int)i;
    return NO_COLUMN;
}

static void link_measures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        struct column *column = &layout->columns[i];

        if (column->use != USE_VALUE || column->measure == NULL)
            continue;
        column->unit_column = find_head(layout, column->measure->unit_head);
        column->mark_column = find_head(layout, column->measure->mark_head);
    }
}

/* Mistakes -------------------------------------------------------------------------- */

static const char *const use_names[] = {
    [USE_PERIOD] = "period",
    [USE_VALUE] = "value",
    [USE_MULTIPLIER] = "unit_mult",
    [USE_DECIMALS] = "decimals",
    [USE_STATUS] = "status",
    [USE_CONFIDENTIALITY] = "conf_status",
    [USE_GROWTH] = "growth_pct",
    [USE_FREQUENCY] = "frequency",
    [USE_YEAR] = "year",
    [USE_PART] = "month",
    [USE_ACTION] = "ACTION",
};

static void refuse_repeated(struct layout *layout)
{
    for (size_t b = 1; b < layout->count; b++)
        for (size_t a = 0; a < b; a++) {
            const struct column *column = &layout->columns[b];

            if (!says_the_same(&layout->columns[a], column) ||
                (column->use == USE_VALUE &&
                 (layout->columns[a].n_fixed > 0 || column->measure != NULL)) ||
                column->period.unit != SHEAF_NO_PERIOD)
                continue;
            csv_fail(layout->csv, &layout->csv->fields[b], "two columns are '%.100s'",
                     column->use == USE_DIMENSION ? column->name : use_names[column->use]);
        }
}

/* "no 'value' column (is 'vlaue' meant?); found: period, vlaue", or, where the caller
 * named it, "no 'yaer' column (did you mean 'year'?); found: year, exports". */
static void fail_column(struct layout *layout, const char *wanted, bool is_named)
{
    const char *candidates[CSV_COLUMN_LIMIT] = { NULL }, *nearest;
    char found[320] = "", guess[128] = "";
    size_t length = 0;

    for (size_t i = 0; i < layout->count; i++) {
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%s",
                                       i > 0 ? ", " : "", layout->columns[i].head);
        candidates[i] = layout->columns[i].head;
    }
    nearest = string_nearest(wanted, strlen(wanted), candidates, layout->count);
    if (nearest != NULL)
        snprintf(guess, sizeof guess,
                 is_named ? " (did you mean '%.60s'?)" : " (is '%.60s' meant?)", nearest);
    csv_fail(layout->csv, &layout->csv->fields[0], "no '%.100s' column%s; found: %.*s%s", wanted,
             guess, (int)utf8_floor(found, length < 300 ? length : 300), found,
             length > 300 ? " \u2026" : "");
}

static void require_head(struct layout *layout, const char *head)
{
    for (size_t i = 0; i < layout->count && head != NULL; i++)
        if (strcmp(layout->columns[i].head, head) == 0)
            return;
    if (head != NULL)
        fail_column(layout, head, true);
}

static void require_columns(struct layout *layout)
{
    const sheaf_read_options *options = layout->options;
    size_t value = first_value(layout);
    const struct format_column *columns = layout->format->columns;
    const char *period = "period", *amount = "value";

    for (size_t i = 0; i < options->n_columns; i++)
        require_head(layout, options->columns[i].head);
    require_head(layout, options->period);
    for (size_t i = 0; i < options->n_values; i++)
        require_head(layout, options->values[i]);
    /* By the name that the format has for it. */
    for (size_t i = 0; layout->format->recognises != NULL && columns[i].head != NULL; i++) {
        if (columns[i].use == USE_PERIOD)
            period = columns[i].head;
        if (columns[i].use == USE_VALUE)
            amount = columns[i].head;
    }
    if (layout->format->measures != NULL)
        amount = layout->format->measures[0].head;
    if (!layout_has(layout, USE_PERIOD) && layout->year_column == NO_COLUMN &&
        layout->period.unit == SHEAF_NO_PERIOD &&
        (value == layout->count || layout->columns[value].period.unit == SHEAF_NO_PERIOD))
        fail_column(layout, period, false);
    if (value == layout->count)
        fail_column(layout, amount, false);
}

/* The dimensions --------------------------------------------------------------------- */

void layout_fix(struct layout *layout, struct column *column, const char *dimension,
                const char *text)
{
    struct members members = { 0 };

    if (layout_open(layout, dimension, &members))
        column->fixed[column->n_fixed++] =
            (struct fixed_member){ .dimension = members.dimension, .text = text };
}

/* Of a format whose rows have values of several kinds. */
static void open_measures(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct column *column = &layout->columns[i];

        if (column->use != USE_VALUE || column->measure == NULL)
            continue;
        column->multiplier = column->measure->multiplier;
        layout_fix(layout, column, "indicator", column->measure->indicator);
        if (column->measure->unit != NULL || column->unit_column == NO_COLUMN)
            layout_fix(layout, column, "unit",
                       column->measure->unit != NULL ? column->measure->unit : "");
    }
}

static void open_dimensions(struct layout *layout)
{
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct column *column = &layout->columns[i];

        bool is_dimension = column->use == USE_DIMENSION || column->use == USE_FREQUENCY;

        column->members.is_labelled = column->is_labelled;
        if (is_dimension)
            layout_open(layout, column->name, &column->members);
        for (int k = column->fallback; k != NO_COLUMN && is_dimension;
             k = layout->columns[k].fallback) {
            layout->columns[k].members.is_labelled = layout->columns[k].is_labelled;
            layout_open(layout, column->name, &layout->columns[k].members);
        }
        if (column->use == USE_UNIT)
            layout_open(layout, "unit", &column->members);
        for (size_t p = 0; p < column->n_parts; p++)
            layout_open(layout, column->parts[p].name, &column->parts[p]);
    }
}

/* Constants ---------------------------------------------------------------------------- */

static bool read_small(const char *text, int low, int high, int *value)
{
    int64_t number;

    if (!number_read_integer(text, strlen(text), low, high, &number))
        return false;
    *value = (int)number;
    return true;
}

/* True: the constant is none of a dimension. */
static bool set_constant(struct layout *layout, const sheaf_pick *constant)
{
    const char *name = constant->dimension, *text = constant->member;
    bool ok = true;

    if (strcmp(name, "unit_mult") == 0)
        ok = layout->multiplier_said = read_small(text, -15, 24, &layout->multiplier);
    else if (strcmp(name, "decimals") == 0)
        ok = read_small(text, -9, 15, &layout->decimals);
    else if (strcmp(name, "status") == 0)
        ok = (layout->status = status_find(text, strlen(text))) != '\0';
    else if (strcmp(name, "conf_status") == 0)
        ok = (layout->confidentiality = confidentiality_find(text, strlen(text))) != '\0';
    else if (strcmp(name, "period") == 0)
        ok = sheaf_period_read(text, strlen(text), &layout->period);
    else if (strcmp(name, "frequency") == 0)
        ok = (layout->frequency = frequency_read(text, strlen(text))) != '\0';
    else
        return false;
    if (!ok)
        fail(table_error(layout->table), SHEAF_BAD_ARGUMENT, "'%.60s' is no %.60s for all rows",
             text, name);
    return true;
}

/* A year, with or without its month, is the period. */
static enum column_use use_of(const struct column *column)
{
    return column->use == USE_YEAR || column->use == USE_PART ? USE_PERIOD : column->use;
}

static void refuse_doubled(struct layout *layout, const char *name)
{
    struct column said = { .use = USE_PASSED };

    use_role(&said, name);
    for (size_t i = 0; i < layout->count; i++)
        if (use_of(&layout->columns[i]) == said.use &&
            (said.use != USE_DIMENSION || strcmp(layout->columns[i].name, said.name) == 0))
            csv_fail(layout->csv, &layout->csv->fields[i],
                     "%.60s is said of the whole file, and a column has it too; leave one of "
                     "them out",
                     name);
}

static void open_constant(struct layout *layout, const char *name, const char *text)
{
    struct members members = { 0 };
    uint32_t member;
    int multiplier = 0;

    if (!layout_open(layout, name, &members) ||
        !members_add(&members, &layout->vocabulary, text, &member, &multiplier))
        return;
    if (multiplier != 0) {
        layout->multiplier = multiplier;
        layout->multiplier_said = true;
    }
}

static void open_constants(struct layout *layout)
{
    const sheaf_read_options *options = layout->options;

    for (size_t i = 0; i < options->n_constants && !layout_failed(layout); i++) {
        const sheaf_pick *constant = &options->constants[i];

        refuse_doubled(layout, constant->dimension);
        if (!set_constant(layout, constant))
            open_constant(layout, constant->dimension, constant->member);
    }
    for (const struct format_alias *constant = layout->format->constants;
         constant != NULL && constant->dimension != NULL && !layout_failed(layout); constant++)
        if (!layout_has_dimension(layout, constant->dimension))
            open_constant(layout, constant->dimension, constant->member);
}

/* Constants are the first members of their dimensions, so each row begins with zeros; but a
 * unit may have several. */
static void place_members(struct layout *layout)
{
    size_t n = sheaf_table_dimension_count(layout->table);

    layout->members = arena_array(layout->arena, uint32_t, n);
}

void layout_read(struct layout *layout)
{
    layout->unit_dimension = SIZE_MAX;
    layout->decimals = NOT_SAID;
    layout->status = SHEAF_NORMAL;
    layout->confidentiality = 'F';
    layout->year_column = layout->part_column = NO_COLUMN;
    layout->frequency_column = layout->compound_column = NO_COLUMN;
    layout->columns = arena_array(layout->arena, struct column, layout->csv->count);
    for (size_t i = 0; i < layout->csv->count && layout->columns != NULL; i++, layout->count++) {
        layout->columns[i] = (struct column){ .use = USE_PASSED };
        if (!read_head(layout, &layout->csv->fields[i], &layout->columns[i]))
            return;
    }
    if (layout->columns == NULL)
        return;
    split_compound(layout, &layout->columns[0]);
    pass_over_names(layout);
    tell_attributes(layout);
    guess_period(layout);
    doubt_words(layout);
    settle_countries(layout);
    choose_all(layout);
    open_constants(layout);
    settle_period(layout);
    layout_find_values(layout);
    link_measures(layout);
    if (!layout_failed(layout) && layout->format->measures == NULL)
        layout_tell_values_apart(layout);
    refuse_repeated(layout);
    require_columns(layout);
    if (layout_failed(layout))
        return;
    open_dimensions(layout);
    open_measures(layout);
    dates_find_frequency(layout);
    place_members(layout);
}
