/* end_labels_keep_apart.c - the labels at the ends of lines, of 2 to 40 random lines of random heights:
 * no two overlap, they keep the order of the ends, no leader crosses another or a label, and no label
 * lies on a line. What it costs grows with the lines. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/guides/end_labels.h"

enum { MOST = 40, POINTS = 13 };
static const double em = 10, slack = 1e-6;

struct lines {
    double x[POINTS], y[MOST][POINTS];
    size_t n;
    size_t asked;
    struct places places; /* the same */
};

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static double between(uint32_t *seed, double low, double high)
{
    return low + (high - low) * next(seed) / 16777216.0;
}

static double height_at(const void *own, size_t line, size_t point)
{
    struct lines *lines = (struct lines *)own;

    lines->asked++;
    return lines->y[line][point];
}

/* Ends that are near each other, at one place, or early. */
enum ends { ANYWHERE, CLOSE, TOGETHER, SOME_EARLY, ALL_EARLY, KINDS };

static struct end_room make(struct lines *lines, struct end_label *labels, size_t n, enum ends ends,
                            double height, uint32_t *seed)
{
    lines->n = n;
    lines->asked = 0;
    lines->places.x = lines->x;
    for (size_t k = 0; k < POINTS; k++)
        lines->x[k] = 40 + 50.0 * (double)k;
    for (size_t i = 0; i < n; i++) {
        bool is_early = ends == ALL_EARLY || (ends == SOME_EARLY && next(seed) % 3 == 0);
        size_t last = is_early ? 1 + next(seed) % (POINTS - 2) : POINTS - 1;
        for (size_t k = 0; k < POINTS; k++)
            lines->y[i][k] = k > last || (k > 0 && k < last && next(seed) % 9 == 0)
                                 ? NAN
                                 : between(seed, 0, height);
        if (ends == CLOSE)
            lines->y[i][last] = height / 2 + between(seed, -em, em);
        if (ends == TOGETHER)
            lines->y[i][last] = height / 3;
        labels[i] = (struct end_label){ .line = i,
                                        .point = last,
                                        .width = between(seed, 3, 12) * em,
                                        .height = (1.1 + 1.16 * (next(seed) % 3)) * em };
    }
    return (struct end_room){ .x = &lines->places,
                              .n_points = POINTS,
                              .n_lines = n,
                              .y = height_at,
                              .own = lines,
                              .from = lines->x[0],
                              .top = -0.4 * em,
                              .bottom = height + 0.3 * em,
                              .plot_top = 0,
                              .plot_bottom = height,
                              .em = em,
                              .dot = 0.3 * em,
                              .column = lines->x[POINTS - 1] + 1.9 * em };
}

static struct box box_of(const struct end_label *label)
{
    return (struct box){ label->left, label->y - label->height / 2, label->left + label->width,
                         label->y + label->height / 2 };
}

/* Twice the area of a triangle: its sign tells the side of c. */
static double side(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Whether two segments have a point in common that is inside of both. */
static bool segments_cross(struct point a, struct point b, struct point c, struct point d)
{
    return side(a, b, c) * side(a, b, d) < -slack && side(c, d, a) * side(c, d, b) < -slack;
}

/* Whether a segment has a point inside a box: cut to it, something is left. */
static bool enters(struct point a, struct point b, struct box box)
{
    double from = 0, to = 1;
    const double starts[] = { a.x, a.y }, steps[] = { b.x - a.x, b.y - a.y };
    const double lows[] = { box.left + slack, box.top + slack };
    const double highs[] = { box.right - slack, box.bottom - slack };

    for (int k = 0; k < 2; k++) {
        if (steps[k] == 0) {
            if (starts[k] <= lows[k] || starts[k] >= highs[k])
                return false;
            continue;
        }
        double one = (lows[k] - starts[k]) / steps[k], other = (highs[k] - starts[k]) / steps[k];
        from = fmax(from, fmin(one, other));
        to = fmin(to, fmax(one, other));
    }
    return from < to;
}

static void check_apart(const struct end_label *labels, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) {
            struct box a = box_of(&labels[i]), b = box_of(&labels[k]);
            assert_false(a.left < b.right - slack && b.left < a.right - slack &&
                         a.top < b.bottom - slack && b.top < a.bottom - slack);
        }
}

/* Those at the right, from the top; and no label leaves its room. */
static void check_order(const struct end_room *room, const struct end_label *labels, size_t n)
{
    double above = -INFINITY, end = -INFINITY;

    for (size_t i = 0; i < n; i++) {
        assert_true(labels[i].at.y >= above);
        above = labels[i].at.y;
        assert_true(box_of(&labels[i]).top >= room->top - slack &&
                    box_of(&labels[i]).bottom <= room->bottom + slack);
        if (labels[i].left < places_x(room->x, POINTS - 1))
            continue;
        assert_true(labels[i].y > end);
        end = labels[i].y;
    }
}

static void check_lines(const struct lines *lines, const struct end_label *labels, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t line = 0; line < lines->n; line++) {
            struct point before = { NAN, NAN };
            for (size_t k = 0; k < POINTS; k++) {
                struct point at = { lines->x[k], lines->y[line][k] };
                if (isnan(at.y))
                    continue;
                assert_false(!isnan(before.y) && enters(before, at, box_of(&labels[i])));
                before = at;
            }
        }
}

