/* rows.c - a row a member: names, values and places. */
#include "chart/types/rows/rows.h"

#include <math.h>
#include <string.h>

#include "chart/words/names.h"
#include "chart/words/words.h"
#include "vocabulary/flows.h"

/* A row is at most so many times higher than it has to be, and at least this share of it. */
static const double max_stretch = 2.6, min_stretch = 0.68;
/* From so many rows on they fill the height, beyond that pitch as well: fewer would stand lost. */
enum { FILLING = 4 };

/* The name of a member besides its flow. */
static const char *member_name(const struct plot *plot, const struct model_series *series,
                               const char **code)
{
    const sheaf_series *one = series->series;
    const char *name = sheaf_series_name(one), *flow = series_flow(one);
    const char *others[] = { sheaf_series_partner(one), sheaf_series_product(one),
                             sheaf_series_reporter(one) };

    if (!plot->type->members->has_flows) {
        *code = series->code;
        return series->label;
    }
    if (sheaf_series_is_remainder(one) ||
        (strcmp(name, flow) != 0 && !header_is_of_flow(name, flow)))
        return series_name(one, plot->pen.text, plot->pen.arena, code);
    *code = NULL;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i][0] != '\0')
            return name_in_words(one, others[i], plot->pen.text, plot->pen.arena);
    return series->label;
}

static bool set_labels(const struct plot *plot, struct rows *rows)
{
    const char **names = arena_array(plot->pen.arena, const char *, rows->n), *code;
    const sheaf_series **series = arena_array(plot->pen.arena, const sheaf_series *, rows->n);

    for (size_t i = 0; names != NULL && series != NULL && i < rows->n; i++) {
        const struct member *member = &rows->rows[i].member;
        int index = member->series[0] != NO_SERIES ? member->series[0] : member->series[1];
        names[i] = member_name(plot, &plot->model->series[index], &code);
        series[i] = plot->model->series[index].series;
        if (names[i] == NULL)
            return false;
    }
    if (names == NULL || series == NULL ||
        !names_tell_apart(names, series, rows->n, plot->pen.text, plot->pen.arena))
        return false;
    for (size_t i = 0; i < rows->n; i++)
        rows->rows[i].label = capitalized(plot->pen.arena, names[i]);
    return true;
}

static double largest_of(const struct model_series *series, size_t n_periods)
{
    double most = 0;

    for (size_t i = 0; i < n_periods; i++)
        if (!isnan(series->figures[i].value))
            most = fmax(most, fabs(series->figures[i].value));
    return most;
}

/* Whether the rest would leave the largest member less than a third of the scale. */
static bool rest_dwarfs_members(const struct model *model)
{
    double most[2] = { 0, 0 };

    for (size_t i = 0; i < model->n_series; i++) {
        bool is_rest = sheaf_series_is_remainder(model->series[i].series);
        most[is_rest] = fmax(most[is_rest], largest_of(&model->series[i], model->n_periods));
    }
    return most[0] > 0 && most[1] > 3 * most[0];
}

struct extent rows_extent(const struct plot *plot)
{
    const struct model *model = plot->model;
    struct extent extent = { 0, 0 };

    if (!rest_dwarfs_members(model))
        return model_extent_from_zero(model);
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            double value = model->series[i].figures[k].value;
            if (isnan(value) || sheaf_series_is_remainder(model->series[i].series))
                continue;
            extent = (struct extent){ fmin(extent.low, value), fmax(extent.high, value) };
        }
    return extent;
}

double rows_min_height(const struct plot *plot)
{
    return members_height(plot->type->members, plot->plan->top.rows) * plot->pen.em;
}

bool rows_open(const struct plot *plot, struct rows *rows)
{
    struct member *members =
        members_of(plot->plan->chart, plot->type->members, plot->pen.arena, &rows->n);

    rows->rows = members != NULL ? arena_array(plot->pen.arena, struct row, rows->n) : NULL;
    if (rows->rows == NULL)
        return false;
    bool dwarfs = rest_dwarfs_members(plot->model);
    for (size_t i = 0; i < rows->n; i++)
        rows->rows[i] =
            (struct row){ .member = members[i], .is_off_scale = dwarfs && members[i].is_rest };
    return set_labels(plot, rows);
}

