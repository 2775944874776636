/* brackets.c - parses the contents of square brackets: periods or filters.
 *
 *     inside = period | "latest" | "latest(" series ")" | range-or-period { "," range-or-period } | filter { "," filter }
 *     range  = [ period ] ".." [ period ]
 *     filter = dimension ":" ( "*" | member { "|" member } | "!" member { "|" "!" member } )
 */
#include <string.h>

#include "base/strings.h"
#include "expression/parts.h"

static size_t count_signs(const struct parser *p, const char *signs)
{
    size_t count = 0;

    for (size_t i = p->at; i < p->end; i++)
        count += strchr(signs, p->text[i]) != NULL;
    return count;
}

/* Members ------------------------------------------------------------------------------- */

/* A member or "!" and a member, which is left out, as "!CHN" (also "!" within the quotes). */
static bool parse_member(struct parser *p, struct choice *choice, const char **members)
{
    bool leaves_out = parser_take(p, '!');
    size_t start = (parser_peek(p), p->at);
    const char *member = parser_words(p, ",|]", "a member (as in flow: exports)");

    if (member == NULL)
        return false;
    /* In a filter "!" leaves out, so that no value may begin with it. */
    if (member[0] == '!' && p->text[start] == '$') {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, p->at,
                        "'%.60s' is no member: none begins with '!'", member);
        return false;
    }
    if (leaves_out && member[0] != '!')
        member = arena_format(p->arena, "!%s", member);
    if (member == NULL)
        return false;
    leaves_out = member[0] == '!';
    if (choice->count > 0 && leaves_out != choice->leaves_out) {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, choice->span.start, p->at,
                        "members are either chosen (CHN | RUS) or left out (!CHN | !RUS), not both "
                        "at once");
        return false;
    }
    choice->leaves_out = leaves_out;
    members[choice->count++] = member;
    choice->span.end = p->at;
    return true;
}

/* "$row" alone. */
static bool parse_rows(struct parser *p, struct choice *choice)
{
    size_t start = (parser_peek(p), p->at), n = strcspn(p->text + start, ",|]");

    while (n > 0 && p->text[start + n - 1] == ' ')
        n--;
    const char *const *members = parser_rows(p, start, n, &choice->count);
    if (members == NULL)
        return false;
    p->at += n;
    choice->members = members;
    choice->of_rows = true;
    choice->span.end = p->at;
    return true;
}

/* CHN | RUS, !CHN | !RUS, or * */
static bool parse_members(struct parser *p, struct choice *choice)
{
    parser_peek(p);
    choice->span.start = p->at;
    if (parse_rows(p, choice))
        return true;
    const char **members = arena_array(p->arena, const char *, count_signs(p, "|") + 1);
    if (members == NULL) {
        fail_memory(p->error);
        return false;
    }
    choice->members = members;
    if (parser_take(p, '*')) {
        choice->span.end = p->at;
        return true;
    }
    do {
        if (!parse_member(p, choice, members))
            return false;
    } while (parser_take(p, '|'));
    return true;
}

/* flow: exports, partner: CHN ] */
static struct expression *parse_filters(struct parser *p, const struct expression *left)
{
    struct choice *choices = arena_array(p->arena, struct choice, count_signs(p, ":"));
    size_t count = 0;
    struct expression *part;

    if (choices == NULL) {
        fail_memory(p->error);
        return NULL;
    }
    do {
        struct choice *choice = &choices[count];

        choice->dimension = parser_words(p, ":,]", "a dimension (as in flow: exports)");
        if (choice->dimension == NULL ||
            !parser_expect(p, ':', "':' and a member (as in flow: exports)") ||
            !parse_members(p, choice))
            return NULL;
        count++;
    } while (parser_take(p, ','));
    if (!parser_expect(p, ']', "',' or ']'"))
        return NULL;
    part = parser_new_part(p, EXPRESSION_SELECTION, left->start, left, NULL);
    if (part == NULL)
        return NULL;
    part->choices = choices;
    part->choice_count = count;
    return part;
}

/* Periods ------------------------------------------------------------------------------- */

/* The n bytes from start on are no period, and no filters either, because there is no colon. */
static void fail_inside(struct parser *p, size_t start, size_t n, bool closed)
{
    if (!closed) {
        p->at = p->end;
        parser_fail_expected(p, "']'");
    } else if (n == 0) {
        p->at = start;
        parser_fail_expected(p, "a period or a selection");
    } else {
        expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + n,
                        "'%.*s' is neither a period, such as 2023 or 2024-T1, nor a selection, "
                        "such as flow: exports",
                        (int)utf8_floor(p->text + start, n < 60 ? n : 60), p->text + start);
    }
}

/* "$year" */
static bool read_parameter(struct parser *p, size_t start, size_t n, sheaf_period *period)
{
    const char *value = parser_parameter(p, start, n);

    if (value == NULL)
        return false;
    if (sheaf_period_read(value, strlen(value), period))
        return true;
    expression_fail(p->error, SHEAF_BAD_INPUT, p->text, start, start + n,
                    "a period is expected here, such as 2023, and '%.*s' is '%.60s'",
                    (int)utf8_floor(p->text + start, n < 60 ? n : 60), p->text + start, value);
    return false;
}