static void check_leaders(const struct end_room *room, const struct end_label *labels, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct point mine[3], others[3];
        size_t n_mine = labels[i].has_leader ? end_label_leader(room, &labels[i], mine) : 0;
        for (size_t k = 0; k < n; k++) {
            for (size_t a = 1; a < n_mine; a++)
                assert_false(enters(mine[a - 1], mine[a], box_of(&labels[k])));
            if (k >= i || !labels[k].has_leader)
                continue;
            size_t n_others = end_label_leader(room, &labels[k], others);
            for (size_t a = 1; a < n_mine; a++)
                for (size_t b = 1; b < n_others; b++)
                    assert_false(segments_cross(mine[a - 1], mine[a], others[b - 1], others[b]));
        }
    }
}

static void labels_keep_all_rules(void **state)
{
    static struct lines lines;
    static struct end_label labels[MOST], again[MOST];
    uint32_t seed = 14;
    size_t placed = 0, in_plot = 0, refused = 0;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        sheaf_error error = { 0 };
        struct arena arena;
        size_t n = 2 + (size_t)round % (MOST - 1);
        double height = between(&seed, 60, 900);
        struct end_room room = make(&lines, labels, n, (enum ends)(round % KINDS), height, &seed);

        arena_init(&arena, NULL, &error);
        memcpy(again, labels, sizeof again);
        bool fits = end_labels_place(&room, labels, n, &arena);
        assert_true(fits == end_labels_place(&room, again, n, &arena));
        assert_memory_equal(labels, again, n * sizeof *labels);
        arena_free(&arena);
        refused += !fits;
        if (!fits)
            continue;
        placed++;
        for (size_t i = 0; i < n; i++)
            in_plot += labels[i].left < lines.x[POINTS - 1];
        check_apart(labels, n);
        check_order(&room, labels, n);
        check_lines(&lines, labels, n);
        check_leaders(&room, labels, n);
    }
    print_message("  %zu placed, %zu without room; %zu labels in the plot\n", placed, refused,
                  in_plot);
    assert_true(placed > 1000 && refused > 100 && in_plot > 1000);
}

/* Without room nothing is placed, and that is said: the labels do not fit above each other. */
static void the_column_may_be_full(void **state)
{
    static struct lines lines;
    static struct end_label labels[MOST];
    uint32_t seed = 3;
    sheaf_error error = { 0 };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, &error);
    struct end_room room = make(&lines, labels, 20, ANYWHERE, 19 * em, &seed);
    assert_false(end_labels_place(&room, labels, 20, &arena));
    room = make(&lines, labels, 1, ANYWHERE, 19 * em, &seed);
    assert_true(end_labels_place(&room, labels, 1, &arena));
    assert_true(end_labels_place(&room, labels, 0, &arena));
    arena_free(&arena);
}

/* Ends at one place have their labels in the order in which the lines come. */
static void lines_that_meet_are_named_as_they_come(void **state)
{
    static struct lines lines;
    static struct end_label labels[MOST];
    uint32_t seed = 5;
    sheaf_error error = { 0 };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, &error);
    struct end_room room = make(&lines, labels, 4, TOGETHER, 40 * em, &seed);
    for (size_t i = 0; i < 4; i++)
        lines.y[i][POINTS - 2] = 300 - 50.0 * (double)i;
    assert_true(end_labels_place(&room, labels, 4, &arena));
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(labels[i].line, 3 - i);
    arena_free(&arena);
}

/* Work: looks at labels and points. */
static size_t work_of(size_t n, enum ends ends)
{
    static struct lines lines;
    static struct end_label labels[MOST];
    uint32_t seed = 7;
    size_t most = 0;

    for (int round = 0; round < 50; round++) {
        sheaf_error error = { 0 };
        struct arena arena;
        struct end_room room = make(&lines, labels, n, ends, 40.0 * (double)n, &seed);
        arena_init(&arena, NULL, &error);
        assert_true(end_labels_place(&room, labels, n, &arena));
        arena_free(&arena);
        size_t work = room.work + lines.asked;
        most = work > most ? work : most;
    }
    return most;
}

/* Ends at the right are only ranked and spread. An early end looks at every line, up to seven times:
 * twice as many look at twice as many. */
static void work_grows_with_the_lines(void **state)
{
    static const struct {
        enum ends ends;
        size_t most_of_20;
        double growth;
    } kinds[] = { { ANYWHERE, 200, 2.2 },
                  { CLOSE, 200, 2.2 },
                  { TOGETHER, 200, 2.2 },
                  { SOME_EARLY, 20000, 5 },
                  { ALL_EARLY, 50000, 5 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        size_t of_20 = work_of(20, kinds[i].ends), of_40 = work_of(40, kinds[i].ends);
        print_message("  kind %d: %zu looks for 20 labels, %zu for 40\n", (int)kinds[i].ends, of_20,
                      of_40);
        assert_true(of_20 <= kinds[i].most_of_20);
        assert_true((double)of_40 <= kinds[i].growth * (double)of_20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_keep_all_rules),
        cmocka_unit_test(the_column_may_be_full),
        cmocka_unit_test(lines_that_meet_are_named_as_they_come),
        cmocka_unit_test(work_grows_with_the_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
