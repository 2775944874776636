/* pictures.c - what the Cairo painter draws looks as it did when it was looked at. */
#include "support/check.h"

#include <stdio.h>

#include "paint/paint.h"
#include "support/golden.h"
#include "support/scenes.h"

static void test_pictures(void **state)
{
    (void)state;
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++) {
        struct scene *scene = test_scene_make(what);
        sheaf_error error = { 0 };
        struct buffer png;
        char name[80];

        print_message("  %s\n", what->name);
        buffer_init(&png, NULL, &error);
        paint_png(scene, 150.0 / 72, 150, NULL, &png, &error);
        if (error.status != SHEAF_OK)
            fail_msg("%s", error.message);
        snprintf(name, sizeof name, "paint/%s.png", what->name);
        golden_picture(name, png.bytes, png.length);
        buffer_free(&png);
        scene_destroy(scene);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
