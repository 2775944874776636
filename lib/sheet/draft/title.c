/* title.c - what a draft's figures are of, and its title, which tells how they changed. */
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"
#include "text/languages/language.h"
#include "vocabulary/headers.h"
#include "vocabulary/wholes.h"

/* The country that all figures are of, as "reporter" or "partner", though nothing varies in it; NULL: there
 * is none. */
const char *draft_only_member(struct draft *draft, const char *name)
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

/* Subjects ------------------------------------------------------------------------- */

/* "{$reporter}", where the figures are of one. */
static const char *title_reporter(struct draft *draft)
{
    if (draft_only_member(draft, "reporter") != NULL)
        return "{$reporter, capital}";
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_PARAMETER &&
            strcmp(draft->dimensions[i].name, "reporter") == 0)
            return arena_format(&draft->arena, "{$%s, capital}", draft->dimensions[i].parameter);
    return "";
}

static bool is_of_value(const struct header *header)
{
    return header->role != HEADER_NONE || header->flow != NULL || header->unit != NULL ||
           header->indicator != NULL || header->multiplier != 0 || header->is_ratio;
}

/* "China" of "china_exp_bn": the header without its flow and unit, which are said elsewhere; NULL: it says
 * nothing else. */
static const char *subject_of_column(struct draft *draft, const char *header)
{
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    for (const char *at = header; *at != '\0';) {
        const size_t n = strcspn(at, "_ ");
        const struct header words = header_find(at, n);

        if (n > 0 && !is_of_value(&words)) {
            buffer_text(&buffer, buffer.length > 0 ? " " : "");
            buffer_put(&buffer, at, n);
        }
        at += n + (at[n] != '\0');
    }
    const char *subject = buffer.failed || buffer.length == 0
                              ? NULL
                              : arena_text(&draft->arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return subject != NULL ? draft_capital(draft, subject) : NULL;
}

/* Members of columns have headers as names. */
static const char *name_of(struct draft *draft, size_t dimension, uint32_t member)
{
    const char *name = table_member_name(draft->view, dimension, member);

    if (name[0] != '\0')
        return name;
    name = table_member(draft->view, dimension, member);
    if (strcmp(table_dimension_name(draft->view, dimension), "series") != 0)
        return name;
    const char *subject = subject_of_column(draft, name);
    return subject != NULL ? subject : draft_capital(draft, draft_spaced(draft, name));
}

/* The one partner or product, or what the parameter of the dimension says; NULL: it is all of them. */
static const char *title_member(struct draft *draft, const char *name, bool is_first)
{
    const char *capital = is_first ? ", capital" : "";
    const size_t at = table_find_dimension(draft->view, name);
    uint32_t member = 0;
    bool known = at != SIZE_MAX && sheaf_table_member_count(draft->view, name) == 1;

    if (strcmp(name, "partner") == 0 && draft_only_member(draft, "partner") != NULL)
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

/* The member that the main series is of; NULL: it is of a whole. named_by_title: also one that has a place of
 * its own in the title. */
static const char *focus_name(struct draft *draft, bool named_by_title)
{
    for (size_t i = 0; i < draft->n_dimensions; i++) {
        const struct draft_dimension *dimension = &draft->dimensions[i];
        bool known = false;

        if (dimension->focus != FOCUS_MEMBER || dimension->is_whole ||
            dimension->member[0] == '\0' || strcmp(dimension->name, "unit") == 0)
            continue;
        if (!named_by_title &&
            (strcmp(dimension->name, "partner") == 0 || strcmp(dimension->name, "product") == 0))
            continue;
        if (!named_by_title && strcmp(dimension->name, "series") == 0)
            return subject_of_column(draft, dimension->member);
        const uint32_t member = table_find_member(draft->view, dimension->index, dimension->member,
                                                  strlen(dimension->member), &known);
        return known ? name_of(draft, dimension->index, member) : dimension->member;
    }
    return NULL;
}

static const char *also_of(struct draft *draft, const char *subject, const char *member)
{
    if (member == NULL || subject == NULL)
        return subject;
    return subject[0] == '\0' ? member
                              : draft_say(draft, DRAFT_SUBJECT_OF, BLANKS(subject, member));
}

/* Whether flows or the trade are what is told of. */
static bool tells_flow(const struct draft *draft)
{
    return strcmp(draft->main, "turnover") == 0 ||
           (draft->n_flows > 0 && draft_is_flow_word(draft->flows[0]));
}

/* "{$reporter} – {$partner}": a headline that left out of what its figures are would say too much. */
static const char *title_subject(struct draft *draft)
{
    const char *subject = title_reporter(draft);
    const char *partner = title_member(draft, "partner", subject[0] == '\0');

    if (partner != NULL)
        subject =
            subject[0] == '\0' ? partner : arena_format(&draft->arena, "%s – %s", subject, partner);
    if (subject == NULL)
        return NULL;
    subject = also_of(draft, subject, title_member(draft, "product", subject[0] == '\0'));
    const char *other = tells_flow(draft) ? focus_name(draft, false) : NULL;
    return also_of(draft, subject, other != NULL ? draft_plain(&draft->arena, other) : NULL);
}

/* Labels --------------------------------------------------------------------------- */

/* What all figures are of, by the file's own name for it. */
static const char *only_measure(struct draft *draft)
{
    static const char *const names[] = { "indicator", "series", "measure" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const size_t at = table_find_dimension(draft->view, names[i]);
        const char *member = at != SIZE_MAX && sheaf_table_member_count(draft->view, names[i]) == 1
                                 ? table_member(draft->view, at, 0)
                                 : "";

        if (member[0] != '\0' && strcmp(member, "value") != 0)
            return name_of(draft, at, 0);
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

/* The value beside quantities, which has no name of its own. */
static bool has_implicit_value(const struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_IMPLICIT)
            return true;
    return false;
}

const char *draft_own_label(struct draft *draft, bool as_markup)
{
    const char *label = focus_name(draft, true);

    if (label == NULL)
        label = only_measure(draft);
    if (label == NULL && sheaf_table_title(draft->table)[0] != '\0')
        label = sheaf_table_title(draft->table);
    if (label == NULL && has_implicit_value(draft))
        label = language_of(draft->languages[draft->language])->words[WORD_VALUE].alone;
    if (label == NULL)
        label = draft_capital(draft, draft_spaced(draft, draft_stem(draft, draft->options->file)));
    return as_markup && label != NULL ? draft_plain(&draft->arena, label) : label;
}

const char *draft_label(struct draft *draft, bool as_markup)
{
    const char *parameter = draft_label_parameter(draft);

    return parameter != NULL ? arena_format(&draft->arena, "{$%s}", parameter)
                             : draft_own_label(draft, as_markup);
}

/* The title ------------------------------------------------------------------------ */

static const char *measure_word(struct draft *draft, bool inside)
{
    if (strcmp(draft->main, "turnover") == 0)
        return draft_say(draft, inside ? DRAFT_TRADE_INSIDE : DRAFT_TRADE, NULL);
    return draft_flow_word(draft, 0, inside);
}

/* What the figures are called behind the subject; the subject itself where that names all that is known of
 * them, which then is "". */
static const char *title_label(struct draft *draft, const char **subject)
{
    const char *label = draft_own_label(draft, true), *own;
    const char *product = title_member(draft, "product", false);

    if ((*subject)[0] == '\0')
        return label != NULL ? draft_capital(draft, label) : NULL;
    if (tells_flow(draft) || label == NULL || product == NULL || strcmp(label, product) != 0)
        return label;
    own = only_measure(draft);
    if (own == NULL && has_implicit_value(draft))
        own = language_of(draft->languages[draft->language])->words[WORD_VALUE].alone;
    label = own != NULL ? draft_plain(&draft->arena, own) : *subject;
    *subject = own != NULL ? *subject : "";
    return label;
}

static const char *say_title(struct draft *draft, const void *of)
{
    const char *subject = title_subject(draft), *moment = draft_moment(draft);
    const char *label = subject != NULL ? title_label(draft, &subject) : NULL;

    (void)of;
    /* One colon a headline: "China, Graphite, value: up 5%". */
    if (subject != NULL && subject[0] != '\0' && draft->has_growth && !draft->over_numbers &&
        !tells_flow(draft)) {
        label = also_of(draft, subject, label);
        subject = "";
    }
    if (subject != NULL && subject[0] != '\0')
        subject = draft_say(draft, DRAFT_SUBJECT, BLANKS(subject));
    if (subject == NULL || label == NULL)
        return NULL; /* no memory */
    if (draft->over_numbers)
        return arena_format(&draft->arena, "%s%s", subject, label);
    if (tells_flow(draft))
        return draft_say(draft, draft->has_growth ? DRAFT_FLOW_ROSE : DRAFT_FLOW,
                         BLANKS(subject, measure_word(draft, subject[0] != '\0'), moment,
                                measure_word(draft, true)));
    return draft_say(draft, draft->has_growth ? DRAFT_LABEL_ROSE : DRAFT_LABEL,
                     BLANKS(subject, label, moment));
}

void draft_add_title(struct draft *draft)
{
    const char *comment = draft_comment(draft, DRAFT_ON_TITLE, NULL);
    const char *title = draft_each(draft, say_title, NULL);

    if (comment == NULL || title == NULL)
        return; /* no memory */
    draft_add(draft, PIECE_HEAD, NULL, "\n%stitle: %s\n# deck: %s\n", comment, title,
              draft_say(draft, DRAFT_ON_DECK, NULL));
    draft->tells_rise = draft->has_growth && !draft->over_numbers;
}
