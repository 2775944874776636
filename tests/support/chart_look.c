/* chart_look.c - how a chart looks. */
#include "support/chart_look.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "paint/paint.h"
#include "support/agree.h"
#include "support/check.h"
#include "support/golden.h"

static sheaf_chart *chart_of(const struct chart_look *look)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, look->type);

    print_message("  %s\n", look->name);
    look->fill(chart);
    return chart;
}

void chart_looks_as_it_did(const struct chart_look *look)
{
    sheaf_chart *chart = chart_of(look);
    sheaf_error error = { 0 };
    struct paint_metadata metadata = { 0 };
    struct buffer bytes;
    char name[64];

    struct scene *scene = chart_scene(chart, look->width, look->height, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&bytes, NULL, &error);
    scene_dump(scene, &bytes);
    snprintf(name, sizeof name, "chart/%s.scene", look->name);
    golden_text(name, bytes.bytes, bytes.length);
    buffer_clear(&bytes);
    assert_int_equal(paint_png(scene, 1, 96, &metadata, &bytes, &error), SHEAF_OK);
    snprintf(name, sizeof name, "chart/%s.png", look->name);
    golden_picture(name, bytes.bytes, bytes.length);
    buffer_free(&bytes);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

void painters_draw_chart_alike(const struct chart_look *look)
{
    sheaf_chart *chart = chart_of(look);
    struct scene *scene = chart_scene(chart, look->width, look->height, true, NULL);
    char name[64];

    snprintf(name, sizeof name, "chart/%s", look->name);
    painters_agree(name, scene);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

void chart_is_drawn_in_eps(const struct chart_look *look)
{
    sheaf_chart *chart = chart_of(look);
    sheaf_error error = { 0 };
    struct buffer eps;

    struct scene *scene = chart_scene(chart, look->width, look->height, false, NULL);
    buffer_init(&eps, NULL, &error);
    assert_int_equal(paint_eps(scene, NULL, &eps, &error), SHEAF_OK);
    const char *page = strstr(eps.bytes, "%%EndProlog");
    assert_non_null(page);
    if (strstr(page, "image") != NULL || strstr(page, "/ImageType") != NULL)
        fail_msg("%s: an image operator", look->name);
    buffer_free(&eps);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}
