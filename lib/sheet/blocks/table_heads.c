/* table_heads.c - the headers of a table's columns, and those over several. */
#include <math.h>
#include <string.h>

#include "chart/words/words.h"
#include "sheet/blocks/table_parts.h"
#include "text/format.h"

#define GROUP_RULE 4.0 /* below a header over several columns, with its hairline */

const char *table_note_sign(struct sheet_layout *layout, const struct markup *note)
{
    return note != NULL ? raised_number(layout->words, shown_footnote_number(&layout->shown, note))
                        : "";
}

/* Whether a header over several columns says that all of them are growth. */
static bool is_under_growth(const struct table_content *content, size_t k)
{
    for (size_t g = 0; g < content->n_groups; g++) {
        const struct column_group *group = &content->groups[g];
        bool all = k >= group->first && k < group->first + group->n;

        for (size_t i = 0; all && i < group->n; i++)
            all = content->columns[group->first + i].is_growth;
        if (all)
            return true;
    }
    return false;
}

/* "2023"; over growth, "Change" on a line of its own; or the author's words. NULL after a failure. */
static const char *header_words(struct sheet_layout *layout, const struct table_content *content,
                                size_t k)
{
    const struct sheet_column *column = &content->columns[k];
    struct arena *arena = &layout->arena;

    if (column->label != NULL) {
        const char *label = markup_text(column->label, layout->text, arena, column->period);
        const char *sign = table_note_sign(layout, column->note);

        return label != NULL && sign != NULL ? arena_format(arena, "%s%s", label, sign) : NULL;
    }
    const char *period = period_words(layout->text, arena, column->period, PERIOD_SHORT);
    bool says_change = column->is_growth && !is_under_growth(content, k);
    const char *change = says_change ? format_word(layout->text, WORD_CHANGE) : "";
    if (period == NULL || change == NULL || change[0] == '\0')
        return change != NULL ? period : NULL;
    return arena_format(arena, "%s\n%s", change, period);
}

/* In whose way words are divided. */
static const char *language_of(const struct sheet_layout *layout, const struct text_style *style)
{
    return style->language != NULL ? style->language : text_locale(layout->text);
}

struct text_block *table_wrap(struct sheet_layout *layout, const struct table_layout *table,
                              struct arena *arena, const struct text_span *spans, size_t n,
                              double width)
{
    return table->divides_words ? text_wrap_for_need(layout->text, arena, spans, n, width,
                                                     language_of(layout, spans[0].style))
                                : text_wrap(layout->text, arena, spans, n, width, 0);
}

double table_longest_word(struct sheet_layout *layout, bool divides_words, const char *text,
                          const struct text_style *style)
{
    const char *language = language_of(layout, style);
    double widest = 0;

    while (text != NULL && *text != '\0') {
        size_t n = strcspn(text, " \n");
        const char *word = arena_text(&layout->arena, text, n);

        if (word == NULL)
            return widest;
        widest =
            fmax(widest, divides_words ? text_longest_piece(layout->text, word, style, language)
                                       : text_width(layout->text, word, style));
        text += n + strspn(text + n, " \n");
    }
    return widest;
}

double table_longest_piece(struct sheet_layout *layout, const struct table_layout *table)
{
    struct text_style style = table_style(table, &layout->theme->table_head);
    double widest = 0;

    for (size_t k = 0; k < table->content->n_columns; k++) {
        const char *words = header_words(layout, table->content, k);

        style.language = markup_language(table->content->columns[k].label);
        widest = fmax(widest, table_longest_word(layout, table->divides_words, words, &style));
        style.language = NULL;
        widest = fmax(widest, table_longest_word(layout, table->divides_words,
                                                 table->columns[k].unit, &style));
    }
    return widest;
}

unsigned table_cell_flags(const struct sheet_layout *layout, const struct table_layout *table,
                          const struct table_figure *figure)
{
    unsigned flags = flags_of(&figure->observation, layout_flags(layout, &table->content->display));

    return figure->is_revised ? flags | 1U << FLAG_REVISED : flags;
}

/* The flags that all figures of a column have: these stand once, in its header. A single figure has
 * its flags beside it. */
static unsigned common_flags(const struct sheet_layout *layout, const struct table_layout *table,
                             size_t k)
{
    unsigned common = ~0U;
    size_t n = 0;

    if (column_is_spark(&table->content->columns[k]))
        return 0;
    for (size_t i = 0; i < table->content->n_rows && common != 0; i++) {
        if (!table_has_figure(table, i, k))
            continue;
        common &= table_cell_flags(layout, table, table_cell_figure(table, i, k));
        n++;
    }
    return n > 1 ? common : 0;
}

/* The flag beside a header, as beside a figure. */
static bool set_flag(struct sheet_layout *layout, const struct table_layout *table,
                     struct set_column *column)
{
    struct text_style weak = table_style(table, &layout->theme->note);
    const char *flag = flags_text(column->flags, &layout->arena);

    weak.color = layout->theme->weak;
    column->flag = flag != NULL && flag[0] != '\0'
                       ? text_set(layout->text, &layout->arena, flag, &weak)
                       : NULL;
    return layout_is_well(layout);
}

bool table_set_header(struct sheet_layout *layout, struct table_layout *table, size_t k)
{
    struct text_style style = table_style(table, &layout->theme->table_head), weak;
    struct set_column *column = &table->columns[k];
    const char *words = header_words(layout, table->content, k);

    style.leading = 10;
    weak = style;
    style.language = markup_language(table->content->columns[k].label);
    weak.semibold = false;
    weak.color = layout->theme->grey;
    const struct text_span spans[] = { { words, &style, NULL },
                                       { "\n", &weak, NULL },
                                       { column->unit, &weak, NULL } };
    if (words == NULL)
        return false;
    column->header = table_wrap(layout, table, &layout->arena, spans, column->unit != NULL ? 3 : 1,
                                table->header_width);
    column->flags = common_flags(layout, table, k);
    return column->header != NULL && set_flag(layout, table, column);
}

/* The width that the columns below have. */
static double width_below(const struct table_layout *table, const struct column_group *group)
{
    const struct set_column *first = &table->columns[group->first];

    return first[group->n - 1].right - first->left;
}

bool table_set_groups(struct sheet_layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;
    struct text_style style = table_style(table, &layout->theme->table_head);
    double leaf = 0, above = 0;

    style.leading = 10;
    for (size_t k = 0; k < content->n_columns; k++)
        leaf = fmax(leaf, table->columns[k].header->height);
    for (size_t g = 0; g < content->n_groups; g++) {
        const struct column_group *group = &content->groups[g];
        const char *words =
            markup_text(group->label, layout->text, &layout->arena, (sheaf_period){ 0 });
        const struct text_span span = { words, &style, NULL };

        if (words == NULL)
            return false;
        style.language = markup_language(group->label);
        table->groups[g].longest_word =
            table_longest_word(layout, table->divides_words, words, &style);
        double width = fmax(width_below(table, group), table->groups[g].longest_word);
        table->groups[g].header = table_wrap(layout, table, &layout->arena, &span, 1, width + 0.01);
        if (table->groups[g].header == NULL)
            return false;
        above = fmax(above, table->groups[g].header->height + GROUP_RULE);
    }
    table->group_height = above;
    table->header_height = above + leaf;
    return layout_is_well(layout);
}