static bool read_trimmed(struct parser *p, const char *text, size_t n, sheaf_period *period)
{
    while (n > 0 && *text == ' ') {
        text++;
        n--;
    }
    while (n > 0 && text[n - 1] == ' ')
        n--;
    if (parser_is_parameter(p, (size_t)(text - p->text), n))
        return read_parameter(p, (size_t)(text - p->text), n, period);
    if (n > 0)
        return sheaf_period_read(text, n, period);
    *period = (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    return true;
}

/* 2019..2023, 2019.., ..2023, or 2023: n bytes at text. */
static bool read_range(struct parser *p, const char *text, size_t n, struct range *range)
{
    const char *dots = NULL;

    for (size_t i = 0; i + 1 < n && dots == NULL; i++)
        if (text[i] == '.' && text[i + 1] == '.')
            dots = text + i;
    if (dots == NULL) {
        bool read = read_trimmed(p, text, n, &range->first) && range->first.unit != SHEAF_NO_PERIOD;

        range->last = range->first;
        range->exact = true;
        return read;
    }
    return read_trimmed(p, text, (size_t)(dots - text), &range->first) &&
           read_trimmed(p, dots + 2, n - (size_t)(dots + 2 - text), &range->last) &&
           (range->first.unit != SHEAF_NO_PERIOD || range->last.unit != SHEAF_NO_PERIOD);
}

/* Reads n bytes as periods and ranges, separated by commas. */
static bool read_ranges(struct parser *p, size_t n, struct range **ranges, size_t *count)
{
    const char *at = p->text + p->at, *end = at + n;

    *ranges = arena_array(p->arena, struct range, count_signs(p, ",") + 1);
    *count = 0;
    if (*ranges == NULL) {
        fail_memory(p->error);
        return false;
    }
    for (;;) {
        const char *comma = memchr(at, ',', (size_t)(end - at));
        const char *stop = comma != NULL ? comma : end;

        if (!read_range(p, at, (size_t)(stop - at), &(*ranges)[*count]))
            return false;
        ++*count;
        if (comma == NULL)
            return true;
        at = comma + 1;
    }
}

static bool is_one_period(const struct range *ranges, size_t count)
{
    return count == 1 && ranges->exact;
}

static struct expression *parse_periods(struct parser *p, const struct expression *left,
                                        const struct range *ranges, size_t count, size_t length)
{
    bool one = is_one_period(ranges, count);
    struct expression *part;

    p->at += length;
    if (!parser_expect(p, ']', "']'"))
        return NULL;
    part = parser_new_part(p, one ? EXPRESSION_OBSERVATION : EXPRESSION_RANGES, left->start, left,
                           NULL);
    if (part == NULL)
        return NULL;
    part->period = ranges->first;
    part->ranges = ranges;
    part->range_count = count;
    return part;
}

/* True at "latest" where a period is meant: a dimension of this name has a colon behind it. */
static bool at_latest(const struct parser *p)
{
    static const char word[] = "latest";
    struct parser ahead = *p;

    ahead.at += sizeof word - 1;
    return parser_name_length(p) == sizeof word - 1 &&
           strncmp(p->text + p->at, word, sizeof word - 1) == 0 &&
           (parser_peek(&ahead) == ']' || parser_peek(&ahead) == '(');
}

/* latest ] or latest(series) ] */
static struct expression *parse_latest(struct parser *p, const struct expression *left)
{
    struct span name = { p->at, p->at + parser_name_length(p) };
    const struct expression *series = NULL;
    struct expression *part;

    p->at = name.end;
    if (parser_take(p, '(')) {
        series = parse_call(p, "latest", name);
        if (series == NULL)
            return NULL;
    }
    if (!parser_expect(p, ']', "']'"))
        return NULL;
    part = parser_new_part(p, series != NULL ? EXPRESSION_OBSERVATION : EXPRESSION_LATEST,
                           left->start, left, series);
    if (part != NULL)
        part->period = (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    return part;
}

struct expression *parse_brackets(struct parser *p, const struct expression *left)
{
    size_t length, n, count;
    struct range *ranges;

    parser_peek(p);
    if (at_latest(p))
        return parse_latest(p, left);
    length = n = strcspn(p->text + p->at, "]");
    while (n > 0 && p->text[p->at + n - 1] == ' ')
        n--;
    if (memchr(p->text + p->at, ':', n) == NULL && read_ranges(p, n, &ranges, &count))
        return parse_periods(p, left, ranges, count, length);
    if (p->error->status != SHEAF_OK)
        return NULL;
    if (memchr(p->text + p->at, ':', n) == NULL)
        fail_inside(p, p->at, n, p->text[p->at + length] == ']');
    else if (left->kind == EXPRESSION_NUMBER)
        parser_fail_expected(p, "a period");
    else
        return parse_filters(p, left);
    return NULL;
}
