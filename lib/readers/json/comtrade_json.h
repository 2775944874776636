/* comtrade_json.h - UN Comtrade's answers and the differences between its APIs, for the files of
 * their reader only. */
#ifndef SHEAF_READERS_JSON_COMTRADE_JSON_H
#define SHEAF_READERS_JSON_COMTRADE_JSON_H

#include "base/string_cache.h"
#include "readers/formats/format.h"
#include "readers/json/json_stream.h"

struct comtrade_answer {
    const char *records;                   /* name of the member with the records */
    const struct format_column *columns;   /* only those of COLUMN_DIMENSION are used */
    const struct format_measure *measures; /* the first is the value */
    const char *year, *month;              /* keys in records without "period"; month may be NULL */
};

/* The API before 2023 (comtrade_json_legacy.c). */
extern const struct comtrade_answer comtrade_legacy_answer;

/* A column of the latest record, and what its texts have meant so far. */
struct comtrade_column {
    const struct json_value *value;
    size_t dimension;            /* SIZE_MAX: the records do not have it */
    bool names;                  /* the last column of its dimension: its texts name the members */
    struct string_cache members; /* their numbers, by text */
    struct string_cache named;   /* the members that the texts have named */
};

/* The parts of a measure in the latest record. */
struct comtrade_measure {
    const struct json_value *value, *unit, *unit_code, *estimate;
    struct string_cache units;
    struct observation_member indicator;
};

struct comtrade {
    struct json_stream stream;
    struct json_span record; /* the text of the latest */
    struct place list;       /* of the records */
    bool has_list;
    struct observation_builder builder;
    struct comtrade_answer answer;
    struct comtrade_column *columns;   /* for each of answer.columns */
    struct comtrade_measure *measures; /* for each of answer.measures */
    const struct json_value *period, *year, *month;
    size_t shape; /* of the records that these parts were found in (json_stream.h) */
    size_t indicator, unit;
    size_t records; /* read so far */
    int64_t count;  /* that the answer states; -1: none */
};

bool comtrade_failed(const struct comtrade *comtrade);
/* Adds the rows of the record whose text is comtrade->record. */
void comtrade_read_record(struct comtrade *comtrade, const struct json_value *record);
void comtrade_free_caches(struct comtrade *comtrade);

#endif
