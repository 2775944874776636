/* scenes.h - small scenes that show all that a painter must do, one subject each.
 *
 * Painters are compared over them, and each is a golden picture. A room's tests may
 * compare painters over its own scenes in the same way: see agree.h. */
#ifndef TESTS_SUPPORT_SCENES_H
#define TESTS_SUPPORT_SCENES_H

#include "scene/scene.h"

struct test_scene {
    const char *name; /* "strokes" */
    void (*draw)(struct scene *scene);
    double width, height;
};

enum { MOST_TEST_SCENES = 32 };
extern const struct test_scene test_scenes[]; /* ends with a NULL name */

/* The scene drawn and finished; the caller owns it. Fails the test when it fails,
 * and skips it where the machine lacks a face. */
struct scene *test_scene_make(const struct test_scene *what);

/* Runs test() as a test of its own for each scene, which is its initial state; main's result. */
int test_scenes_run(const char *name, void (*test)(void **state));

#endif
