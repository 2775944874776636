/* head.c - what stands above the series of a draft: parameters, title, data; how to use it is in usage.c. */
#include <stdio.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"
#include "vocabulary/wholes.h"

/* What "latest(exports)" is called. */
const char *draft_moment(const struct draft *draft)
{
    return draft->last.unit == SHEAF_MONTHS && draft->last.count == 12 ? "year" : "period";
}

/* The country that all figures are of, as "reporter" or "partner", though nothing varies in it; NULL: there
 * is none. */
static const char *only_member(struct draft *draft, const char *name)
{
    const size_t at = table_find_dimension(draft->view, name);
    const char *member = at != SIZE_MAX && sheaf_table_member_count(draft->view, name) == 1
                             ? table_member(draft->view, at, 0)
                             : "";

    return member[0] != '\0' && draft_can_name(member) &&
                   member_role_of(name, member, table_member_name(draft->view, at, 0)) ==
                       MEMBER_PART
               ? member
               : NULL;
}

static const char *only_reporter(struct draft *draft)
{
    return only_member(draft, "reporter");
}

static void add_parameters(struct draft *draft)
{
    const char *reporter = only_reporter(draft), *partner = only_member(draft, "partner");

    draft_add(draft, PIECE_GROUP, NULL,
              "\n# What --set replaces: $name stands for it anywhere below.\nparameters:\n");
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
        draft_add(draft, PIECE_PARAMETER, draft_moment(draft),
                  "  %s: %s    # the last that is no forecast\n", draft_moment(draft), last);
    } else if (!draft->over_numbers) {
        draft_add(draft, PIECE_PARAMETER, draft_moment(draft),
                  "  %s: latest(%s)    # or one of your choice\n", draft_moment(draft),
                  draft->flow_names[0]);
    }
}

/* "{$reporter}", where the figures are of one. */
static const char *title_reporter(struct draft *draft)
{
    if (only_reporter(draft) != NULL)
        return "{$reporter, capital}";
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_PARAMETER &&
            strcmp(draft->dimensions[i].name, "reporter") == 0)
            return arena_format(&draft->arena, "{$%s, capital}", draft->dimensions[i].parameter);
    return "";
}

/* The one partner or product, or what the parameter of the dimension says; NULL: it is all of them. */
static const char *title_member(struct draft *draft, const char *name, bool is_first)
{
    const char *capital = is_first ? ", capital" : "";
    const size_t at = table_find_dimension(draft->view, name);
    uint32_t member = 0;
    bool known = at != SIZE_MAX && sheaf_table_member_count(draft->view, name) == 1;

    if (strcmp(name, "partner") == 0 && only_member(draft, "partner") != NULL)
        return arena_format(&draft->arena, "{$partner%s}", capital);
    for (size_t i = 0; i < draft->n_dimensions; i++) {
        const struct draft_dimension *dimension = &draft->dimensions[i];
        if (strcmp(dimension->name, name) != 0)
            continue;
        if (dimension->focus == FOCUS_PARAMETER)
            return arena_format(&draft->arena, "{$%s%s}", dimension->parameter, capital);
        if (dimension->focus == FOCUS_MEMBER && dimension->member != NULL)
            member = table_find_member(draft->view, at, dimension->member,
                                       strlen(dimension->member), &known);
    }
    const char *code = known ? table_member(draft->view, at, member) : "";
    const char *own = known ? table_member_name(draft->view, at, member) : "";
    if (code[0] == '\0' || member_role_of(name, code, own) == MEMBER_WHOLE)
        return NULL;
    return draft_plain(&draft->arena, own[0] != '\0' ? own : code);
}

/* "{$reporter} – {$partner}: ": a headline that left out of what its figures are would say too much. */
static const char *title_subject(struct draft *draft)
{
    static const char *const names[] = { "partner", "product" };
    const char *subject = title_reporter(draft);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *member = title_member(draft, names[i], subject[0] == '\0');
        if (member != NULL)
            subject = arena_format(&draft->arena, "%s%s%s", subject,
                                   subject[0] == '\0' ? ""
                                   : i == 0           ? " – "
                                                      : ", ",
                                   member);
    }
    return subject[0] != '\0' ? arena_format(&draft->arena, "%s: ", subject) : "";
}