/* The code of a country; NULL: it has none. */
static const char *code_of(const struct plot *plot, const struct row *row)
{
    const struct member *member = &row->member;
    int index = member->series[0] != NO_SERIES ? member->series[0] : member->series[1];
    const char *code;

    return member_name(plot, &plot->model->series[index], &code) != NULL ? code : NULL;
}

static double head(const struct plot *plot)
{
    return plot->type->members->head * plot->pen.em;
}

void rows_set_names(const struct plot *plot, struct rows *rows, double most, double plot_height)
{
    struct text_style style = plot->pen.theme->label;
    double leading;
    size_t lines = row_name_lines(plot, (plot_height - head(plot)) / (double)rows->n, &leading);

    style.color = plot->pen.theme->ink;
    rows->names = 0;
    for (size_t i = 0; i < rows->n; i++) {
        struct row *row = &rows->rows[i];
        row->name =
            row_name_set(plot, row->label, code_of(plot, row), &style, most, lines, leading);
        rows->names = fmax(rows->names, row->name.width);
    }
}

bool rows_names_are_short(const struct rows *rows)
{
    for (size_t i = 0; i < rows->n; i++)
        if (row_name_is_short(&rows->rows[i].name))
            return true;
    return false;
}

const struct figure *row_figure(const struct plot *plot, const struct row *row, size_t flow,
                                size_t period)
{
    int index = row->member.series[flow];
    const struct figure *figure =
        index != NO_SERIES ? &plot->model->series[index].figures[period] : NULL;

    return figure != NULL && !isnan(figure->value) ? figure : NULL;
}

/* A dash, with its reason, where a figure is missing. */
static const char *value_text(const struct plot *plot, const struct row *row, size_t flow,
                              bool with_unit)
{
    const struct figure *figure = row_figure(plot, row, flow, 0), none = { .value = NAN };
    int index = row->member.series[flow];

    if (figure != NULL)
        return pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, with_unit),
                           figure);
    return pen_blank(&plot->pen,
                     index != NO_SERIES ? &plot->model->series[index].figures[0] : &none);
}

/* Without a subtitle, the line that says the period says the unit as well. */
static bool says_unit_at_values(const struct plot *plot)
{
    return !plot->plan->unit_said &&
           (plot->plan->detail < DETAIL_NO_SUBTITLE || plot->plan->period_said);
}

void rows_set_values(const struct plot *plot, struct rows *rows)
{
    bool with_unit = says_unit_at_values(plot);

    for (size_t flow = 0; flow < 2; flow++)
        for (size_t i = 0; i < rows->n; i++) {
            struct row *row = &rows->rows[i];
            row->values[flow] = pen_label(&plot->pen, value_text(plot, row, flow, with_unit),
                                          &plot->pen.theme->label_strong);
            with_unit = with_unit && row_figure(plot, row, flow, 0) == NULL;
        }
}

void rows_note_words(const struct plot *plot, bool has_values)
{
    plot->plan->period_lost = plot->type->subtitle_tells_period && !plot->plan->period_said;
    plot->plan->figures_lost = !has_values;
    plot->plan->unit_lost = !plot->plan->unit_said && !(has_values && says_unit_at_values(plot));
}

double rows_value_width(const struct rows *rows, size_t flow)
{
    double widest = 0;

    for (size_t i = 0; i < rows->n; i++)
        for (size_t k = 0; k < 2; k++)
            if (flow == 2 || flow == k)
                widest = fmax(widest, line_width(rows->rows[i].values[k]));
    return widest;
}

static double room_of(const struct plot *plot)
{
    return plot->box.bottom - plot->box.top - head(plot);
}

static double max_pitch(const struct plot *plot)
{
    return max_stretch * plot->type->members->row * plot->pen.em;
}

double rows_edge(const struct plot *plot, const struct rows *rows)
{
    return fmin(room_of(plot) / (double)rows->n, max_pitch(plot)) / 2;
}

double rows_pitch(const struct plot *plot, const struct rows *rows)
{
    double even = room_of(plot) / (double)rows->n;

    if (even <= max_pitch(plot))
        return even;
    return rows->n < FILLING ? max_pitch(plot)
                             : (room_of(plot) - 2 * rows_edge(plot, rows)) / (double)(rows->n - 1);
}

double row_middle(const struct plot *plot, const struct rows *rows, size_t index)
{
    return plot->box.top + head(plot) + rows_edge(plot, rows) +
           (double)index * rows_pitch(plot, rows);
}

