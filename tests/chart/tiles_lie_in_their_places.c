/* tiles_lie_in_their_places.c - the arrangement of tiles, who is named below them, and what is refused. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "chart/types/tile_places.h"
#include "scene/scene.h"
#include "sheaf/picture.h"
#include "vocabulary/country_codes.h"

static void places_are_in_order_and_no_two_are_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < tile_place_count(); i++) {
        const struct tile_place *place = tile_place_at(i);

        assert_ptr_equal(tile_place_of(place->code), place);
        assert_true(country_is_iso3(place->code) || strcmp(place->code, "XKX") == 0);
        for (size_t k = 0; k < i; k++) {
            const struct tile_place *other = tile_place_at(k);
            assert_true(strcmp(other->code, place->code) < 0);
            assert_false(other->row == place->row && other->column == place->column);
        }
    }
    assert_null(tile_place_of("WLD"));
}

/* As neighbours lie on a map. */
static void neighbours_lie_as_on_a_map(void **state)
{
    static const struct {
        const char *west, *east;
    } pairs[] = { { "PRT", "ESP" }, { "DEU", "POL" }, { "BLR", "RUS" }, { "KGZ", "CHN" },
                  { "KOR", "JPN" }, { "USA", "IRL" }, { "PER", "BRA" }, { "NAM", "MOZ" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(pairs); i++)
        assert_true(tile_place_of(pairs[i].west)->column < tile_place_of(pairs[i].east)->column);
    assert_true(tile_place_of("CAN")->row < tile_place_of("USA")->row);
    assert_true(tile_place_of("RUS")->row < tile_place_of("KAZ")->row);
    assert_true(tile_place_of("AUS")->row < tile_place_of("NZL")->row);
}

/* Charts ---------------------------------------------------------------------------------------- */

static void add(sheaf_chart *chart, const char *partner, const char *flow, double value)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, "USD", 9);

    sheaf_series_set_partner(series, partner);
    sheaf_series_set_flow(series, flow);
    sheaf_series_add(series, sheaf_period_year(2023), value, 3, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void fails(sheaf_chart *chart, const char *words)
{
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);

    assert_true(sheaf_chart_status(chart) != SHEAF_OK);
    if (strstr(sheaf_chart_message(chart), words) == NULL)
        fail_msg("'%s' is not in: %s", words, sheaf_chart_message(chart));
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void what_has_no_place_is_refused(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_TILES);

    (void)state;
    add(chart, "GIB", "exports", 1);
    fails(chart, "has no tile; draw a ranking");
    chart = sheaf_chart_create(NULL, SHEAF_TILES);
    add(chart, "ITA", "exports", 1);
    add(chart, "ITA", "imports", 2);
    fails(chart, "a tile shows one figure, and 'ITA' has several");
}

/* Gibraltar is named, with its figure; of both all are in the alternative text. */
static void who_has_no_tile_is_named_below(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_TILES);
    sheaf_picture *picture;

    (void)state;
    add(chart, "ITA", "exports", 7);
    add(chart, "GIB", "exports", 3);
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    assert_non_null(scene);
    assert_non_null(strstr(scene_alternative(scene), "Gibraltar: 3.0"));
    scene_destroy(scene);
    picture = sheaf_chart_layout(chart, 480, 300);
    assert_non_null(picture);
    assert_int_equal(sheaf_picture_datum_count(picture), 1); /* the tile's */
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Neighbours from Portugal to Finland in a wide picture: tiles as large as it has room for, none beyond
 * its edges, all with codes, those without figures too, and values to a digit that is read. */
static void wide_pictures_are_filled(void **state)
{
    static const char *const codes[] = { "PRT", "FRA", "ITA", "DNK", "FIN", "TUR" };
    static sheaf_error none;
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_TILES);
    double right = 0, bottom = 0, left = INFINITY;
    struct buffer dump;

    (void)state;
    for (size_t i = 0; i < LENGTH(codes); i++)
        add(chart, codes[i], "exports", 12.345 + (double)i);
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 600);
    assert_non_null(picture);
    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++) {
        sheaf_datum datum = SHEAF_DATUM_INIT;
        assert_true(sheaf_picture_datum(picture, i, &datum));
        left = fmin(left, datum.box.left);
        right = fmax(right, datum.box.right);
        bottom = fmax(bottom, datum.box.bottom);
    }
    assert_true(right - left > 0.75 * 1200);
    assert_true(right < 1200 && bottom < 600);
    sheaf_picture_destroy(picture);

    struct scene *scene = chart_scene(chart, 1200, 600, true, NULL);
    buffer_init(&dump, NULL, &none);
    scene_dump(scene, &dump);
    assert_non_null(strstr(dump.bytes, "\"DEU\"")); /* among them, without a figure */
    assert_non_null(strstr(dump.bytes, "\"12.3\""));
    assert_null(strstr(dump.bytes, "\"12.345\""));
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_in_order_and_no_two_are_one),
        cmocka_unit_test(neighbours_lie_as_on_a_map),
        cmocka_unit_test(what_has_no_place_is_refused),
        cmocka_unit_test(wide_pictures_are_filled),
        cmocka_unit_test(who_has_no_tile_is_named_below),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
