/* entry.h - an observation on its way into a table.
 *
 * Readers whose formats name the parts of an observation hand them over by what they are
 * for; here they become what every table holds: members by their one spelling, periods,
 * statuses, powers of ten. A part that cannot be read leaves its reason in the entry; the
 * reader, which knows the place, fails with it.
 *
 *     entry_init(&entry, table);
 *     flow = entry_dimension(&entry, HEADER_FLOW, "flowCode");   … one a dimension, then
 *     entry_begin(&entry);
 *     for each observation:
 *         entry_clear(&entry, line);
 *         entry_put(&entry, flow, entry_member(&entry, flow, "X", 1));
 *         if (!entry_period(&entry, "2023", 4) || !entry_add(&entry))
 *             … fail with entry.reason
 *     entry_free(&entry); */
#ifndef SHEAF_READERS_ENTRY_H
#define SHEAF_READERS_ENTRY_H

#include "period/period_words.h"
#include "table/table.h"
#include "vocabulary/vocabulary.h"

enum { ENTRY_DECIMALS_UNSAID = INT8_MAX };

/* A member of a dimension; a unit's has a power of ten ("USD million"). */
struct entry_member {
    uint32_t number;
    int power;
};

struct entry {
    sheaf_table *table;
    struct arena arena;
    enum header_role *roles; /* of the table's dimensions */
    size_t count, capacity;
    struct table_row row, defaults; /* defaults: what the constants say */
    uint32_t *members, *default_members;
    int unit_power, default_unit_power; /* of the row's unit */
    int8_t decimals, default_decimals;  /* stated beside the value */
    bool multiplier_said, default_multiplier_said;
    char frequency, default_frequency; /* SDMX CL_FREQ: what a date stands for; '\0': a day */
    char reason[400];                  /* of the latest failure: one sentence, no full stop */
};

void entry_init(struct entry *entry, sheaf_table *table);
void entry_free(struct entry *entry);

/* What a column or component is for: by the options, else by its name. *name, which may be
 * changed, becomes the dimension's. HEADER_NONE with *name NULL: to be passed over. */
enum header_role entry_role(const struct entry *entry, const char **name);

/* The dimension, made when the table has none of that name; SIZE_MAX when memory runs out.
 * Roles without a dimension of their own count as none. */
size_t entry_dimension(struct entry *entry, enum header_role role, const char *name);
bool entry_has_dimension(const struct entry *entry, enum header_role role);
/* After the last dimension, before the first row: takes the constants of the options. False,
 * with a reason, when one of them cannot be. */
bool entry_begin(struct entry *entry);

/* The member of a dimension that a text (valid UTF-8 without NUL) means. */
struct entry_member entry_member(struct entry *entry, size_t dimension, const char *text, size_t n);

/* The member of that very text. */
struct entry_member entry_member_as_is(struct entry *entry, size_t dimension, const char *text,
                                       size_t n);

/* The member of a code with a label (which may be NULL), by whichever of the two is known; else
 * that of the code. The label becomes its name, but for units: "million euro" is EUR, and a power of ten. */
struct entry_member entry_category(struct entry *entry, size_t dimension, const char *code,
                                   const char *label);

/* Starts an observation: every member as the constants say or "", no value. */
void entry_clear(struct entry *entry, size_t line);
void entry_put(struct entry *entry, size_t dimension, struct entry_member member);
bool entry_period(struct entry *entry, const char *text, size_t n);
/* A year and its month or quarter, each of its own; part "": the year. */
bool entry_period_parts(struct entry *entry, const char *year, const char *part,
                        enum period_part kind);
/* places: decimals as written. */
void entry_value(struct entry *entry, double value, int places);
/* A number in any spelling; words for "missing" leave none, a flag becomes the status. */
bool entry_value_text(struct entry *entry, const char *text, size_t n);
void entry_growth(struct entry *entry, double value, int places);
bool entry_multiplier(struct entry *entry, int64_t power);
bool entry_decimals(struct entry *entry, int64_t decimals);
/* One of these two, written out. */
bool entry_whole_number(struct entry *entry, const char *text, size_t n,
                        bool (*put)(struct entry *, int64_t));
/* A letter of SDMX or a word; confidentiality among them. "" says nothing. */
bool entry_status(struct entry *entry, const char *text, size_t n);
bool entry_confidentiality(struct entry *entry, const char *text, size_t n);
void entry_frequency(struct entry *entry, const char *text, size_t n);

/* Puts the observation into the table. */
bool entry_add(struct entry *entry);

#endif
