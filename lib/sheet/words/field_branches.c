/* field_branches.c - the branches of a field, {rise ? rose by {} | fell by {}}, and what stands where there is no
 * figure. */
#include "sheet/words/field_reading.h"

#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "text/forms.h"

static const char *const label_names[] = { "up",  "down", "same", "little", "zero", "one",
                                           "two", "few",  "many", "other",  "tie" };

/* "word =" at the beginning of a branch; NULL: it has no label. */
static const char *label_end(const char *at, const char *end)
{
    const char *word = at;

    while (at < end && ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9')))
        at++;
    const char *equals = skip_spaces(at, end);
    return at > word && equals < end && *equals == '=' ? at : NULL;
}

static bool read_label(const struct field_reading *reading, const char *word, size_t n,
                       struct field_branch *branch)
{
    static const enum field_label signs[] = { LABEL_UP, LABEL_DOWN, LABEL_SAME, LABEL_LITTLE };
    enum plural category;
    int64_t exact;

    branch->place = scope_place(reading->scope, word, n);
    for (size_t i = 0; i < 4; i++)
        if (string_is(word, n, label_names[i])) {
            branch->label = signs[i];
            return true;
        }
    if (plural_read(word, n, &category)) {
        branch->label = LABEL_PLURAL + category;
        return true;
    }
    if (string_is(word, n, "tie")) {
        branch->label = LABEL_TIE;
        return true;
    }
    if (number_read_integer(word, n, 0, 1000000000, &exact)) {
        branch->label = LABEL_EXACT;
        branch->exact = (long)exact;
        return true;
    }
    const char *near =
        string_nearest(word, n, label_names, sizeof label_names / sizeof *label_names);
    scope_fail(reading->scope, word, n, "a branch has no label '%.*s'%s%s%s", n < 40 ? (int)n : 40,
               word, near != NULL ? "; did you mean '" : "",
               near != NULL
                   ? near
                   : "; there is up down same little, zero one two few many other, tie, and "
                     "numbers; the sign itself is written '\\='",
               near != NULL ? "'?" : "");
    return false;
}

static bool fail_twice(const struct field_reading *reading, const struct field_branch *branch,
                       const char *word, size_t n)
{
    for (const struct field_branch *other = reading->field->branches; other != branch;
         other = other->next)
        if (other->label == branch->label && other->exact == branch->exact) {
            scope_fail(reading->scope, word, n, "two branches have the label '%.*s'", (int)n, word);
            return true;
        }
    return false;
}

/* A branch and its text, up to '|' or '}'. *labelled: that of the first one. */
static bool read_branch(struct field_reading *reading, struct field_branch *branch, int number,
                        bool *labelled)
{
    static const enum field_label by_place[] = { LABEL_UP, LABEL_DOWN, LABEL_SAME };
    const char *word = skip_spaces(reading->at, reading->end);
    const char *word_end = label_end(word, reading->end);

    if (number == 0)
        *labelled = word_end != NULL;
    if (*labelled != (word_end != NULL)) {
        scope_fail(reading->scope, word, 1, "all branches have labels, or none has");
        return false;
    }
    if (word_end != NULL) {
        size_t n = (size_t)(word_end - word);
        if (!read_label(reading, word, n, branch) || fail_twice(reading, branch, word, n))
            return false;
        reading->at = skip_spaces(word_end, reading->end) + 1;
    } else if (number >= 3) {
        scope_fail(reading->scope, word, 1,
                   "branches without labels are two or three: rose | fell | did not change");
        return false;
    } else {
        branch->label = by_place[number];
        branch->place = scope_place(reading->scope, word, 1);
    }
    const struct markup *markup =
        read_one_paragraph(reading->reading, &reading->at, reading->end, reading->field);
    branch->parts = markup != NULL ? markup->parts : NULL;
    return markup != NULL;
}

bool field_has_label(const struct field *field, enum field_label first, enum field_label last)
{
    for (const struct field_branch *branch = field->branches; branch != NULL; branch = branch->next)
        if (branch->label >= first && branch->label <= last)
            return true;
    return false;
}

/* Whether the labels go together. */
static bool check_branches(struct field_reading *reading, const char *start, int count)
{
    struct field *field = reading->field;
    const size_t n = (size_t)(reading->at - start);
    const char *why = NULL;
    bool has_other = field_has_label(field, LABEL_OTHER, LABEL_OTHER);

    field->by_sign = field_has_label(field, LABEL_UP, LABEL_LITTLE);
    if (field->by_sign && field_has_label(field, LABEL_TIE, LABEL_OTHER - 1))
        why = "branches are chosen by sign or by number, not by both";
    else if (count < 2 && !has_other)
        why = "a choice has two branches or more: rose | fell | did not change";
    else if (!field->by_sign && !has_other)
        why = "a choice by number needs the branch other=";
    else if (field->by_sign && !has_other &&
             !(field_has_label(field, LABEL_UP, LABEL_UP) &&
               field_has_label(field, LABEL_DOWN, LABEL_DOWN)))
        why = "a choice by sign needs up= and down=, or other=";
    else if (field_has_label(field, LABEL_LITTLE, LABEL_LITTLE) && field->little < 0)
        why = "what is little is told by an option: {growth(a)[2023], little=0.5 ? …}";
    else if (!field_has_label(field, LABEL_LITTLE, LABEL_LITTLE) && field->little >= 0)
        why = "the option little needs a branch little=";
    else if (field->kind == FIELD_NAME || field->kind == FIELD_PERIOD)
        why = "a name or a period has no sign and no number to choose by";
    if (why != NULL)
        scope_fail(reading->scope, start, n, "%s", why);
    return why == NULL;
}

bool field_read_branches(struct field_reading *reading)
{
    struct field_branch **last = &reading->field->branches;
    const char *start = reading->at;
    bool labelled = false;
    int count = 0;

    if (reading->at == reading->end || *reading->at != '?')
        return true;
    do {
        struct field_branch *branch = arena_new(&reading->scope->sheet->arena, struct field_branch);
        reading->at++; /* '?' or '|' */
        *last = branch;
        if (branch == NULL || !read_branch(reading, branch, count++, &labelled))
            return false;
        last = &branch->next;
        if (reading->at == reading->end)
            return field_fail_open(reading);
    } while (*reading->at == '|' && reading->end - reading->at > 1 && reading->at[1] != '|');
    return check_branches(reading, start, count);
}

bool field_read_missing(struct field_reading *reading)
{
    const char *at = reading->at;

    if (reading->end - at < 2 || at[0] != '|' || at[1] != '|')
        return true;
    reading->at += 2;
    const struct markup *markup =
        read_one_paragraph(reading->reading, &reading->at, reading->end, reading->field);
    if (markup == NULL)
        return false;
    /* An empty text is no part, and yet one. */
    reading->field->missing = markup->parts != NULL
                                  ? markup->parts
                                  : arena_new(&reading->scope->sheet->arena, struct markup_part);
    if (reading->field->missing != NULL && markup->parts == NULL)
        reading->field->missing->text = "";
    return reading->field->missing != NULL;
}
