/* tiles_follow_their_rule.c - the arrangement of tiles is the one that its published rule gives, and the
 * one that samples/tile-map.md shows. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart/tile_positions.h"
#include "chart/types/tile_places.h"
#include "support/golden.h"

enum { COUNT = LENGTH(tile_positions), ROWS = 17, COLUMNS = 32, CELLS = ROWS * COLUMNS };

static double from_north(const struct tile_position *position)
{
    return -position->north;
}

/* The Pacific is in one piece. */
static double from_west(const struct tile_position *position)
{
    return position->east < -150 ? position->east + 360 : position->east;
}

/* Half by degrees and half by rank, equals at their middle rank. */
static double wanted(size_t index, double (*along)(const struct tile_position *), int lines)
{
    double own = along(&tile_positions[index]), low = own, high = own, rank = -0.5;

    for (size_t i = 0; i < COUNT; i++) {
        double other = along(&tile_positions[i]);
        low = fmin(low, other);
        high = fmax(high, other);
        rank += other < own ? 1 : other == own ? 0.5 : 0;
    }
    return (rank / (COUNT - 1) + (own - low) / (high - low)) / 2 * (lines - 1);
}

static double wanted_rows[COUNT], wanted_columns[COUNT];

static double distance(size_t country, int row, int column)
{
    double down = wanted_rows[country] - row, across = wanted_columns[country] - column;

    return down * down + across * across;
}

/* The least sum of distances, by the Hungarian method: countries come one by one, and a shortest path of
 * exchanges makes room for each. */
static double least_sum(void)
{
    static double price_of_row[COUNT + 1], price[CELLS + 1], least[CELLS + 1];
    static size_t owner[CELLS + 1], before[CELLS + 1];
    double sum = 0;

    for (size_t i = 1; i <= COUNT; i++) {
        bool used[CELLS + 1] = { false };
        size_t cell = 0;
        owner[0] = i;
        for (size_t k = 0; k <= CELLS; k++)
            least[k] = INFINITY;
        do {
            size_t country = owner[cell], next = 0;
            double step = INFINITY;
            used[cell] = true;
            for (size_t k = 1; k <= CELLS; k++) {
                if (used[k])
                    continue;
                double cost =
                    distance(country - 1, (int)(k - 1) / COLUMNS, (int)(k - 1) % COLUMNS) -
                    price_of_row[country] - price[k];
                if (cost < least[k]) {
                    least[k] = cost;
                    before[k] = cell;
                }
                if (least[k] < step) {
                    step = least[k];
                    next = k;
                }
            }
            for (size_t k = 0; k <= CELLS; k++) {
                if (used[k]) {
                    price_of_row[owner[k]] += step;
                    price[k] -= step;
                } else {
                    least[k] -= step;
                }
            }
            cell = next;
        } while (owner[cell] != 0);
        for (; cell != 0; cell = before[cell])
            owner[cell] = owner[before[cell]];
    }
    for (size_t k = 1; k <= CELLS; k++)
        if (owner[k] != 0)
            sum += distance(owner[k] - 1, (int)(k - 1) / COLUMNS, (int)(k - 1) % COLUMNS);
    return sum;
}

static void the_arrangement_is_the_nearest(void **state)
{
    double sum = 0;

    (void)state;
    assert_int_equal(tile_place_count(), COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        wanted_rows[i] = wanted(i, from_north, ROWS);
        wanted_columns[i] = wanted(i, from_west, COLUMNS);
    }
    for (size_t i = 0; i < COUNT; i++) {
        const struct tile_place *place = tile_place_of(tile_positions[i].code);
        assert_non_null(place);
        assert_in_range(place->row, 0, ROWS - 1);
        assert_in_range(place->column, 0, COLUMNS - 1);
        sum += distance(i, place->row, place->column);
    }
    if (fabs(sum - least_sum()) > 1e-6)
        fail_msg("the tiles are %.9f from their places, and %.9f would do", sum, least_sum());
}

static void the_arrangement_is_published(void **state)
{
    enum { WIDTH = 4 * COLUMNS };
    static char page[1 << 16];
    char path[600];

    (void)state;
    snprintf(path, sizeof path, "%s/samples/tile-map.md", golden_source_folder());
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    page[fread(page, 1, sizeof page - 1, file)] = '\0';
    fclose(file);
    for (int row = 0; row < ROWS; row++) {
        char line[WIDTH + 2];
        memset(line, ' ', sizeof line);
        for (size_t i = 0; i < tile_place_count(); i++) {
            const struct tile_place *place = tile_place_at(i);
            if (place->row == row)
                memcpy(line + (size_t)4 * (size_t)place->column, place->code, 3);
        }
        size_t n = WIDTH;
        while (n > 0 && line[n - 1] == ' ')
            n--;
        line[n] = '\n';
        line[n + 1] = '\0';
        if (strstr(page, line) == NULL)
            fail_msg("samples/tile-map.md lacks the line '%s'", line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_arrangement_is_the_nearest),
        cmocka_unit_test(the_arrangement_is_published),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
