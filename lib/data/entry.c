/* entry.c - an observation's parts in their one spelling. */
#include "data/entry.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "data/cell.h"
#include "data/dates.h"
#include "data/options.h"
#include "data/rounding.h"

static bool is_dimension(enum column_role role)
{
    return role == ROLE_NONE || role >= ROLE_REPORTER;
}

static bool failed(const struct entry *entry)
{
    return sheaf_table_status(entry->table) != SHEAF_OK;
}

static bool refuse(struct entry *entry, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static bool refuse(struct entry *entry, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(entry->reason, sizeof entry->reason, format, arguments);
    va_end(arguments);
    return false;
}

static bool refuse_doubled(struct entry *entry, const char *name)
{
    return refuse(entry,
                  "'%.60s' is given for the whole file, and the file has its own; leave one of "
                  "the two out",
                  name);
}

/* How much of a text a reason quotes: whole characters. */
static int quoted(const char *text, size_t n)
{
    return (int)(n <= 60 ? n : utf8_floor(text, 60));
}

void entry_init(struct entry *entry, sheaf_table *table)
{
    *entry = (struct entry){
        .table = table,
        .defaults = { .value = NAN, .growth = NAN, .status = SHEAF_NORMAL, .confidentiality = 'F' }
    };
    arena_init(&entry->arena, table_alloc(table), table_error(table));
    if (table_options(table)->frequency != NULL)
        entry->frequency = frequency_read(table_options(table)->frequency,
                                          strlen(table_options(table)->frequency));
}

void entry_free(struct entry *entry)
{
    const sheaf_alloc *alloc = table_alloc(entry->table);

    memory_free(alloc, entry->roles, entry->capacity * sizeof *entry->roles);
    arena_free(&entry->arena);
}

/* "Country" is the partner where the caller says the reporter, and else the reporter. */
static enum column_role role_of_country(const struct entry *entry)
{
    const sheaf_read_options *options = table_options(entry->table);

    for (size_t i = 0; i < options->n_constants; i++)
        if (strcmp(options->constants[i].dimension, column_role_name(ROLE_REPORTER)) == 0)
            return ROLE_PARTNER;
    return ROLE_REPORTER;
}

enum column_role entry_role(const struct entry *entry, const char **name)
{
    const sheaf_read_options *options = table_options(entry->table);
    enum column_role role;

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].head != NULL && options->columns[i].role != NULL &&
            strcmp(options->columns[i].head, *name) == 0) {
            *name = options->columns[i].role[0] != '\0' ? options->columns[i].role : NULL;
            return *name != NULL ? column_role_named(*name) : ROLE_NONE;
        }
    role = head_find(*name, strlen(*name)).role;
    if (role == ROLE_COUNTRY)
        role = role_of_country(entry);
    if (role != ROLE_NONE)
        *name = column_role_name(role);
    return role;
}

/* Dimensions ---------------------------------------------------------------- */

size_t entry_dimension(struct entry *entry, enum column_role role, const char *name)
{
    char *own = arena_string(
        &entry->arena, role != ROLE_NONE && is_dimension(role) ? column_role_name(role) : name);
    size_t dimension;

    if (own == NULL || failed(entry))
        return SIZE_MAX;
    for (char *at = own; *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    dimension = table_add_dimension(entry->table, own, strlen(own));
    if (dimension == SIZE_MAX || dimension < entry->count)
        return dimension;
    if (!memory_grow(table_alloc(entry->table), table_error(entry->table), &entry->roles,
                     &entry->capacity, dimension + 1, sizeof *entry->roles))
        return SIZE_MAX;
    entry->roles[dimension] = is_dimension(role) ? role : ROLE_NONE;
    entry->count = dimension + 1;
    return dimension;
}

bool entry_has_dimension(const struct entry *entry, enum column_role role)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->roles[i] == role)
            return true;
    return false;
}

struct entry_member entry_member_as_is(struct entry *entry, size_t dimension, const char *text,
                                       size_t n)
{
    struct entry_member member = { 0, 0 };

    if (!failed(entry))
        member.number = table_intern_member(entry->table, dimension, text, n);
    return member;
}