static const char *told_measure(const struct draft *draft)
{
    if (strcmp(draft->main, "turnover") == 0)
        return "trade";
    return draft->n_flows > 0 && draft_is_flow_word(draft->flows[0]) ? draft->flows[0] : NULL;
}

/* What all figures are of, by the file's own name for it. */
static const char *only_measure(struct draft *draft)
{
    static const char *const names[] = { "indicator", "series", "measure" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const size_t at = table_find_dimension(draft->view, names[i]);
        const char *member = at != SIZE_MAX && sheaf_table_member_count(draft->view, names[i]) == 1
                                 ? table_member(draft->view, at, 0)
                                 : "";
        const char *name = member[0] != '\0' ? table_member_name(draft->view, at, 0) : "";

        if (member[0] != '\0' && strcmp(member, "value") != 0)
            return name[0] != '\0' ? name : member;
    }
    return NULL;
}

/* The member that the main series is of; NULL: it is of a whole. */
static const char *focus_name(struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions; i++) {
        const struct draft_dimension *dimension = &draft->dimensions[i];
        bool known = false;

        if (dimension->focus != FOCUS_MEMBER || dimension->is_whole ||
            dimension->member[0] == '\0' || strcmp(dimension->name, "unit") == 0)
            continue;
        const uint32_t member = table_find_member(draft->view, dimension->index, dimension->member,
                                                  strlen(dimension->member), &known);
        const char *name = known ? table_member_name(draft->view, dimension->index, member) : "";
        return name[0] != '\0' ? name : dimension->member;
    }
    return NULL;
}

const char *draft_label_parameter(const struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_PARAMETER && !draft->dimensions[i].is_whole &&
            strcmp(draft->dimensions[i].name, "reporter") != 0)
            return draft->dimensions[i].parameter;
    return NULL;
}

const char *draft_label(struct draft *draft, bool as_markup)
{
    const char *label = focus_name(draft), *parameter = draft_label_parameter(draft);

    if (parameter != NULL)
        return arena_format(&draft->arena, "{$%s}", parameter);
    if (label == NULL)
        label = only_measure(draft);
    if (label == NULL && sheaf_table_title(draft->table)[0] != '\0')
        label = sheaf_table_title(draft->table);
    if (label == NULL)
        label = draft_capital(draft, draft_stem(draft, draft->options->file));
    return as_markup ? draft_plain(&draft->arena, label) : label;
}

static void add_title(struct draft *draft)
{
    const char *measure = told_measure(draft), *subject = title_subject(draft), *title;
    const char *moment = draft_moment(draft);

    if (measure != NULL && subject[0] == '\0')
        measure = draft_capital(draft, measure);
    if (measure != NULL && draft->has_growth)
        title = arena_format(&draft->arena,
                             "%s%s {rise ? rose by {} | fell by {} | did not change || at a "
                             "glance} {$%s, in}",
                             subject, measure, moment);
    else if (measure != NULL && !draft->over_numbers)
        title = arena_format(&draft->arena, "%s%s {$%s, in}", subject, measure, moment);
    else
        title = arena_format(&draft->arena, "%s%s", subject,
                             draft_capital(draft, draft_label(draft, true)));
    draft_add(draft, PIECE_HEAD, NULL,
              "\n# The finding, in about ten words: braces hold figures and sentences that follow "
              "them.\ntitle: %s\n# deck: What a reader should know first, in one sentence.\n",
              draft_yaml(&draft->arena, title));
    if (draft->has_growth && measure != NULL)
        draft->tells_rise = true;
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
    buffer_text(&buffer, "}\n");
    draft_add(draft, PIECE_HEAD, NULL,
              "\n# Who says so. Add to the data below: source: office\n"
              "# sources:\n#   office: {title: The office as it is printed, date: 2024-06-26}\n\n"
              "data:\n%s%s",
              strcmp(file, "-") == 0 ? "  # from standard input: cat FILE | sheaf sheet SPEC\n"
                                     : "",
              buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

void draft_make_head(struct draft *draft)
{
    draft_add_usage(draft);
    draft_tell_choices(draft);
    draft_add(draft, PIECE_HEAD, NULL, "sheaf: 1\nlanguage: %s\n", draft_language(draft));
    add_parameters(draft);
    add_title(draft);
    add_data(draft);
}
