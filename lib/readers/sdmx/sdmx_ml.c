/* sdmx_ml.c - reads SDMX-ML data messages: generic ones of 2.1 and 2.0, structure-specific ones of
 * 3.0 and 2.1 (in 2.0 "compact"), in series or flat.
 *
 * Generic: <Series><SeriesKey><Value id="FREQ" value="A"/>…</SeriesKey><Attributes>…</Attributes>
 * <Obs><ObsDimension value="2023"/><ObsValue value="12.5"/><Attributes>…</Attributes></Obs>.
 * Structure-specific: <Series FREQ="A" …><Obs TIME_PERIOD="2023" OBS_VALUE="12.5" …/>. Flat
 * messages have all dimensions in <Obs>. A message is read in one pass; of it only groups, distinct
 * members and rows are kept. Schemas: github.com/sdmx-twg/sdmx-ml. */
#include "readers/sdmx/sdmx_ml_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "readers/reader.h"

void sdmx_ml_fail(struct sdmx_ml *ml, const char *format, ...)
{
    char message[sizeof ml->builder.reason + 200];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail_at(table_error(ml->builder.table), SHEAF_BAD_INPUT, ml->place, "%s", message);
}

/* The root -------------------------------------------------------------------------- */

static void start_root(struct sdmx_ml *ml, const char *name, const char *const *attributes)
{
    static const char *const generic[] = { "GenericData", "GenericTimeSeriesData" };
    static const char *const specific[] = { "StructureSpecificData",
                                            "StructureSpecificTimeSeriesData", "CompactData" };
    bool is_known = sdmx_is(name, "Error");

    ml->is_root_known = true;
    ml->has_error = is_known;
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
        ml->is_generic |= sdmx_is(name, generic[i]);
    for (size_t i = 0; i < sizeof specific / sizeof *specific; i++)
        is_known |= sdmx_is(name, specific[i]);
    if (!is_known && !ml->is_generic)
        sdmx_ml_refuse_root(ml, name, attributes);
}

/* The header and the footer ---------------------------------------------------------- */

static const char *attribute_or(const char *const *attributes, const char *name, const char *other)
{
    const char *value = xml_attribute(attributes, name);

    return value != NULL ? value : other;
}

static bool is_yes(const char *text)
{
    return sdmx_is(text, "true") || sdmx_is(text, "1");
}

static void add_structure(struct sdmx_ml *ml, const char *const *attributes)
{
    const char *id = xml_attribute(attributes, "structureID");
    struct sdmx_structure structure;

    if (id == NULL || !memory_grow(table_alloc(ml->builder.table), table_error(ml->builder.table),
                                   &ml->structures, &ml->structure_capacity,
                                   ml->structure_count + 1, sizeof *ml->structures))
        return;
    structure.has_explicit_measures = is_yes(attribute_or(attributes, "explicitMeasures", "false"));
    structure.id = arena_string(&ml->arena, id);
    structure.dimension_at_observation =
        arena_string(&ml->arena, attribute_or(attributes, "dimensionAtObservation", "TIME_PERIOD"));
    if (structure.id != NULL && structure.dimension_at_observation != NULL)
        ml->structures[ml->structure_count++] = structure;
}

static void start_outside(struct sdmx_ml *ml, const char *name, const char *const *attributes)
{
    sdmx_ml_start_title(ml, name, attributes);
    if (sdmx_is(name, "Structure"))
        add_structure(ml, attributes);
    if (sdmx_is(name, "Message") || sdmx_is(name, "ErrorMessage")) {
        snprintf(ml->code, sizeof ml->code, "%s", attribute_or(attributes, "code", ""));
        ml->is_message = true;
    }
}

/* A message of the server in the footer, or instead of data. Only the first of them is told. */
static void take_message(struct sdmx_ml *ml, const char *text)
{
    const char *code = ml->code[0] != '\0' ? ml->code : "none";

    if (ml->has_error)
        sdmx_ml_fail(ml, "the server answered with an error: %.200s (code %s)", text, code);
    else if (sheaf_table_row_count(ml->builder.table) == 0)
        sdmx_ml_fail(ml, "the server sent no observations, but a message: %.200s (code %s)", text,
                     code);
    else
        table_warn(ml->builder.table, "server", ml->place,
                   "the server says of these data: %.200s (code %s); see whether they are complete",
                   text, code);
}

