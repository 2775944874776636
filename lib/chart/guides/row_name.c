/* row_name.c - the names of rows: see row_name.h. */
#include "chart/guides/row_name.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/across.h"

/* Lines of one name stand closer than lines of a text, so that they are seen to be one; between
 * names there is this much more. In ems. */
static const double line_pitch = 1.16, tight_pitch = 1.05, between = 0.15;
enum { MOST_LINES = 3 };

static size_t lines_at(const struct plot *plot, double row_height, double pitch)
{
    double lines = (row_height / plot->pen.em - between) / pitch;

    return lines < 1 ? 1 : lines > MOST_LINES ? MOST_LINES : (size_t)lines;
}

size_t row_name_lines(const struct plot *plot, double row_height, double *leading)
{
    size_t lines = lines_at(plot, row_height, line_pitch);

    *leading = (lines > 1 ? line_pitch : tight_pitch) * plot->pen.em;
    return lines > 1 ? lines : lines_at(plot, row_height, tight_pitch);
}

/* Chinese and its kin break between any two characters. */
static bool breaks_anywhere(const char *word)
{
    return (unsigned char)word[0] >= 0xE3 && (unsigned char)word[0] <= 0xED;
}

/* Whether every word has room, so that lines break none. */
static bool words_fit(const struct plot *plot, const char *label, const struct text_style *style,
                      double most)
{
    while (*label != '\0') {
        size_t n = strcspn(label, " ");
        const char *word = arena_text(plot->pen.arena, label, n);
        if (word == NULL ||
            (!breaks_anywhere(word) && text_width(plot->pen.text, word, style) > most))
            return false;
        label += n + (label[n] == ' ');
    }
    return true;
}

/* In the fewest lines. NULL: it has too many, or memory ran out. */
static struct text_block *wrap_whole(const struct plot *plot, const char *label,
                                     const struct text_style *style, double most, size_t lines)
{
    const struct text_span span = { .utf8 = label, .style = style };
    struct text_block *block = text_wrap(plot->pen.text, plot->pen.arena, &span, 1, most, lines);

    return block != NULL && !block->cut ? block : NULL;
}

struct row_name row_name_set(const struct plot *plot, const char *label, const char *code,
                             const struct text_style *style, double most, size_t lines,
                             double leading)
{
    struct text_style close = *style;
    struct row_name name = { .line = NULL };

    if (label == NULL)
        return name;
    close.leading = leading;
    bool is_long = text_width(plot->pen.text, label, style) > most;
    if (is_long && !words_fit(plot, label, style, most))
        lines = 1;
    if (is_long && lines > 1)
        name.lines = wrap_whole(plot, label, &close, most, lines);
    name.is_code = is_long && code != NULL;
    if (name.is_code)
        label = code;
    name.line = text_fit(plot->pen.text, plot->pen.arena, label, style, most);
    if (name.line != NULL && name.line->cut && name.lines == NULL && lines > 1)
        name.lines =
            text_wrap_words(plot->pen.text, plot->pen.arena, label, &close, most, lines, NULL);
    name.width = name.lines != NULL ? name.lines->width : line_width(name.line);
    return name;
}

bool row_name_is_short(const struct row_name *name)
{
    if (name->lines != NULL)
        return name->lines->cut;
    return name->is_code || (name->line != NULL && name->line->cut);
}

double row_name_more(const struct row_name *name)
{
    return name->lines != NULL ? name->lines->height - name->lines->leading : 0;
}

double row_name_leading(const struct plot *plot)
{
    return line_pitch * plot->pen.em;
}

void row_name_draw_at(const struct row_name *name, struct scene *scene, double x, double middle,
                      double row_height, enum text_align align)
{
    const struct text_block *lines = name->lines;

    if (lines == NULL || lines->height > row_height + 1e-6) {
        line_draw_centered(scene, name->line, x, middle, align);
        return;
    }
    for (size_t i = 0; i < lines->n_lines; i++)
        line_draw_centered(scene, lines->lines[i], x,
                           middle + ((double)i - (double)(lines->n_lines - 1) / 2) * lines->leading,
                           align);
}

void row_name_draw(const struct plot *plot, const struct row_name *name, struct scene *scene,
                   double x, double middle, double row_height, enum text_align align)
{
    const struct text_block *lines = name->lines;

    if (lines == NULL || lines->height > row_height + 1e-6) {
        across_line(plot, scene, name->line, x, middle, align);
        return;
    }
    for (size_t i = 0; i < lines->n_lines; i++)
        across_line(plot, scene, lines->lines[i], x,
                    middle + ((double)i - (double)(lines->n_lines - 1) / 2) * lines->leading,
                    align);
}
