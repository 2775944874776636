/* observation_builder.h - collects the parts of an observation and adds it to a table.
 *
 * Readers of formats that name the parts of an observation pass each part by its role. The builder
 * turns them into members by their canonical names, periods, statuses and powers of ten. A part
 * that cannot be read leaves a reason in the builder; the reader, which knows the place in the
 * file, fails with it.
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
#include "readers/country_evidence.h"
#include "table/table.h"
#include "vocabulary/vocabulary.h"

enum { DECIMALS_NOT_STATED = INT8_MAX };

/* A member of a dimension. power: of ten, of a unit such as "USD million". */
struct observation_member {
    uint32_t number;
    int power;
};

/* Of a dimension of countries: what its texts show, and those that wait for it. */
struct country_column {
    struct country_evidence evidence;
    bool has_na;
    uint32_t na;      /* the member "NA" */
    uint32_t na_line; /* its first line */
    uint32_t word_line;
    char word[3]; /* the first alpha-2 code that is a word; "": none */
};

struct observation_builder {
    sheaf_table *table;
    struct arena arena;
    enum header_role *roles;          /* of the table's dimensions */
    struct country_column *countries; /* of the table's dimensions */
    size_t count, capacity, country_capacity;
    struct table_row row, defaults; /* defaults, default_…: from the constants of the options */
    uint32_t *members, *default_members;
    int unit_power, default_unit_power; /* power of ten of the row's unit */
    int8_t decimals, default_decimals;  /* stated beside the value, or DECIMALS_NOT_STATED */
    bool has_multiplier, default_has_multiplier;
    bool
        is_unclear; /* the status is one that nobody knows: it may be an office's own for a secret */
    bool is_generic;      /* set by the reader: no format says what numeric codes mean */
    const char *currency; /* of the sign before the value, or NULL */
    char frequency, default_frequency; /* SDMX CL_FREQ of a date; '\0': dates are days */
    char reason[400];                  /* of the latest refusal: one sentence, no full stop */
};

void builder_init(struct observation_builder *builder, sheaf_table *table);
void builder_free(struct observation_builder *builder);

/* The role of a column or component, from the options or else from its name. *name becomes the
 * name of its dimension. HEADER_NONE with *name NULL: the column is to be skipped. */
enum header_role builder_role(const struct observation_builder *builder, const char **name);

/* The number of the dimension, which is added if the table has none of that name. A role that has
 * no dimension of its own counts as HEADER_NONE. SIZE_MAX: failed. */
size_t builder_dimension(struct observation_builder *builder, enum header_role role,
                         const char *name);
bool builder_has_dimension(const struct observation_builder *builder, enum header_role role);
/* Takes the constants of the options; call it after the last dimension and before the first row.
 * False, with a reason: a constant cannot be read, or the file has a column of it. */
bool builder_begin(struct observation_builder *builder);

/* builder_dimension at any time, also after rows were added, which get the member "". SIZE_MAX:
 * failed, or refused with a reason, as a constant of the options gives it. */
size_t builder_late_dimension(struct observation_builder *builder, enum header_role role,
                              const char *name);

/* The member that a text (valid UTF-8 without NUL) names; known names become canonical. */
struct observation_member builder_member(struct observation_builder *builder, size_t dimension,
                                         const char *text, size_t n);

/* Call after the last row: settles whether "NA" was Namibia, as all of its column is known now. */
void builder_settle_countries(struct observation_builder *builder);

/* The member whose name is the text itself. */
struct observation_member builder_member_as_is(struct observation_builder *builder,
                                               size_t dimension, const char *text, size_t n);

/* The member of a code with a label (may be NULL): by whichever of the two the vocabulary knows,
 * or else by the code. The label becomes the member's name, except for units: "million euro" is
 * EUR and a power of ten. */
struct observation_member builder_category(struct observation_builder *builder, size_t dimension,
                                           const char *code, const char *label);

/* Starts an observation without a value. Members are those of the constants, or "". */
void builder_clear(struct observation_builder *builder, size_t line);
void builder_put(struct observation_builder *builder, size_t dimension,
                 struct observation_member member);
bool builder_period(struct observation_builder *builder, const char *text, size_t n);
/* The period of a year and a month or quarter in two texts. part "": the year. */
bool builder_period_parts(struct observation_builder *builder, const char *year, const char *part,
                          enum period_part kind);
/* places: the number of decimals as written. */
void builder_value(struct observation_builder *builder, double value, int places);
/* Reads a number in any spelling; a flag becomes the status. A word for "missing" leaves no value. */
bool builder_value_text(struct observation_builder *builder, const char *text, size_t n);
void builder_growth(struct observation_builder *builder, double value, int places);
bool builder_multiplier(struct observation_builder *builder, int64_t power);
/* The same for a number or a word: "6", "Millions". */
bool builder_multiplier_text(struct observation_builder *builder, const char *text, size_t n);
bool builder_decimals(struct observation_builder *builder, int64_t decimals);
/* Reads a number for one of the two functions above. */
bool builder_whole_number(struct observation_builder *builder, const char *text, size_t n,
                          bool (*put)(struct observation_builder *, int64_t));
/* A letter of SDMX, or a word. builder_status also takes a confidentiality. "" is ignored. */
bool builder_status(struct observation_builder *builder, const char *text, size_t n);
bool builder_confidentiality(struct observation_builder *builder, const char *text, size_t n);
void builder_frequency(struct observation_builder *builder, const char *text, size_t n);

/* Whether the figure is, or may be, a secret: no message shows it. Later parts may still say so. */
bool builder_is_secret(const struct observation_builder *builder);

/* Adds the observation to the table. */
bool builder_add(struct observation_builder *builder);

#endif