static void text_outside(struct sdmx_ml *ml, const char *text)
{
    if (sdmx_is(ml->text_of, "Text") && (ml->is_message || ml->has_error))
        take_message(ml, text);
    else if (sdmx_is(ml->text_of, "Name"))
        sdmx_ml_take_title(ml, text);
    else if (sdmx_is(ml->text_of, "Truncated") && is_yes(text))
        table_warn(ml->builder.table, "truncated", ml->place,
                   "the server says that it cut these data short; ask for fewer of them at once");
    else if (sdmx_is(ml->text_of, "Test") && is_yes(text))
        table_warn(ml->builder.table, "test", ml->place, "the message says that it is a test");
}

/* Data sets --------------------------------------------------------------------------- */

/* Adds the XML attributes that stand for components: those without a prefix, as the others belong
 * to SDMX and to XML Schema. */
static void put_attributes(struct sdmx_ml *ml, const char *const *attributes)
{
    bool is_observation = ml->at == AT_OBSERVATION && ml->in_series;

    for (; *attributes != NULL && !sdmx_ml_failed(ml); attributes += 2) {
        enum sdmx_use use = ml->at == AT_DATA_SET || is_observation ? USE_ATTRIBUTE : USE_EITHER;

        if (is_observation && sdmx_is(attributes[0], ml->dimension_at_observation))
            use = USE_DIMENSION;
        if (strchr(attributes[0], ':') == NULL && !sdmx_is(attributes[0], "xmlns"))
            sdmx_ml_put(ml, attributes[0], use, attributes[1]);
    }
}

/* 2.1's explicit measures: <Obs xsi:type="ns1:EXPORTS" OBS_VALUE="5"/> stands for a member of the
 * dimension at observations, or in flat messages of the one of measures, which is not named. */
static void put_explicit_measure(struct sdmx_ml *ml, const char *const *attributes)
{
    const char *type = xml_attribute(attributes, "type"), *colon;
    const char *id = ml->in_series ? ml->dimension_at_observation : "MEASURE";

    if (!ml->has_explicit_measures || ml->is_generic || type == NULL ||
        xml_attribute(attributes, id) != NULL)
        return;
    colon = strchr(type, ':');
    sdmx_ml_put(ml, id, USE_DIMENSION, colon != NULL ? colon + 1 : type);
}

static void start_data_set(struct sdmx_ml *ml, const char *const *attributes)
{
    const char *action = attribute_or(attributes, "action", "");
    const char *structure = xml_attribute(attributes, "structureRef");

    sdmx_ml_drop_groups(ml);
    for (enum sdmx_level_name at = 0; at < SDMX_LEVELS; at++)
        sdmx_level_clear(&ml->levels[at]);
    ml->in_data_set = ml->is_first_series = true;
    ml->at = AT_DATA_SET;
    ml->data_set++;
    ml->data_set_rows = 0;
    ml->dimension_at_observation = "TIME_PERIOD";
    ml->has_explicit_measures = false;
    for (size_t i = 0; i < ml->structure_count; i++)
        if (ml->structure_count == 1 ||
            (structure != NULL && sdmx_is(structure, ml->structures[i].id))) {
            ml->dimension_at_observation = ml->structures[i].dimension_at_observation;
            ml->has_explicit_measures = ml->structures[i].has_explicit_measures;
        }
    ml->is_skipped_set = string_equal_ignoring_case(action, "delete") || sdmx_is(action, "D");
    if (ml->is_skipped_set)
        table_warn(ml->builder.table, "deleted", ml->place,
                   "a data set that deletes observations is skipped");
    else if (!ml->is_generic)
        put_attributes(ml, attributes);
}

static void start_level(struct sdmx_ml *ml, enum sdmx_level_name at, const char *const *attributes)
{
    ml->at = at;
    sdmx_level_clear(&ml->levels[at]);
    if (at == AT_SERIES) {
        ml->in_series = true;
        ml->groups_found = false;
        sdmx_level_clear(&ml->levels[AT_OBSERVATION]);
    }
    if (!ml->is_generic)
        put_attributes(ml, attributes);
    if (at == AT_OBSERVATION)
        put_explicit_measure(ml, attributes);
}