double rows_bottom(const struct plot *plot, const struct rows *rows)
{
    return row_middle(plot, rows, rows->n - 1) + rows_edge(plot, rows);
}

void rows_draw_name(const struct plot *plot, const struct rows *rows, struct scene *scene,
                    size_t index, double x, enum text_align align)
{
    row_name_draw(plot, &rows->rows[index].name, scene, x, row_middle(plot, rows, index),
                  rows_pitch(plot, rows), align);
}

double rows_least(const struct plot *plot, const struct rows *rows)
{
    return head(plot) + (double)rows->n * min_stretch * plot->type->members->row * plot->pen.em;
}

struct color rows_color(const struct plot *plot, const struct row *row, size_t flow)
{
    const struct model *model = plot->model;
    const char *flows[2];

    if (row != NULL && row->member.is_rest && !plot->type->members->has_flows)
        return plot->pen.theme->other;
    if (plot->type->members->has_flows && members_flows(plot->plan->chart, flows))
        return theme_flow_color(plot->pen.theme, flows[flow], flow);
    if (theme_knows_flow(model->flow))
        return theme_flow_color(plot->pen.theme, model->flow, 0);
    for (size_t i = 0; i < model->n_series; i++)
        if (!sheaf_series_is_remainder(model->series[i].series))
            return model->series[i].color;
    return model->series[0].color;
}

const char *rows_flow_name(const struct plot *plot, size_t flow)
{
    const char *flows[2];

    return members_flows(plot->plan->chart, flows)
               ? capitalized(plot->pen.arena, format_flow(plot->pen.text, flows[flow]))
               : "";
}

unsigned rows_flags(const struct plot *plot, const struct rows *rows)
{
    unsigned flags = 0;

    for (size_t i = 0; i < rows->n; i++)
        for (size_t flow = 0; flow < 2; flow++)
            for (size_t k = 0; k < plot->model->n_periods; k++) {
                int index = rows->rows[i].member.series[flow];
                flags |= index != NO_SERIES ? plot->model->series[index].figures[k].flags : 0;
            }
    return flags;
}

unsigned row_statuses(const struct figure *figure)
{
    static const unsigned shown[FIGURE_STYLES] = { [FIGURE_OWN_ESTIMATE] = 1U << FLAG_OWN_ESTIMATE,
                                                   [FIGURE_PROVISIONAL] = 1U << FLAG_PROVISIONAL,
                                                   [FIGURE_ESTIMATED] = 1U << FLAG_ESTIMATED,
                                                   [FIGURE_FORECAST] = 1U << FLAG_FORECAST };

    return figure->flags | shown[figure->drawn];
}

static const char *spoken_flow(struct speech *speech, const struct plot *plot,
                               const struct row *row, size_t flow)
{
    const struct figure *figure = row_figure(plot, row, flow, 0);
    const struct blank blanks[] = {
        { "period", rows_flow_name(plot, flow) },
        { "amount", figure != NULL ? pen_spoken(&plot->pen, plot->model, figure, false)
                                   : format_word(plot->pen.text, WORD_NO_VALUE) },
        { "status", figure != NULL ? pen_status_words(&plot->pen, figure) : NULL }
    };

    return blanks[2].text != NULL ? format_phrase(speech->plan->pen.text, speech->plan->pen.arena,
                                                  PHRASE_FIGURE_WITH_STATUS, blanks, 3)
                                  : format_phrase(speech->plan->pen.text, speech->plan->pen.arena,
                                                  PHRASE_FIGURE, blanks, 2);
}

void rows_speak_flows(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    struct rows rows;

    if (!rows_open(plot, &rows)) {
        speech->failed = true;
        return;
    }
    speech_say(speech, pen_period_text(&plot->pen, plot->model->periods[0]));
    size_t said = 0;
    for (size_t i = 0; i < rows.n; i++) {
        if (!speech_has_room(speech, NULL) && i + 1 < rows.n) /* the last is the rest */
            continue;
        said++;
        const char *both = speech_list(speech, spoken_flow(speech, plot, &rows.rows[i], 0),
                                       spoken_flow(speech, plot, &rows.rows[i], 1));
        const struct blank blanks[] = { { "series", rows.rows[i].label }, { "figures", both } };
        speech_say(speech,
                   format_phrase(plot->pen.text, plot->pen.arena, PHRASE_SERIES, blanks, 2));
    }
    speech_say_more(speech, rows.n - said);
}