struct entry_member entry_member(struct entry *entry, size_t dimension, const char *text, size_t n)
{
    enum column_role role = entry->roles[dimension];
    const char *canonical = NULL;
    struct unit unit = { NULL, 0 };
    struct entry_member member;

    for (; n > 0 && (*text == ' ' || *text == '\t'); n--)
        text++;
    while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'))
        n--;
    if (n > 0 && (role == ROLE_REPORTER || role == ROLE_PARTNER))
        canonical = country_find(text, n);
    else if (n > 0 && role == ROLE_FLOW)
        canonical = flow_find(text, n);
    else if (n > 0 && role == ROLE_UNIT && unit_read(&entry->arena, text, n, &unit))
        canonical = unit.name;
    if (canonical != NULL) {
        text = canonical;
        n = strlen(canonical);
    }
    member = entry_member_as_is(entry, dimension, text, n);
    member.power = unit.multiplier;
    return member;
}

static const char *known_word(enum column_role role, const char *text)
{
    if (text == NULL)
        return NULL;
    return role == ROLE_FLOW ? flow_find(text, strlen(text)) : country_find(text, strlen(text));
}

/* A code that is a mere number, such as "1" for a province, says nothing beside a label. */
static const char *known_category(enum column_role role, const char *code, const char *label)
{
    bool is_number = code[strspn(code, "0123456789")] == '\0';
    const char *known = is_number && label != NULL ? NULL : known_word(role, code);

    return known != NULL ? known : known_word(role, label);
}

/* "MIO_EUR" beside "Million euro": the label, when the code is no unit that is known. */
static const char *unit_of_category(struct entry *entry, const char *code, const char *label)
{
    size_t n = strlen(code);
    struct unit unit;
    bool is_known = n == 3 || (unit_read(&entry->arena, code, n, &unit) &&
                               (unit.multiplier != 0 || strcmp(unit.name, code) != 0));

    return is_known || label == NULL ? code : label;
}

struct entry_member entry_category(struct entry *entry, size_t dimension, const char *code,
                                   const char *label)
{
    enum column_role role = entry->roles[dimension];
    const char *known = NULL;

    if (role == ROLE_UNIT)
        known = unit_of_category(entry, code, label);
    else if (role == ROLE_REPORTER || role == ROLE_PARTNER || role == ROLE_FLOW)
        known = known_category(role, code, label);
    return known != NULL ? entry_member(entry, dimension, known, strlen(known))
                         : entry_member_as_is(entry, dimension, code, strlen(code));
}

/* Constants ----------------------------------------------------------------- */

static bool take_number(struct entry *entry, const char *name, const char *text,
                        bool (*take)(struct entry *, int64_t))
{
    int64_t number;

    if (!number_read_integer(text, strlen(text), -1000, 1000, &number))
        return refuse(entry, "'%.60s' is no %s: a whole number is expected", text, name);
    return take(entry, number);
}

static bool take_constant(struct entry *entry, const char *name, const char *text)
{
    size_t n = strlen(text);

    switch (column_role_named(name)) {
    case ROLE_MULTIPLIER:
        return take_number(entry, name, text, entry_multiplier);
    case ROLE_DECIMALS:
        return take_number(entry, name, text, entry_decimals);
    case ROLE_STATUS:
        return entry_status(entry, text, n);
    case ROLE_CONFIDENTIALITY:
        return entry_confidentiality(entry, text, n);
    case ROLE_PERIOD:
        return entry_period(entry, text, n);
    case ROLE_FREQUENCY:
        entry_frequency(entry, text, n);
        return true;
    default: /* options_check refuses the others */
        return true;
    }
}

/* The dimensions among the constants, which the file must not have. */
static bool add_constant_dimensions(struct entry *entry)
{
    const sheaf_read_options *options = table_options(entry->table);

    for (size_t i = 0; i < options->n_constants && !failed(entry); i++) {
        const char *name = options->constants[i].dimension;
        size_t count = entry->count;

        if (is_dimension(column_role_named(name)) &&
            entry_dimension(entry, column_role_named(name), name) < count)
            return refuse_doubled(entry, name);
    }
    return !failed(entry);
}

