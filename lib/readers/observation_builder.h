/* builder.h - an observation on its way into a table.
 *
 * Readers whose formats name the parts of an observation hand them over by what they are
 * for; here they become what every table holds: members by their one spelling, periods,
 * statuses, powers of ten. A part that cannot be read leaves its reason in the builder; the
 * reader, which knows the place, fails with it.
 *
 *     builder_init(&builder, table);
 *     flow = builder_dimension(&builder, HEADER_FLOW, "flowCode");   … one a dimension, then
 *     builder_begin(&builder);
 *     for each observation:
 *         builder_clear(&builder, line);
 *         builder_put(&builder, flow, builder_member(&builder, flow, "X", 1));
 *         if (!builder_period(&builder, "2023", 4) || !builder_add(&builder))
 *             … fail with builder.reason
 *     builder_free(&builder); */
#ifndef SHEAF_READERS_OBSERVATION_BUILDER_H
#define SHEAF_READERS_OBSERVATION_BUILDER_H

#include "period/period_words.h"
#include "table/table.h"
#include "vocabulary/vocabulary.h"

enum { DECIMALS_NOT_STATED = INT8_MAX };

/* A member of a dimension; a unit's has a power of ten ("USD million"). */
struct observation_member {
    uint32_t number;
    int power;
};

struct observation_builder {
    sheaf_table *table;
    struct arena arena;
    enum header_role *roles; /* of the table's dimensions */
    size_t count, capacity;
    struct table_row row, defaults; /* defaults: what the constants say */
    uint32_t *members, *default_members;
    int unit_power, default_unit_power; /* of the row's unit */
    int8_t decimals, default_decimals;  /* stated beside the value */
    bool has_multiplier, default_multiplier_said;
    char frequency, default_frequency; /* SDMX CL_FREQ: what a date stands for; '\0': a day */
    char reason[400];                  /* of the latest failure: one sentence, no full stop */
};

void builder_init(struct observation_builder *builder, sheaf_table *table);
void builder_free(struct observation_builder *builder);

/* What a column or component is for: by the options, else by its name. *name, which may be
 * changed, becomes the dimension's. HEADER_NONE with *name NULL: to be passed over. */
enum header_role builder_role(const struct observation_builder *builder, const char **name);

/* The dimension, made when the table has none of that name; SIZE_MAX when memory runs out.
 * Roles without a dimension of their own count as none. */
size_t builder_dimension(struct observation_builder *builder, enum header_role role,
                         const char *name);
bool builder_has_dimension(const struct observation_builder *builder, enum header_role role);
/* After the last dimension, before the first row: takes the constants of the options. False,
 * with a reason, when one of them cannot be. */
bool builder_begin(struct observation_builder *builder);

/* The member of a dimension that a text (valid UTF-8 without NUL) means. */
struct observation_member builder_member(struct observation_builder *builder, size_t dimension,
                                         const char *text, size_t n);

/* The member of that very text. */
struct observation_member builder_member_as_is(struct observation_builder *builder,
                                               size_t dimension, const char *text, size_t n);

/* The member of a code with a label (which may be NULL), by whichever of the two is known; else
 * that of the code. The label becomes its name, but for units: "million euro" is EUR, and a power of ten. */
struct observation_member builder_category(struct observation_builder *builder, size_t dimension,
                                           const char *code, const char *label);

/* Starts an observation: every member as the constants say or "", no value. */
void builder_clear(struct observation_builder *builder, size_t line);
void builder_put(struct observation_builder *builder, size_t dimension,
                 struct observation_member member);
bool builder_period(struct observation_builder *builder, const char *text, size_t n);
/* A year and its month or quarter, each of its own; part "": the year. */
bool builder_period_parts(struct observation_builder *builder, const char *year, const char *part,
                          enum period_part kind);
/* places: decimals as written. */
void builder_value(struct observation_builder *builder, double value, int places);
/* A number in any spelling; words for "missing" leave none, a flag becomes the status. */
bool builder_value_text(struct observation_builder *builder, const char *text, size_t n);
void builder_growth(struct observation_builder *builder, double value, int places);
bool builder_multiplier(struct observation_builder *builder, int64_t power);
bool builder_decimals(struct observation_builder *builder, int64_t decimals);
/* One of these two, written out. */
bool builder_whole_number(struct observation_builder *builder, const char *text, size_t n,
                          bool (*put)(struct observation_builder *, int64_t));
/* A letter of SDMX or a word; confidentiality among them. "" says nothing. */
bool builder_status(struct observation_builder *builder, const char *text, size_t n);
bool builder_confidentiality(struct observation_builder *builder, const char *text, size_t n);
void builder_frequency(struct observation_builder *builder, const char *text, size_t n);

/* Puts the observation into the table. */
bool builder_add(struct observation_builder *builder);

#endif
