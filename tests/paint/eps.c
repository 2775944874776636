/* eps.c - EPS pictures: the same bytes each time, and what they say. */
#include "support/check.h"

#include <string.h>

#include "paint/paint.h"
#include "support/quota.h"
#include "support/scenes.h"

static const struct paint_metadata metadata = { .title = "Trade <of> “A & B”",
                                                .alternative = "Exports rose.",
                                                .language = "kk",
                                                .creator = "Sheaf" };

static struct buffer paint(const struct test_scene *what)
{
    struct scene *scene = test_scene_make(what);
    sheaf_error error = { 0 };
    struct buffer bytes;

    buffer_init(&bytes, NULL, NULL);
    if (paint_eps(scene, &metadata, &bytes, &error) != SHEAF_OK)
        fail_msg("%s: %s", what->name, error.message);
    scene_destroy(scene);
    return bytes;
}

static const struct test_scene *scene_named(const char *name)
{
    const struct test_scene *what = test_scenes;

    while (what->name != NULL && strcmp(what->name, name) != 0)
        what++;
    assert_non_null(what->name);
    return what;
}

static void test_same_scene_same_bytes(void **state)
{
    (void)state;
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++) {
        struct buffer a = paint(what), b = paint(what);

        if (a.length != b.length || memcmp(a.bytes, b.bytes, a.length) != 0)
            fail_msg("%s differs", what->name);
        buffer_free(&a);
        buffer_free(&b);
    }
}

static void test_eps_keeps_the_conventions(void **state)
{
    struct buffer eps = paint(scene_named("strokes"));

    (void)state;
    assert_memory_equal(eps.bytes, "%!PS-Adobe-3.0 EPSF-3.0\n", 24);
    assert_non_null(strstr(eps.bytes, "\n%%Title: Trade <of> “A & B”\n"));
    assert_non_null(strstr(eps.bytes, "\n%%BoundingBox: "));
    assert_null(strstr(eps.bytes, "CreationDate"));
    buffer_free(&eps);
}

/* Where Cairo writes pixels: an image operator behind the prolog that defines one. */
static bool has_raster(const struct buffer *eps)
{
    const char *page = strstr(eps->bytes, "%%EndProlog");

    assert_non_null(page);
    return strstr(page, "image") != NULL || strstr(page, "/ImageType") != NULL;
}

/* Transparency over white is a paler colour, which EPS can have; over other marks it
 * is right only as pixels. */
static void test_eps_is_flat_over_paper(void **state)
{
    static const struct {
        double left; /* of the transparent square; another stands at 40 to 60 */
        bool raster;
    } cases[] = { { 5, false }, { 19, false }, { 50, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct scene *scene = scene_create(NULL, 100, 50);
        sheaf_error error = { 0 };
        struct buffer eps;

        scene_rectangle(scene, 0, 0, 100, 50);
        scene_fill(scene, color_hex(0xFFFFFF));
        scene_rectangle(scene, 40, 10, 20, 20);
        scene_fill(scene, color_hex(0x1F5FA8));
        scene_rectangle(scene, cases[i].left, 10, 20, 20);
        scene_fill(scene, color_alpha(color_hex(0xFF0000), 0.4));
        scene_finish(scene);
        buffer_init(&eps, NULL, &error);
        assert_int_equal(paint_eps(scene, NULL, &eps, &error), SHEAF_OK);
        assert_int_equal(has_raster(&eps), cases[i].raster);
        assert_int_equal(strstr(eps.bytes, "\n1 0.6 0.6 rg\n") != NULL, !cases[i].raster);
        buffer_free(&eps);
        scene_destroy(scene);
    }
}

static sheaf_status paint_scene(const sheaf_alloc *alloc, const void *scene)
{
    sheaf_error error = { 0 };
    struct buffer bytes;
    sheaf_status status;

    buffer_init(&bytes, alloc, &error);
    status = paint_eps(scene, NULL, &bytes, &error);
    assert_int_equal(error.status, status);
    buffer_free(&bytes);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    struct scene *scene = test_scene_make(scene_named("hatches"));

    (void)state;
    quota_sweep(paint_scene, scene);
    scene_destroy(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_scene_same_bytes),
        cmocka_unit_test(test_eps_keeps_the_conventions),
        cmocka_unit_test(test_eps_is_flat_over_paper),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