static bool take_constants(struct entry *entry)
{
    const sheaf_read_options *options = table_options(entry->table);

    for (size_t i = 0; i < options->n_constants && !failed(entry); i++) {
        const char *name = options->constants[i].dimension, *text = options->constants[i].member;
        enum column_role role = column_role_named(name);

        if (is_dimension(role)) {
            size_t dimension = entry_dimension(entry, role, name);

            if (dimension != SIZE_MAX)
                entry_put(entry, dimension, entry_member(entry, dimension, text, strlen(text)));
        } else if (!take_constant(entry, name, text)) {
            return false;
        }
    }
    return !failed(entry);
}

bool entry_begin(struct entry *entry)
{
    if (!add_constant_dimensions(entry))
        return false;
    entry->members = arena_array(&entry->arena, uint32_t, entry->count);
    entry->default_members = arena_array(&entry->arena, uint32_t, entry->count);
    if (failed(entry))
        return false;
    for (size_t i = 0; i < entry->count; i++)
        entry->default_members[i] = entry_member(entry, i, "", 0).number;
    entry->default_decimals = ENTRY_DECIMALS_UNSAID;
    entry->default_frequency = entry->frequency;
    entry_clear(entry, 0);
    if (!take_constants(entry))
        return false;
    entry->defaults = entry->row;
    memcpy(entry->default_members, entry->members, entry->count * sizeof *entry->members);
    entry->default_unit_power = entry->unit_power;
    entry->default_decimals = entry->decimals;
    entry->default_multiplier_said = entry->multiplier_said;
    entry->default_frequency = entry->frequency;
    return true;
}

/* The observation ----------------------------------------------------------- */

void entry_clear(struct entry *entry, size_t line)
{
    entry->row = entry->defaults;
    entry->row.line = line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
    memcpy(entry->members, entry->default_members, entry->count * sizeof *entry->members);
    entry->unit_power = entry->default_unit_power;
    entry->decimals = entry->default_decimals;
    entry->multiplier_said = entry->default_multiplier_said;
    entry->frequency = entry->default_frequency;
}

void entry_put(struct entry *entry, size_t dimension, struct entry_member member)
{
    entry->members[dimension] = member.number;
    if (entry->roles[dimension] == ROLE_UNIT)
        entry->unit_power = member.power;
}

bool entry_period(struct entry *entry, const char *text, size_t n)
{
    const char *refusal;

    if (n == 0)
        return refuse(entry, "there is no period");
    if (entry->defaults.period.unit != SHEAF_NO_PERIOD)
        return refuse_doubled(entry, column_role_name(ROLE_PERIOD));
    if (sheaf_period_read(text, n, &entry->row.period))
        return true;
    refusal = period_refusal(text, n);
    return refuse(entry, "'%.*s' %s", quoted(text, n), text,
                  refusal != NULL ? refusal
                                  : "is not a period; write it as 2023, 2023-Q1, 2023-04 or "
                                    "2024-01-01/P4M");
}

bool entry_period_parts(struct entry *entry, const char *year, const char *part,
                        enum period_part kind)
{
    if (part[0] == '\0')
        return entry_period(entry, year, strlen(year));
    return period_read_parts(year, strlen(year), part, strlen(part), kind, &entry->row.period) ||
           refuse(entry, "'%.*s' of '%.*s' is not a period", quoted(part, strlen(part)), part,
                  quoted(year, strlen(year)), year);
}

void entry_value(struct entry *entry, double value, int places)
{
    entry->row.value = value;
    entry->row.decimals = (int8_t)within_decimals(places);
}

bool entry_value_text(struct entry *entry, const char *text, size_t n)
{
    const char *decimal = table_options(entry->table)->decimal;
    struct cell cell = cell_read(text, n, decimal != NULL ? decimal[0] : '\0');

    switch (cell.kind) {
    case CELL_MISSING:
        entry_value(entry, NAN, 0);
        break;
    case CELL_NUMBER:
        entry_value(entry, cell.value, cell.decimals);
        break;
    case CELL_AMBIGUOUS:
        return refuse(
            entry,
            "'%.*s' is a number in two ways; say which mark is the decimal one, with " SETTING(
                "decimal: '.' or ','"),
            quoted(text, n), text);
    default:
        return refuse(entry, "'%.*s' is not a number here; 12.5 is one", quoted(text, n), text);
    }
    return cell.flag_n == 0 || entry_status(entry, cell.flag, cell.flag_n);
}

