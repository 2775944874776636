/* pictures.c - what the Cairo painter draws looks as it did when it was looked at. */
#include "support/check.h"

#include <stdio.h>

#include "paint/paint.h"
#include "support/golden.h"
#include "support/scenes.h"

static void test_picture(void **state)
{
    const struct test_scene *what = *state;
    struct scene *scene = test_scene_make(what);
    sheaf_error error = { 0 };
    struct buffer png;
    char name[80];

    buffer_init(&png, NULL, &error);
    if (paint_png(scene, 150.0 / 72, 150, NULL, &png, &error) != SHEAF_OK)
        fail_msg("%s", error.message);
    snprintf(name, sizeof name, "paint/%s.png", what->name);
    golden_picture(name, png.bytes, png.length);
    buffer_free(&png);
    scene_destroy(scene);
}

int main(void)
{
    return test_scenes_run("pictures", test_picture);
}