static void start_generic(struct sdmx_ml *ml, const char *name, const char *const *attributes)
{
    const char *value = attribute_or(attributes, "value", "");

    if (sdmx_is(name, "SeriesKey") || sdmx_is(name, "GroupKey") || sdmx_is(name, "ObsKey"))
        ml->in_key = true;
    else if (sdmx_is(name, "ObsDimension"))
        sdmx_ml_put(ml, attribute_or(attributes, "id", ml->dimension_at_observation), USE_DIMENSION,
                    value);
    else if (sdmx_is(name, "ObsValue"))
        sdmx_ml_put(ml, "OBS_VALUE", USE_ATTRIBUTE, value);
    else if (sdmx_is(name, "Value"))
        sdmx_ml_put(ml, attribute_or(attributes, "id", attribute_or(attributes, "concept", "")),
                    ml->in_key ? USE_DIMENSION : USE_ATTRIBUTE, value);
}

static void start_inside(struct sdmx_ml *ml, const char *name, const char *const *attributes)
{
    if (sdmx_is(name, "Series"))
        start_level(ml, AT_SERIES, attributes);
    else if (sdmx_is(name, "Obs"))
        start_level(ml, AT_OBSERVATION, attributes);
    else if (sdmx_is(name, "Group") || sdmx_is(name, "Atts"))
        start_level(ml, AT_GROUP, attributes);
    else if (ml->is_generic)
        start_generic(ml, name, attributes);
    else if (sdmx_is(name, "Comp"))
        ml->component_id = arena_string(&ml->arena, attribute_or(attributes, "id", ""));
}

/* Of 3.0's <Comp id="TITLE"><Value>…</Value><Value>…</Value></Comp> the first value counts. */
static void text_inside(struct sdmx_ml *ml, const char *text)
{
    if (text[strspn(text, " \t\r\n")] == '\0')
        return;
    if (ml->is_generic && sdmx_is(ml->text_of, "Time")) /* 2.0 */
        sdmx_ml_put(ml, "TIME_PERIOD", USE_DIMENSION, text);
    if (ml->component_id == NULL)
        return;
    sdmx_ml_put(ml, ml->component_id, USE_ATTRIBUTE, text);
    ml->component_id = NULL;
}

static void end_inside(struct sdmx_ml *ml, const char *name)
{
    if (sdmx_is(name, "Obs") && ml->at == AT_OBSERVATION) {
        sdmx_ml_add_observation(ml);
        ml->is_first_series = false;
        ml->at = ml->in_series ? AT_SERIES : AT_DATA_SET;
    } else if (sdmx_is(name, "Series")) {
        sdmx_level_clear(&ml->levels[AT_SERIES]);
        ml->in_series = ml->is_first_series = false;
        ml->at = AT_DATA_SET;
    } else if ((sdmx_is(name, "Group") || sdmx_is(name, "Atts")) && ml->at == AT_GROUP) {
        sdmx_ml_keep_group(ml);
        ml->at = AT_DATA_SET;
    } else if (ml->in_key && strlen(name) > 3 && sdmx_is(name + strlen(name) - 3, "Key")) {
        ml->in_key = false;
    } else if (sdmx_is(name, "Comp")) {
        ml->component_id = NULL;
    }
}

static void end_data_set(struct sdmx_ml *ml)
{
    ml->in_data_set = false;
    if (ml->data_set_rows == 0)
        return;
    sdmx_ml_resolve(ml);
    sdmx_ml_index_groups(ml);
}

/* Events ------------------------------------------------------------------------------ */

static void on_start(void *context, const char *name, const char *const *attributes)
{
    struct sdmx_ml *ml = context;

    /* Messages about what is inside name the start of the observation or series. */
    if (!ml->in_data_set || sdmx_is(name, "Series") || sdmx_is(name, "Obs") ||
        sdmx_is(name, "Group"))
        ml->place = xml_place(ml->xml);
    snprintf(ml->text_of, sizeof ml->text_of, "%s", name);
    if (!ml->is_root_known)
        start_root(ml, name, attributes);
    else if (sdmx_is(name, "DataSet") && !ml->in_data_set)
        start_data_set(ml, attributes);
    else if (!ml->in_data_set)
        start_outside(ml, name, attributes);
    else if (!ml->is_skipped_set)
        start_inside(ml, name, attributes);
}

static void on_end(void *context, const char *name)
{
    struct sdmx_ml *ml = context;

    ml->text_of[0] = '\0';
    if (!ml->in_data_set) {
        sdmx_ml_end_party(ml, name);
        return;
    }
    if (sdmx_is(name, "DataSet"))
        end_data_set(ml);
    else if (!ml->is_skipped_set)
        end_inside(ml, name);
}

static void on_text(void *context, const char *text, size_t n)
{
    struct sdmx_ml *ml = context;

    (void)n;
    if (!ml->in_data_set)
        text_outside(ml, text);
    else if (!ml->is_skipped_set)
        text_inside(ml, text);
}

