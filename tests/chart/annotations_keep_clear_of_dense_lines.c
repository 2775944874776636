/* annotations_keep_clear_of_dense_lines.c - among ten lines that cross, or lines of hundreds of points,
 * words of annotations lie on no line and on no other words, and leaders cross neither words nor each
 * other. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/picture.h"
#include "scene/painter.h"
#include "sheaf/sheaf.h"
#include "support/overlap.h"

enum { DEEPEST = 32, MOST_WORDS = 64, MOST_PIECES = 40000, MOST_LEADERS = 16 };

struct piece {
    struct point from, to;
};

/* What a scene holds of words of annotations, of other words, of lines of data and of leaders. */
struct seen {
    struct painter painter;
    struct point shifts[DEEPEST];
    size_t depth;
    enum role roles[DEEPEST];
    size_t n_roles;
    struct box words[MOST_WORDS], others[4 * MOST_WORDS];
    char texts[MOST_WORDS][40];
    size_t n_words, n_others;
    struct piece pieces[MOST_PIECES], leaders[MOST_LEADERS];
    size_t n_pieces, n_leaders;
};

static struct seen seen; /* too large for a stack */

static bool within(enum role role)
{
    for (size_t i = 0; i < seen.n_roles; i++)
        if (seen.roles[i] == role)
            return true;
    return false;
}

static void read_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct point shift = seen.shifts[seen.depth];
    double right = 0;

    (void)painter;
    for (size_t i = 0; i < run->n_glyphs; i++)
        right = fmax(right, run->glyphs[i].x + run->glyphs[i].advance);
    /* What letters without tails fill: a line may touch a tail's box. */
    struct box box = { run->origin.x + shift.x, run->origin.y + shift.y - 0.72 * run->size,
                       run->origin.x + shift.x + right, run->origin.y + shift.y };
    if (within(ROLE_ANNOTATION)) {
        assert_true(seen.n_words < MOST_WORDS);
        snprintf(seen.texts[seen.n_words], sizeof seen.texts[0], "%.*s", (int)run->length,
                 run->text);
        seen.words[seen.n_words++] = box;
    } else {
        assert_true(seen.n_others < LENGTH(seen.others));
        seen.others[seen.n_others++] = box;
    }
}

static void add_piece(struct point from, struct point to)
{
    struct point shift = seen.shifts[seen.depth];

    assert_true(seen.n_pieces < MOST_PIECES);
    seen.pieces[seen.n_pieces++] = (struct piece){ { from.x + shift.x, from.y + shift.y },
                                                   { to.x + shift.x, to.y + shift.y } };
}

static void read_path(struct painter *painter, const struct path_mark *mark)
{
    const struct point *points = mark->path.points;
    struct point at = { 0, 0 }, shift = seen.shifts[seen.depth];

    (void)painter;
    if (mark->stroke_paint.kind == PAINT_NONE)
        return;
    if (within(ROLE_ANNOTATION)) { /* a leader's halo and the leader */
        if (mark->stroke_paint.color.red == 0xFF)
            return;
        assert_true(seen.n_leaders < MOST_LEADERS && mark->path.n_points == 2);
        seen.leaders[seen.n_leaders++] =
            (struct piece){ { points[0].x + shift.x, points[0].y + shift.y },
                            { points[1].x + shift.x, points[1].y + shift.y } };
        return;
    }
    for (size_t i = 0; within(ROLE_SERIES) && i < mark->path.n_verbs; i++) {
        enum path_verb verb = mark->path.verbs[i];
        size_t n = verb == VERB_CURVE ? 3 : verb == VERB_CLOSE ? 0 : 1;
        if (n > 0 && verb != VERB_MOVE)
            add_piece(at, points[n - 1]);
        at = n > 0 ? points[n - 1] : at;
        points += n;
    }
}

static void push_clip(struct painter *painter, const struct path *path)
{
    (void)painter;
    (void)path;
    seen.shifts[seen.depth + 1] = seen.shifts[seen.depth];
    seen.depth++;
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    struct point outer = seen.shifts[seen.depth];

    (void)painter;
    seen.shifts[++seen.depth] = (struct point){ outer.x + matrix->x0, outer.y + matrix->y0 };
}

static void pop(struct painter *painter)
{
    (void)painter;
    seen.depth--;
}

static void open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    (void)painter;
    (void)bounds;
    seen.roles[seen.n_roles++] = group->role;
}

static void close_group(struct painter *painter, const struct group *group)
{
    (void)painter;
    (void)group;
    seen.n_roles--;
}

static void begin_page(struct painter *painter, double width, double height)
{
    (void)painter;
    (void)width;
    (void)height;
}

static void read_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter;
    (void)image;
}

static const struct painter_operations operations = {
    .name = "seen",
    .begin_page = begin_page,
    .path = read_path,
    .glyphs = read_glyphs,
    .image = read_image,
    .push_clip = push_clip,
    .push_transform = push_transform,
    .pop = pop,
    .open = open_group,
    .close = close_group,
};

/* Which side of a line a point lies on. */
static double side(const struct piece *line, struct point at)
{
    return (line->to.x - line->from.x) * (at.y - line->from.y) -
           (line->to.y - line->from.y) * (at.x - line->from.x);
}

static bool cross(const struct piece *a, const struct piece *b)
{
    return side(a, b->from) * side(a, b->to) < 0 && side(b, a->from) * side(b, a->to) < 0;
}

static bool is_in(const struct box *box, struct point at)
{
    return at.x > box->left && at.x < box->right && at.y > box->top && at.y < box->bottom;
}

