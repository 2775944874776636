/* markup_show.c - tells what a paragraph shows: its figures, their sources and flags, and its footnotes. */
#include "series/observation.h"
#include "sheet/words/field.h"
#include "sheet/words/markup_pieces.h"
#include "sheet/words/shown.h"

static bool is_confidential(const struct field *field)
{
    return field->kind == FIELD_VALUE && field->series != NULL &&
           observation_is_confidential(&field->observation);
}

/* The figure that a field writes, in its words; of a confidential one that it is there. */
static void tell(const struct markup_part *part, struct text *text, const struct shown *shown)
{
    const struct field *field = part->field;
    bool is_figure =
        part->kind == MARKUP_SELF || (part->kind == MARKUP_FIELD && field->branches == NULL);

    if (part->kind == MARKUP_FIELD && is_confidential(field)) {
        shown_figures_add(shown->told, 0, field->series, &field->observation, "");
        return;
    }
    if (shown->told != NULL && is_figure && field->kind == FIELD_VALUE && field->series != NULL &&
        !field_is_missing(field))
        shown_figures_add(shown->told, 0, field->series, &field->observation,
                          field_words(field, text, shown->arena,
                                      part->kind == MARKUP_SELF ? FIELD_IN_BRANCH : 0));
}

/* A field's figure is shown even where only words follow it: "rose"; not where it is missing. */
static void show_parts(const struct markup_part *parts, struct text *text, struct shown *shown)
{
    for (const struct markup_part *part = parts; part != NULL; part = part->next) {
        tell(part, text, shown);
        if (part->kind == MARKUP_FOOTNOTE) {
            shown_add_footnote(shown, part->note);
            show_parts(part->note->parts, text, shown);
        }
        if (part->kind != MARKUP_FIELD)
            continue;
        const struct field *field = part->field;
        if (field_is_missing(field)) {
            show_parts(field->missing, text, shown);
            continue;
        }
        if (field->kind == FIELD_VALUE && field->series != NULL)
            shown_add(shown, field->series, &field->observation, NULL);
        const struct field_branch *branch = field_choose(field, text);
        if (branch != NULL)
            show_parts(branch->parts, text, shown);
    }
}

void markup_show(const struct markup *markup, struct shown *shown)
{
    for (; markup != NULL; markup = markup->next) {
        struct text *text = markup_begin_language(markup, shown->text);

        if (text != NULL)
            show_parts(markup->parts, text, shown);
        markup_end_language(text, shown->text);
    }
}