/* The file ---------------------------------------------------------------------------- */

static void finish(struct sdmx_ml *ml)
{
    ml->place = (struct place){ .file = ml->name };
    if (ml->has_error)
        sdmx_ml_fail(ml, "the server answered with an error (code %s) and does not say which",
                     ml->code[0] != '\0' ? ml->code : "none");
    else if (sheaf_table_row_count(ml->builder.table) == 0)
        sdmx_ml_fail(ml, "there are no observations: the query found nothing");
    else if (!ml->has_measure)
        table_warn(ml->builder.table, "measure", ml->place,
                   "no observation has an OBS_VALUE, so all values are missing; if another "
                   "measure has them, say which, as in " SETTING("columns: {TURNOVER: value}"));
}

static void destroy(struct sdmx_ml *ml)
{
    const sheaf_alloc *alloc = table_alloc(ml->builder.table);

    sdmx_ml_drop_groups(ml);
    for (size_t i = 0; i < ml->component_count; i++)
        string_cache_free(&ml->components[i].members, alloc);
    for (enum sdmx_level_name at = 0; at < SDMX_LEVELS; at++) {
        buffer_free(&ml->levels[at].texts);
        memory_free(alloc, ml->levels[at].values,
                    ml->levels[at].capacity * sizeof *ml->levels[at].values);
    }
    buffer_free(&ml->key);
    memory_free(alloc, ml->components, ml->component_capacity * sizeof *ml->components);
    memory_free(alloc, ml->structures, ml->structure_capacity * sizeof *ml->structures);
    memory_free(alloc, ml->groups, ml->group_capacity * sizeof *ml->groups);
    arena_free(&ml->arena);
    builder_settle_countries(&ml->builder);
    builder_free(&ml->builder);
}

/* XHTML: <?xml …?><!DOCTYPE html …>, whose document type would be refused without saying so. */
static bool is_page(struct input *input)
{
    static const char mark[] = "<!doctype html";
    size_t n;
    const char *bytes = input_text(input, &n);

    n = n < 1024 ? n : 1024;
    for (size_t i = 0; i + sizeof mark - 1 <= n; i++)
        if (string_is_ignoring_case(bytes + i, sizeof mark - 1, mark))
            return true;
    return false;
}

static void read_sdmx_ml(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct sdmx_ml ml = { .name = table_name(table), .measure_dimension = SIZE_MAX };
    const struct xml_events events = { &ml, on_start, on_end, on_text };

    ml.place = (struct place){ .file = ml.name };
    builder_init(&ml.builder, table);
    arena_init(&ml.arena, alloc, table_error(table));
    for (enum sdmx_level_name at = 0; at < SDMX_LEVELS; at++)
        buffer_init(&ml.levels[at].texts, alloc, table_error(table));
    buffer_init(&ml.key, alloc, table_error(table));
    if (is_page(input))
        sdmx_ml_refuse_root(&ml, "html", (const char *[]){ NULL });
    else if (xml_read(input, &events, &ml.xml))
        finish(&ml);
    destroy(&ml);
}

/* What begins as XML does: a declaration, a comment, or the tag of an element. */
static bool recognises(const char *bytes, size_t n)
{
    size_t i = 0;

    while (i < n && strchr(" \t\r\n", bytes[i]) != NULL && bytes[i] != '\0')
        i++;
    bytes += i;
    n -= i;
    if (n > 5 && (memcmp(bytes, "<?xml", 5) == 0 || memcmp(bytes, "<!--", 4) == 0 ||
                  memcmp(bytes, "<!DOC", 5) == 0))
        return true;
    if (n < 3 || bytes[0] != '<')
        return false;
    for (i = 1; i < n && (bytes[i] == '_' || bytes[i] == '-' || bytes[i] == ':' ||
                          bytes[i] == '.' || ((bytes[i] | 32) >= 'a' && (bytes[i] | 32) <= 'z') ||
                          (bytes[i] >= '0' && bytes[i] <= '9'));)
        i++;
    return i > 1 && i < n && strchr(" \t\r\n/>", bytes[i]) != NULL &&
           memchr(bytes + i, '>', n - i) != NULL;
}

const struct reader sdmx_ml_reader = {
    .name = "sdmx-ml",
    .title = "SDMX-ML",
    .recognises = recognises,
    .read = read_sdmx_ml,
};