void entry_growth(struct entry *entry, double value, int places)
{
    entry->row.growth = value;
    entry->row.growth_decimals = (int8_t)within_decimals(places);
}

bool entry_multiplier(struct entry *entry, int64_t power)
{
    if (power < -15 || power > 24)
        return refuse(entry, "%" PRId64 " is no power of ten of a unit; -15 to 24 are", power);
    entry->row.multiplier = (int8_t)power;
    entry->multiplier_said = true;
    return true;
}

bool entry_decimals(struct entry *entry, int64_t decimals)
{
    if (decimals < LEAST_DECIMALS || decimals > MOST_DECIMALS)
        return refuse(entry, "%" PRId64 " is no count of decimals; %d to %d are", decimals,
                      LEAST_DECIMALS, MOST_DECIMALS);
    entry->decimals = (int8_t)decimals;
    return true;
}

bool entry_whole_number(struct entry *entry, const char *text, size_t n,
                        bool (*put)(struct entry *, int64_t))
{
    int64_t number;

    if (number_read_integer(text, n, -1000, 1000, &number))
        return put(entry, number);
    return refuse(entry, "'%.*s' is no whole number", quoted(text, n), text);
}

bool entry_status(struct entry *entry, const char *text, size_t n)
{
    char letter = n > 0 ? status_find(text, n) : SHEAF_NORMAL;

    if (letter != '\0') {
        if (n > 0)
            entry->row.status = letter;
        return true;
    }
    letter = confidentiality_find(text, n);
    if (letter == '\0')
        return refuse(entry,
                      "'%.*s' is no status; SDMX's letters are A normal, B break, D definition "
                      "differs, E estimated, F forecast, G experimental, I imputed, L not "
                      "collected, M cannot exist, N not significant, O missing, P provisional, "
                      "Q suppressed, U low reliability, V unvalidated",
                      quoted(text, n), text);
    entry->row.confidentiality = letter;
    return true;
}

bool entry_confidentiality(struct entry *entry, const char *text, size_t n)
{
    char letter = n > 0 ? confidentiality_find(text, n) : entry->row.confidentiality;

    if (letter == '\0')
        return refuse(entry,
                      "'%.*s' is no confidentiality; SDMX's letters are F free, C confidential, "
                      "N not for publication, D secondary confidentiality",
                      quoted(text, n), text);
    entry->row.confidentiality = letter;
    return true;
}

void entry_frequency(struct entry *entry, const char *text, size_t n)
{
    if (n > 0)
        entry->frequency = frequency_read(text, n);
}

/* The power of ten that the unit names and the one that stands beside it. */
static bool settle_multiplier(struct entry *entry)
{
    if (entry->unit_power == 0 || entry->unit_power == entry->row.multiplier)
        return true;
    if (entry->multiplier_said && entry->row.multiplier != 0)
        return refuse(entry, "the unit says 10^%d and the multiplier 10^%d", entry->unit_power,
                      entry->row.multiplier);
    entry->row.multiplier = (int8_t)entry->unit_power;
    return true;
}

bool entry_add(struct entry *entry)
{
    if (entry->row.period.unit == SHEAF_NO_PERIOD)
        return refuse(entry, "there is no period");
    if (!settle_multiplier(entry))
        return false;
    entry->row.period = period_of_frequency(entry->row.period, entry->frequency);
    if (entry->decimals != ENTRY_DECIMALS_UNSAID)
        entry->row.decimals = entry->decimals;
    if (isnan(entry->row.value) && entry->row.status == SHEAF_NORMAL)
        entry->row.status = SHEAF_MISSING;
    table_add_row(entry->table, &entry->row, entry->members);
    return !failed(entry);
}
