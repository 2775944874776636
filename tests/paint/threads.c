/* threads.c - painters in several threads at once give the bytes that one gives alone. */
#include "support/check.h"

#include <pthread.h>
#include <string.h>

#include "paint/paint.h"
#include "support/scenes.h"

enum { THREADS = 3, ROUNDS = 4 };
enum { PNG, SVG, EPS, PDF, FORMATS };

/* Called outside the main thread: no asserts. */
static void paint(const struct scene *scene, int format, struct buffer *into, sheaf_error *error)
{
    buffer_init(into, NULL, NULL);
    switch (format) {
    case PNG:
        paint_png(scene, 1, 72, NULL, into, error);
        break;
    case SVG:
        paint_svg(scene, NULL, into, error);
        break;
    case EPS:
        paint_eps(scene, NULL, into, error);
        break;
    default:
        paint_pdf(&scene, 1, &(struct pdf_options){ .context = NULL }, NULL, into, error);
    }
}

struct work {
    struct scene *const *scenes;
    const struct buffer *alone; /* FORMATS a scene */
    size_t n_scenes;
    size_t n_different;
};

static void *paint_all(void *data)
{
    struct work *work = data;

    for (size_t i = 0; i < ROUNDS * work->n_scenes * FORMATS; i++) {
        size_t job = i % (work->n_scenes * FORMATS);
        sheaf_error error = { 0 };
        struct buffer bytes;

        paint(work->scenes[job / FORMATS], (int)(job % FORMATS), &bytes, &error);
        work->n_different += error.status != SHEAF_OK || bytes.length != work->alone[job].length ||
                             memcmp(bytes.bytes, work->alone[job].bytes, bytes.length) != 0;
        buffer_free(&bytes);
    }
    return NULL;
}

static void test_threads_do_not_disturb_each_other(void **state)
{
    struct scene *scenes[MOST_TEST_SCENES];
    struct buffer alone[MOST_TEST_SCENES * FORMATS];
    struct work work[THREADS];
    pthread_t threads[THREADS];
    size_t n = 0;

    (void)state;
    for (const struct test_scene *what = test_scenes; what->name != NULL; what++) {
        scenes[n] = test_scene_make(what);
        for (int format = 0; format < FORMATS; format++) {
            sheaf_error error = { 0 };
            paint(scenes[n], format, &alone[n * FORMATS + (size_t)format], &error);
            assert_int_equal(error.status, SHEAF_OK);
        }
        n++;
    }
    for (int i = 0; i < THREADS; i++) {
        work[i] = (struct work){ .scenes = scenes, .alone = alone, .n_scenes = n };
        assert_int_equal(pthread_create(&threads[i], NULL, paint_all, &work[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(work[i].n_different, 0);
    }
    for (size_t i = 0; i < n * FORMATS; i++)
        buffer_free(&alone[i]);
    for (size_t i = 0; i < n; i++)
        scene_destroy(scenes[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads_do_not_disturb_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
