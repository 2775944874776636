/* head.c - what stands above the series of a draft: parameters, data; its title is in title.c, how to use it in usage.c. */
#include <stdio.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"

/* What "latest(exports)" is called. */
const char *draft_moment(const struct draft *draft)
{
    return draft->last.unit == SHEAF_MONTHS && draft->last.count == 12 ? "year" : "period";
}

static void add_parameters(struct draft *draft)
{
    const char *reporter = draft_only_member(draft, "reporter"),
               *partner = draft_only_member(draft, "partner");

    draft_add(draft, PIECE_GROUP, NULL, "\n%sparameters:\n",
              draft_comment(draft, DRAFT_ON_PARAMETERS, NULL));
    if (reporter != NULL)
        draft_add(draft, PIECE_PARAMETER, "reporter", "  reporter: %s\n",
                  draft_yaml(&draft->arena, reporter));
    if (partner != NULL)
        draft_add(draft, PIECE_PARAMETER, "partner", "  partner: %s\n",
                  draft_yaml(&draft->arena, partner));
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_PARAMETER)
            draft_add(draft, PIECE_PARAMETER, draft->dimensions[i].parameter, "  %s: %s\n",
                      draft->dimensions[i].parameter,
                      draft_yaml(&draft->arena, draft->dimensions[i].member));
    if (draft->before_forecasts) {
        char last[SHEAF_PERIOD_TEXT];
        sheaf_period_write(draft->last, last);
        draft_add(draft, PIECE_PARAMETER, draft_moment(draft), "  %s: %s    # %s\n",
                  draft_moment(draft), last, draft_say(draft, DRAFT_ON_NO_FORECAST, NULL));
    } else if (!draft->over_numbers) {
        draft_add(draft, PIECE_PARAMETER, draft_moment(draft), "  %s: latest(%s)    # %s\n",
                  draft_moment(draft), draft->flow_names[0],
                  draft_say(draft, DRAFT_ON_LATEST, NULL));
    }
}

static void put_key(struct buffer *into, const char *key, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    buffer_format(into, ", %s: ", key);
    draft_scalar(into, value);
}

static void put_columns(struct buffer *into, const sheaf_read_options *read)
{
    for (size_t i = 0; i < read->n_columns; i++) {
        buffer_text(into, i == 0 ? ", columns: {" : ", ");
        draft_scalar(into, read->columns[i].role);
        buffer_text(into, ": ");
        draft_scalar(into, read->columns[i].header);
    }
    buffer_text(into, read->n_columns > 0 ? "}" : "");
    for (size_t i = 0; i < read->n_constants; i++) {
        buffer_text(into, i == 0 ? ", set: {" : ", ");
        draft_scalar(into, read->constants[i].dimension);
        buffer_text(into, ": ");
        draft_scalar(into, read->constants[i].member);
    }
    buffer_text(into, read->n_constants > 0 ? "}" : "");
}

/* Members that the caller leaves out: "without: {partner: [EU, World]}", a key a dimension. */
static void put_without(struct draft *draft, struct buffer *into)
{
    const sheaf_filter *filters = draft->options->filters;
    bool any = false;

    for (size_t i = 0; i < draft->options->n_filters; i++) {
        bool is_first = filters[i].member[0] == '!';

        for (size_t k = 0; k < i; k++)
            is_first &= filters[k].member[0] != '!' ||
                        strcmp(filters[k].dimension, filters[i].dimension) != 0;
        if (!is_first)
            continue;
        buffer_text(into, any ? ", " : ", without: {");
        draft_scalar(into, filters[i].dimension);
        buffer_text(into, ": [");
        for (size_t k = i; k < draft->options->n_filters; k++)
            if (filters[k].member[0] == '!' &&
                strcmp(filters[k].dimension, filters[i].dimension) == 0) {
                buffer_text(into, k > i ? ", " : "");
                draft_scalar(into, filters[k].member + 1);
            }
        buffer_byte(into, ']');
        any = true;
    }
    buffer_text(into, any ? "}" : "");
}

static void put_reading(struct draft *draft, struct buffer *into)
{
    const sheaf_read_options *read = draft->options->reading;
    char header[24];

    if (read != NULL) {
        snprintf(header, sizeof header, "%zu", read->header);
        put_key(into, "format", read->format);
        put_key(into, "encoding", read->encoding);
        put_key(into, "separator", read->separator);
        put_key(into, "decimal", read->decimal);
        put_key(into, "header", read->header > 0 ? header : NULL);
        put_key(into, "frequency", read->frequency);
        put_key(into, "dates", read->dates);
        put_key(into, "x", read->x);
        put_key(into, "financial_year", read->financial_year);
        put_key(into, "query", read->query);
        put_key(into, "sheet", read->sheet);
        put_columns(into, read);
    }
    put_without(draft, into);
}

/* The sources, to be filled in, and the data. */
static void put_data(struct draft *draft, const char *data)
{
    draft_add(draft, PIECE_HEAD, NULL,
              "\n%s# sources:\n#   office: {title: %s, date: 2024-06-26}\n\ndata:\n",
              draft_comment(draft, DRAFT_ON_SOURCES, BLANKS("source: office")),
              draft_yaml(&draft->arena, draft_say(draft, DRAFT_OFFICE, NULL)));
    if (!draft->has_unit && !draft->is_named_per_cent)
        draft_add(draft, PIECE_HEAD, NULL, "  %s",
                  draft_comment(draft, DRAFT_ON_UNIT, BLANKS("set: {unit: USD}")));
    if (strcmp(draft->options->file, "-") == 0)
        draft_add(draft, PIECE_HEAD, NULL, "  # %s: cat FILE | sheaf sheet SPEC\n",
                  draft_say(draft, DRAFT_ON_STANDARD_INPUT, NULL));
    draft_add(draft, PIECE_HEAD, NULL, "%s", data);
}

static void add_data(struct draft *draft)
{
    static const char odbc[] = "odbc:";
    const char *file = draft->options->file;
    const bool is_database = strncmp(file, odbc, sizeof odbc - 1) == 0;
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(&buffer, "  %s: {%s: ", draft->data, is_database ? "odbc" : "file");
    draft_scalar(&buffer, is_database ? file + sizeof odbc - 1 : file);
    put_reading(draft, &buffer);
    buffer_text(&buffer, draft->is_named_per_cent ? ", set: {unit: \"%\"}}\n" : "}\n");
    put_data(draft, buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

void draft_make_head(struct draft *draft)
{
    draft_add_usage(draft);
    draft_tell_choices(draft);
    draft_add(draft, PIECE_HEAD, NULL, "sheaf: 1\nlanguage: %s\n", draft->languages[0]);
    draft_add(draft, PIECE_SETTING, PAGES, "pages: 1\n");
    draft_hold_back(draft);
    add_parameters(draft);
    draft_add_title(draft);
    add_data(draft);
}
