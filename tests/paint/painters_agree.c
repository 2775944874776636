/* painters_agree.c - Cairo and libharu draw the same scene alike. */
#include "support/agree.h"
#include "support/check.h"
#include "support/scenes.h"

static void test_agree(void **state)
{
    const struct test_scene *what = *state;
    struct scene *scene = test_scene_make(what);

    painters_agree(what->name, scene);
    scene_destroy(scene);
}

int main(void)
{
    return test_scenes_run("painters agree", test_agree);
}
