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
    struct CMUnitTest tests[MOST_TEST_SCENES];
    size_t n = 0;

    for (; test_scenes[n].name != NULL; n++)
        tests[n] = (struct CMUnitTest){ .name = test_scenes[n].name,
                                        .test_func = test_agree,
                                        .initial_state = (void *)&test_scenes[n] };
    return _cmocka_run_group_tests("painters agree", tests, n, NULL, NULL);
}
