/* series_lines.c - the lines above the time series of the statistics offices of the United Kingdom,
 * Australia and France: "Title", "CDID", "PreUnit", "Unit", "Release Date" …, one column a series. */
#include "readers/csv/series_lines.h"

#include <string.h>

#include "base/strings.h"
#include "period/period_usage.h"

/* What a line says of the columns, from its first field. */
enum line_kind {
    LINE_TITLE,
    LINE_CODE,
    LINE_UNIT_PREFIX,
    LINE_UNIT,
    LINE_UPDATE,
    LINE_OTHER,
    LINE_KINDS
};

static bool read_label(const struct csv_field *label, enum line_kind *kind)
{
    static const struct {
        const char *text;
        enum line_kind kind;
    } labels[] = {
        { "Title", LINE_TITLE },
        { "CDID", LINE_CODE },
        { "Series ID", LINE_CODE },
        { "PreUnit", LINE_UNIT_PREFIX },
        { "Unit", LINE_UNIT },
        { "Units", LINE_UNIT },
        { "Source", LINE_OTHER },
        { "Source dataset ID", LINE_OTHER },
        { "Release Date", LINE_OTHER },
        { "Next release", LINE_OTHER },
        { "Important Notes", LINE_OTHER },
        { "Series Type", LINE_OTHER },
        { "Data Type", LINE_OTHER },
        { "Frequency", LINE_OTHER },
        { "Collection Month", LINE_OTHER },
        { "Series Start", LINE_OTHER },
        { "Series End", LINE_OTHER },
        { "No. Obs", LINE_OTHER },
        { "Libellé", LINE_TITLE },
        { "idBank", LINE_CODE },
        { "Dernière mise à jour", LINE_UPDATE },
        { "Mises à jour", LINE_UPDATE },
        { "Période", LINE_OTHER },
    };

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (string_is_ignoring_case(label->text, label->n, labels[i].text)) {
            *kind = labels[i].kind;
            return true;
        }
    *kind = LINE_TITLE; /* Australia's titles have no label */
    return label->n == 0;
}

size_t series_lines_count(const struct sample *sample, size_t row)
{
    static const struct period_usage nothing = { .has_t_quarters = true };
    size_t lines = 0, width = sample->rows[row].count;
    bool has[LINE_KINDS] = { false };
    enum line_kind kind;

    for (; row + lines < sample->count; lines++) {
        struct csv_field label = sample_cell(sample, row + lines, 0);
        sheaf_period period;

        if (sample->rows[row + lines].count != width || width < 2)
            return 0;
        if (period_read_as(label.text, label.n, &nothing, &period))
            return lines > 1 && has[LINE_TITLE] && (has[LINE_CODE] || has[LINE_UNIT]) ? lines : 0;
        if (!read_label(&label, &kind) || (kind == LINE_TITLE && has[kind]))
            return 0;
        has[kind] = true;
    }
    return 0;
}

/* The field of a column in the line of a kind; empty: there is no such line. */
static struct csv_field field_of(const struct sample *sample, size_t row, size_t lines,
                                 enum line_kind wanted, size_t column)
{
    for (size_t i = row; i < row + lines; i++) {
        struct csv_field label = sample_cell(sample, i, 0);
        enum line_kind kind;

        if (read_label(&label, &kind) && kind == wanted)
            return sample_cell(sample, i, column);
    }
    return (struct csv_field){ .text = "" };
}

/* True if another column has the same text in the line of a kind. */
static bool is_repeated(const struct sample *sample, size_t row, size_t lines, enum line_kind kind,
                        size_t column)
{
    struct csv_field title = field_of(sample, row, lines, kind, column);

    for (size_t i = 1; i < sample->rows[row].count; i++) {
        struct csv_field other = field_of(sample, row, lines, kind, i);

        if (i != column && other.n == title.n && memcmp(other.text, title.text, title.n) == 0)
            return true;
    }
    return false;
}

/* "Exports of goods (£m)"; a title that several columns have is followed by the column's code, and
 * by the day of its release if they have that, too: one series as it was published several times. */
static const char *header_of(const struct sample *sample, size_t row, size_t lines, size_t column,
                             struct arena *arena)
{
    struct csv_field title = field_of(sample, row, lines, LINE_TITLE, column);
    struct csv_field code = field_of(sample, row, lines, LINE_CODE, column);
    struct csv_field prefix = field_of(sample, row, lines, LINE_UNIT_PREFIX, column);
    struct csv_field unit = field_of(sample, row, lines, LINE_UNIT, column);
    static const char flags[] = "Codes"; /* of France's office, behind the values */
    struct csv_field day = field_of(sample, row, lines, LINE_UPDATE, column);
    bool has_code =
        code.n > 0 && (title.n == 0 || is_repeated(sample, row, lines, LINE_TITLE, column));
    bool has_day = has_code && day.n > 0 && is_repeated(sample, row, lines, LINE_CODE, column);
    bool has_unit = prefix.n + unit.n > 0;

    if (code.n == 0 && string_is_ignoring_case(title.text, title.n, flags))
        return "OBS_STATUS";
    return arena_format(arena, "%.*s%s%.*s%s%.*s%s%.*s%.*s%s", (int)title.n, title.text,
                        has_code && title.n > 0 ? " " : "", has_code ? (int)code.n : 0, code.text,
                        has_day ? " " : "", has_day ? (int)day.n : 0, day.text,
                        has_unit ? " (" : "", (int)prefix.n, prefix.text, (int)unit.n, unit.text,
                        has_unit ? ")" : "");
}

void series_lines_join(const struct sample *sample, size_t row, size_t lines, struct csv *csv,
                       struct arena *arena)
{
    for (size_t i = 0; i < csv->count; i++) {
        const char *header = i == 0 ? "period" : header_of(sample, row, lines, i, arena);

        csv->fields[i].text = header != NULL ? header : "";
        csv->fields[i].n = strlen(csv->fields[i].text);
    }
}