static bool meets(const struct piece *piece, const struct box *box)
{
    const struct piece diagonals[] = {
        { { box->left, box->top }, { box->right, box->bottom } },
        { { box->left, box->bottom }, { box->right, box->top } },
    };

    return is_in(box, piece->from) || is_in(box, piece->to) || cross(piece, &diagonals[0]) ||
           cross(piece, &diagonals[1]);
}

static void judge(const char *name)
{
    for (size_t i = 0; i < seen.n_words; i++)
        for (size_t k = 0; k < seen.n_pieces; k++)
            if (meets(&seen.pieces[k], &seen.words[i]))
                fail_msg("%s: '%s' lies on a line at %.1f, %.1f", name, seen.texts[i],
                         seen.words[i].left, seen.words[i].top);
    for (size_t i = 0; i < seen.n_leaders; i++) {
        for (size_t k = 0; k < i; k++)
            if (cross(&seen.leaders[i], &seen.leaders[k]))
                fail_msg("%s: leaders cross", name);
        for (size_t k = 0; k < seen.n_words; k++)
            if (meets(&seen.leaders[i], &seen.words[k]))
                fail_msg("%s: a leader crosses '%s'", name, seen.texts[k]);
        for (size_t k = 0; k < seen.n_others; k++)
            if (meets(&seen.leaders[i], &seen.others[k]))
                fail_msg("%s: a leader crosses other words", name);
    }
}

/* Data ------------------------------------------------------------------------------------- */

static const char *const names[] = { "Austria", "Belgium", "Chile",  "Denmark", "Estonia",
                                     "Finland", "Greece",  "Norway", "Peru",    "Sweden" };
enum { SERIES = LENGTH(names) };

/* Lines that swing past each other, as many points as were asked for. */
static void add_lines(sheaf_chart *chart, int n_series, int n_points)
{
    for (int i = 0; i < n_series; i++) {
        sheaf_series *series = sheaf_series_create(NULL, names[i], "USD", 9);
        for (int k = 0; k < n_points; k++) {
            double along = (double)k / n_points;
            double value = 50 + 30 * sin(12 * along * (1 + 0.13 * i) + 1.7 * i) +
                           9 * sin(71 * along + 3 * i) + 2.5 * i * along;
            sheaf_series_add(series,
                             n_points > 60 ? sheaf_period_month(1990 + k / 12, 1 + k % 12)
                                           : sheaf_period_year(1980 + k),
                             round(value * 10) / 10, 1, SHEAF_NORMAL);
        }
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static sheaf_period at(int n_points, double along)
{
    int k = (int)(along * (n_points - 1));

    return n_points > 60 ? sheaf_period_month(1990 + k / 12, 1 + k % 12)
                         : sheaf_period_year(1980 + k);
}

static void annotate(sheaf_chart *chart, int n_points, int n_series)
{
    sheaf_chart_add_event(chart, at(n_points, 0.31), "new customs rules");
    sheaf_chart_add_event(chart, at(n_points, 0.36), "a law that few had seen coming");
    sheaf_chart_add_band(chart, at(n_points, 0.55), at(n_points, 0.66), "a crisis of many years");
    sheaf_chart_add_reference(chart, 45, "the long average of all");
    sheaf_chart_add_reference(chart, 71, "a target");
    sheaf_chart_add_callout(chart, names[0], at(n_points, 0.2), "a record");
    sheaf_chart_add_callout(chart, names[n_series - 1], at(n_points, 0.22), "a sudden fall");
    sheaf_chart_add_callout(chart, names[n_series / 2], at(n_points, 0.75), "after the reform");
    sheaf_chart_add_callout(chart, names[n_series / 3], at(n_points, 0.77), "a strike");
}

static void words_keep_clear(void **state)
{
    static const struct {
        const char *name;
        sheaf_chart_type type;
        int n_series, n_points;
    } cases[] = {
        { "ten lines of 36 years", SHEAF_LINES, 10, 36 },
        { "eight lines of 360 months", SHEAF_LINES, 8, 360 },
        { "three lines of 400 months", SHEAF_LINES, 3, 400 },
        { "ten indices of 36 years", SHEAF_INDEX, 10, 36 },
        { "two flows of 300 months", SHEAF_SURPLUS, 2, 300 },
    };
    static const double sizes[][2] = { { 480, 300 }, { 800, 500 }, { 1200, 750 } };
    static const char *const languages[] = { "en", "ar" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (size_t k = 0; k < LENGTH(sizes) * LENGTH(languages); k++) {
            const double *size = sizes[k / LENGTH(languages)];
            char name[120];
            snprintf(name, sizeof name, "%s, %.0f, %s", cases[i].name, size[0],
                     languages[k % LENGTH(languages)]);
            sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
            add_lines(chart, cases[i].n_series, cases[i].n_points);
            sheaf_chart_set_language(chart, languages[k % LENGTH(languages)]);
            annotate(chart, cases[i].n_points, cases[i].n_series);
            sheaf_picture *picture = sheaf_chart_layout(chart, size[0], size[1]);
            if (picture == NULL)
                fail_msg("%s: '%s'", name, sheaf_chart_message(chart));
            memset(&seen, 0, sizeof seen);
            seen.painter.operations = &operations;
            assert_int_equal(scene_replay(picture_scene(picture), &seen.painter), SHEAF_OK);
            assert_true(seen.n_pieces > 0);
            if (size[0] == 1200)
                assert_true(seen.n_words > 0);
            print_message("  %s: %zu texts, %zu leaders\n", name, seen.n_words, seen.n_leaders);
            judge(name);
            struct overlap overlap = overlap_find(picture_scene(picture), 0.5, false);
            if (overlap.message[0] != '\0')
                fail_msg("%s: %s", name, overlap.message);
            sheaf_picture_destroy(picture);
            sheaf_chart_destroy(chart);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(words_keep_clear) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
