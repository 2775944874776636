/* data.c - the figures behind a chart: a table to read and a file to take away.
 *
 * Series are columns and periods rows, or the other way round where that is the longer side. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "paint/html/html.h"

enum { MOST_COLUMNS = 8 };

/* Distinct names, in the order in which they come. */
struct names {
    const char **names;
    size_t n;
};

static void add_name(struct names *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->names[i], name) == 0)
            return;
    names->names[names->n++] = name;
}

/* The text of the datum; NULL: there is none. */
static const char *text_at(const struct web_picture *picture, const char *series,
                           const char *period)
{
    for (size_t i = 0; i < picture->n_data; i++)
        if (strcmp(picture->data[i].series, series) == 0 &&
            strcmp(picture->data[i].period, period) == 0)
            return picture->data[i].text;
    return NULL;
}

static void put_head(struct html *html, const char *corner, const struct names *columns)
{
    buffer_text(html->out, "<thead>\n<tr>");
    if (corner[0] != '\0') {
        buffer_text(html->out, "<th scope=\"col\">");
        html_put_string(html->out, corner);
        buffer_text(html->out, "</th>");
    } else {
        buffer_text(html->out, "<td></td>");
    }
    for (size_t i = 0; i < columns->n; i++) {
        const char *name = columns->names[i];
        buffer_text(html->out, "<th scope=\"col\">");
        html_put_string(html->out, name[0] != '\0' ? name : html->page->words.data);
        buffer_text(html->out, "</th>");
    }
    buffer_text(html->out, "</tr>\n</thead>\n");
}

static void put_row(struct html *html, const struct web_picture *picture, const char *name,
                    const struct names *columns, bool is_period)
{
    buffer_text(html->out, "<tr><th scope=\"row\">");
    html_put_string(html->out, name);
    buffer_text(html->out, "</th>");
    for (size_t i = 0; i < columns->n; i++) {
        const char *series = is_period ? columns->names[i] : name;
        const char *period = is_period ? name : columns->names[i];
        const char *text = text_at(picture, series, period);
        buffer_text(html->out, "<td>");
        html_put_string(html->out, text);
        buffer_text(html->out, "</td>");
    }
    buffer_text(html->out, "</tr>\n");
}

static void put_table(struct html *html, const struct web_part *part)
{
    const struct web_picture *picture = &part->wide;
    struct names series = { arena_array(html->arena, const char *, picture->n_data), 0 };
    struct names periods = { arena_array(html->arena, const char *, picture->n_data), 0 };

    if (series.names == NULL || periods.names == NULL)
        return;
    for (size_t i = 0; i < picture->n_data; i++) {
        add_name(&series, picture->data[i].series);
        add_name(&periods, picture->data[i].period);
    }
    bool by_period = periods.n > 1 && (series.n <= MOST_COLUMNS || periods.n >= series.n);
    const struct names *rows = by_period ? &periods : &series;
    const struct names *columns = by_period ? &series : &periods;

    html_begin_frame(html, arena_format(html->arena, "%s: %s", html->page->words.data, part->name));
    buffer_text(html->out, "<table>\n");
    put_head(html, by_period ? html->page->words.period : "", columns);
    buffer_text(html->out, "<tbody>\n");
    for (size_t i = 0; i < rows->n; i++)
        put_row(html, picture, rows->names[i], columns, by_period);
    buffer_text(html->out, "</tbody>\n</table>\n");
    html_end_frame(html);
}

/* The file --------------------------------------------------------------------------- */

/* A spreadsheet takes a text that begins so for a formula. */
static bool looks_like_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
}

static void put_field(struct buffer *csv, const char *text)
{
    bool quotes = strpbrk(text, ",\"\n\r") != NULL;

    if (quotes)
        buffer_byte(csv, '"');
    if (looks_like_formula(text))
        buffer_byte(csv, '\'');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buffer_byte(csv, '"');
        buffer_byte(csv, *text);
    }
    if (quotes)
        buffer_byte(csv, '"');
}

static void put_record(struct buffer *csv, const struct web_datum *datum)
{
    char number[NUMBER_TEXT];

    put_field(csv, datum->series);
    buffer_byte(csv, ',');
    put_field(csv, datum->code);
    buffer_byte(csv, ',');
    if (!isnan(datum->value))
        buffer_put(csv, number, number_write(number, datum->value));
    buffer_byte(csv, ',');
    put_field(csv, datum->unit);
    buffer_format(csv, ",%d,%c\r\n", datum->multiplier, datum->status != 0 ? datum->status : 'A');
}

/* The columns have SDMX's names. */
static void put_file(struct html *html, const struct web_part *part)
{
    struct buffer csv;

    buffer_init(&csv, &html->arena->alloc, html->error);
    buffer_text(&csv, "series,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS\r\n");
    for (size_t i = 0; i < part->wide.n_data; i++)
        put_record(&csv, &part->wide.data[i]);
    buffer_format(html->out, "<p><a download=\"chart-%u.csv\" href=\"data:text/csv;charset=utf-8,",
                  html->n_charts);
    if (!csv.failed)
        html_put_encoded(html->out, csv.bytes, csv.length);
    buffer_text(html->out, "\">");
    html_put_string(html->out, html->page->words.download);
    buffer_text(html->out, "</a></p>\n");
    buffer_free(&csv);
}

void html_put_data(struct html *html, const struct web_part *part)
{
    if (part->wide.n_data == 0)
        return;
    buffer_text(html->out, "<details>\n<summary>");
    html_put_string(html->out, html->page->words.data);
    buffer_text(html->out, "</summary>\n");
    put_table(html, part);
    put_file(html, part);
    buffer_text(html->out, "</details>\n");
}
