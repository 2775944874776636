/* read_options.c - the keys of a data entry that say how its file is to be read. */
#include "sheet/spec/read_options.h"

#include <string.h>

#include "base/number.h"
#include "sheet/spec/spec.h"

static const char *const separators[] = { ",", ";", "|", "\t", NULL };
static const char *const decimals[] = { ".", ",", NULL };
static const char *const frequencies[] = { "A", "S", "T", "Q", "M", "W", "D", NULL };
static const char *const date_orders[] = { "day-first", "month-first", NULL };
static const char *const kinds_of_x[] = { "number", NULL };

static const struct spec_key data_keys[DATA_KEYS] = {
    [DATA_FILE] = { "file", SPEC_TEXT, false, NULL },
    [DATA_ODBC] = { "odbc", SPEC_TEXT, false, NULL },
    [DATA_SOURCE] = { "source", SPEC_TEXT, false, NULL },
    [DATA_FORMAT] = { "format", SPEC_TEXT, false, NULL },
    [DATA_ENCODING] = { "encoding", SPEC_TEXT, false, NULL },
    [DATA_SEPARATOR] = { "separator", SPEC_TEXT, false, separators },
    [DATA_DECIMAL] = { "decimal", SPEC_TEXT, false, decimals },
    [DATA_HEADER] = { "header", SPEC_NUMBER, false, NULL },
    [DATA_FREQUENCY] = { "frequency", SPEC_TEXT, false, frequencies },
    [DATA_DATES] = { "dates", SPEC_TEXT, false, date_orders },
    [DATA_X] = { "x", SPEC_TEXT, false, kinds_of_x },
    [DATA_FINANCIAL_YEAR] = { "financial_year", SPEC_TEXT, false, NULL },
    [DATA_QUERY] = { "query", SPEC_TEXT, false, NULL },
    [DATA_SHEET] = { "sheet", SPEC_TEXT, false, NULL },
    [DATA_COLUMNS] = { "columns", SPEC_MAPPING, false, NULL },
    [DATA_SET] = { "set", SPEC_MAPPING, false, NULL },
    [DATA_WITHOUT] = { "without", SPEC_TEXT | SPEC_LIST | SPEC_MAPPING, false, NULL },
    [DATA_PREVIOUS] = { "previous", SPEC_TEXT, false, NULL },
};
const struct grammar data_grammar = { "a data entry", "data", data_keys, DATA_KEYS };

static const char *text_of(const struct node *node)
{
    return node != NULL ? node->text : NULL;
}

static bool check_words(struct spec_reader *reader, const struct node *mapping, const char *what)
{
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next)
        if (!keys_check_kind(reader, item->value, SPEC_TEXT, what))
            return false;
    return true;
}

/* period: Jahr */
static bool read_columns(struct spec_reader *reader, const struct node *mapping,
                         sheaf_read_options *options)
{
    sheaf_column *columns;

    if (mapping == NULL)
        return true;
    columns = arena_array(&reader->arena, sheaf_column, mapping->n_items);
    if (columns == NULL || !check_words(reader, mapping, "a column"))
        return false;
    options->columns = columns;
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next)
        columns[options->n_columns++] = (sheaf_column){ item->value->text, item->key->text };
    return true;
}

/* reporter: KAZ */
static bool read_constants(struct spec_reader *reader, const struct node *mapping,
                           sheaf_read_options *options)
{
    sheaf_filter *constants;

    if (mapping == NULL)
        return true;
    constants = arena_array(&reader->arena, sheaf_filter, mapping->n_items);
    if (constants == NULL || !check_words(reader, mapping, "what is set"))
        return false;
    options->constants = constants;
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next) {
        const struct node *value = spec_value(reader, item->value);

        if (value == NULL)
            return false;
        constants[options->n_constants++] = (sheaf_filter){ item->key->text, value->text };
    }
    return true;
}

static bool read_header(struct spec_reader *reader, const struct node *node, size_t *line)
{
    int64_t number = 0;

    if (node != NULL && !number_read_integer(node->text, node->length, 1, 1000000, &number)) {
        spec_fail(reader, node->place, "'%.40s' is no line number", node->text);
        return false;
    }
    *line = (size_t)number;
    return true;
}

bool spec_read_options(struct spec_reader *reader, const struct node *const *values,
                       sheaf_read_options *options)
{
    *options = (sheaf_read_options){
        .format = text_of(values[DATA_FORMAT]),
        .encoding = text_of(values[DATA_ENCODING]),
        .separator = text_of(values[DATA_SEPARATOR]),
        .decimal = text_of(values[DATA_DECIMAL]),
        .frequency = text_of(values[DATA_FREQUENCY]),
        .financial_year = text_of(values[DATA_FINANCIAL_YEAR]),
        .dates = text_of(values[DATA_DATES]),
        .x = text_of(values[DATA_X]),
        .query = text_of(values[DATA_QUERY]),
        .sheet = text_of(values[DATA_SHEET]),
    };
    return read_header(reader, values[DATA_HEADER], &options->header) &&
           read_columns(reader, values[DATA_COLUMNS], options) &&
           read_constants(reader, values[DATA_SET], options);
}
