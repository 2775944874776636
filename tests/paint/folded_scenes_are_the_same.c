/* A folded scene comes back as it was: all that is drawn, all that groups say, to the last bit; and a PDF of
 * folded pages has the bytes of one of open pages. */
#include "support/check.h"

#include <string.h>

#include "paint/paint.h"
#include "scene/painter.h"
#include "support/quota.h"
#include "support/scenes.h"

/* Writes down all that a painter is told. */
struct listener {
    struct painter painter;
    struct buffer heard;
};

#define HEAR(painter, value)                                                                       \
    buffer_put(&((struct listener *)(painter))->heard, &(value), sizeof(value))

static void hear_text(struct painter *painter, const char *text)
{
    buffer_format(&((struct listener *)painter)->heard, "|%s", text != NULL ? text : "(none)");
}

static void hear_path_of(struct painter *painter, const struct path *path)
{
    struct buffer *heard = &((struct listener *)painter)->heard;

    buffer_put(heard, path->verbs, path->n_verbs);
    buffer_put(heard, path->points, path->n_points * sizeof *path->points);
}

static void hear_page(struct painter *painter, double width, double height)
{
    HEAR(painter, width);
    HEAR(painter, height);
}

static void hear_path(struct painter *painter, const struct path_mark *mark)
{
    hear_path_of(painter, &mark->path);
    HEAR(painter, mark->fill.kind);
    HEAR(painter, mark->fill.color);
    HEAR(painter, mark->fill.background);
    HEAR(painter, mark->fill.angle);
    HEAR(painter, mark->fill.spacing);
    HEAR(painter, mark->fill.width);
    HEAR(painter, mark->stroke_paint.kind);
    HEAR(painter, mark->stroke_paint.color);
    HEAR(painter, mark->stroke.width);
    HEAR(painter, mark->stroke.cap);
    HEAR(painter, mark->stroke.join);
    HEAR(painter, mark->stroke.dash);
    HEAR(painter, mark->stroke.n_dash);
    HEAR(painter, mark->stroke.dash_phase);
}

static void hear_glyphs(struct painter *painter, const struct glyph_run *run)
{
    HEAR(painter, run->font);
    HEAR(painter, run->size);
    HEAR(painter, run->color);
    HEAR(painter, run->origin);
    buffer_put(&((struct listener *)painter)->heard, run->text, run->length);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        HEAR(painter, run->glyphs[i].id);
        HEAR(painter, run->glyphs[i].x);
        HEAR(painter, run->glyphs[i].y);
        HEAR(painter, run->glyphs[i].advance);
        HEAR(painter, run->glyphs[i].cluster);
    }
    HEAR(painter, run->right_to_left);
    HEAR(painter, run->is_missing);
    hear_text(painter, run->language);
}

static void hear_image(struct painter *painter, const struct image_mark *image)
{
    HEAR(painter, image->width);
    HEAR(painter, image->place);
    buffer_put(&((struct listener *)painter)->heard, image->pixels,
               (size_t)image->width * (size_t)image->height * (size_t)image->channels);
}

static void hear_transform(struct painter *painter, const struct matrix *matrix)
{
    HEAR(painter, *matrix);
}

static void hear_pop(struct painter *painter)
{
    hear_text(painter, "pop");
}

static void hear_open(struct painter *painter, const struct group *group, const struct box *bounds)
{
    HEAR(painter, *bounds);
    HEAR(painter, group->role);
    hear_text(painter, group->label);
    hear_text(painter, group->alt);
    hear_text(painter, group->written);
    hear_text(painter, group->language);
    hear_text(painter, group->uri);
    hear_text(painter, group->place.id);
    hear_text(painter, group->place.bookmark);
    HEAR(painter, group->place.level);
    HEAR(painter, group->place.top);
    if (group->datum != NULL)
        HEAR(painter, *group->datum);
    HEAR(painter, group->labels);
    HEAR(painter, group->scope);
    HEAR(painter, group->whole);
    HEAR(painter, group->columns);
    HEAR(painter, group->rows);
    HEAR(painter, group->data);
}

static void hear_close(struct painter *painter, const struct group *group)
{
    HEAR(painter, group->role);
}

static const struct painter_operations hearing = {
    .name = "hearing",
    .begin_page = hear_page,
    .path = hear_path,
    .glyphs = hear_glyphs,
    .image = hear_image,
    .push_clip = hear_path_of,
    .push_transform = hear_transform,
    .pop = hear_pop,
    .open = hear_open,
    .close = hear_close,
};

static void hear(const struct scene *scene, struct buffer *heard)
{
    struct listener listener = { .painter = { .operations = &hearing } };
    const struct box bounds = scene_bounds(scene);

    buffer_init(&listener.heard, NULL, NULL);
    assert_int_equal(scene_replay(scene, &listener.painter), SHEAF_OK);
    HEAR(&listener.painter, bounds);
    hear_text(&listener.painter, scene_name(scene));
    buffer_byte(&listener.heard, scene_is_transparent(scene) ? 't' : 'o');
    *heard = listener.heard;
}

static void check_same(struct scene *scene)
{
    struct buffer before, after;

    hear(scene, &before);
    scene_fold(scene);
    scene_fold(scene); /* once more changes nothing */
    const struct scene *open = scene_unfold(scene);
    assert_ptr_not_equal(open, scene);
    hear(open, &after);
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.bytes, after.bytes, before.length);
    scene_unfold_end(open, scene);
    buffer_free(&before);
    buffer_free(&after);
}

static void test_drawn(void **state)
{
    struct scene *scene = test_scene_make(*state);

    check_same(scene);
    scene_destroy(scene);
}

/* One group for each thing that a group may say, and one that says all. */
static void draw_groups(struct scene *scene)
{
    static const struct scene_datum datum = { 1, 2, 0.1 };
    static const struct group groups[] = {
        { .role = ROLE_DATUM, .label = "2023", .datum = &datum },
        { .role = ROLE_FIGURE, .alt = "Exports rose." },
        { .role = ROLE_PARAGRAPH, .written = "Exports" },
        { .role = ROLE_PARAGRAPH, .language = "kk" },
        { .role = ROLE_LINK, .uri = "#note.1" },
        { .role = ROLE_SECTION, .place = { .id = "a" } },
        { .role = ROLE_SECTION, .place = { .bookmark = "A", .level = 2 } },
        { .role = ROLE_SECTION, .place = { .id = "b", .top = 12.25 } },
        { .role = ROLE_LIST, .labels = LABELS_NUMBERS },
        { .role = ROLE_HEADER_CELL, .scope = SCOPE_ROW },
        { .role = ROLE_CELL, .columns = 3 },
        { .role = ROLE_CELL, .rows = 300 },
        { .role = ROLE_TABLE, .whole = (uint64_t)7 << 32 },
    };

    scene_set_name(scene, "A chart");
    scene_set_transparent(scene);
    scene_set_data(scene, 300);
    for (size_t i = 0; i < LENGTH(groups); i++) {
        scene_open(scene, &groups[i]);
        scene_rectangle(scene, (double)i, 0, 1.0 / 3, 2);
        scene_fill(scene, color_hex(0x1F5FA8));
        scene_close(scene);
    }
    scene_finish(scene);
}

static void test_groups(void **state)
{
    struct scene *scene = scene_create(NULL, 100, 50);

    (void)state;
    draw_groups(scene);
    check_same(scene);
    scene_destroy(scene);
}

/* What is not finished, or has failed, stays as it is. */
static void test_open(void **state)
{
    struct scene *scene = scene_create(NULL, 100, 50), *failed = scene_create(NULL, -1, 50);

    (void)state;
    scene_fold(scene);
    assert_ptr_equal(scene_unfold(scene), scene);
    scene_fold(failed);
    assert_ptr_equal(scene_unfold(failed), failed);
    scene_destroy(scene);
    scene_destroy(failed);
}

/* A folded scene cannot be drawn by mistake as an empty page. */
static void test_closed(void **state)
{
    struct listener listener = { .painter = { .operations = &hearing } };
    struct scene *scene = scene_create(NULL, 100, 50);

    (void)state;
    draw_groups(scene);
    scene_fold(scene);
    assert_int_equal(scene_replay(scene, &listener.painter), SHEAF_BAD_ARGUMENT);
    scene_destroy(scene);
}

static sheaf_status fold_and_unfold(const sheaf_alloc *alloc, const void *context)
{
    struct scene *scene = scene_create(alloc, 100, 50);

    (void)context;
    draw_groups(scene);
    scene_fold(scene);
    const struct scene *open = scene_unfold(scene);
    const sheaf_status status = scene_status(open);
    scene_unfold_end(open, scene);
    scene_destroy(scene);
    return status;
}

static void test_memory(void **state)
{
    (void)state;
    assert_true(quota_sweep(fold_and_unfold, NULL) > 5);
}

static void test_pdf(void **state)
{
    struct scene *page = test_scene_make(*state), *pages[] = { page, page };
    const struct pdf_options options = { .metadata = { .title = "T", .language = "en" } };
    struct buffer before, after;
    sheaf_error error = { .status = SHEAF_OK };

    buffer_init(&before, NULL, NULL);
    buffer_init(&after, NULL, NULL);
    paint_pdf((const struct scene *const *)pages, 2, &options, NULL, &before, &error);
    scene_fold(page);
    paint_pdf((const struct scene *const *)pages, 2, &options, NULL, &after, &error);
    assert_int_equal(error.status, SHEAF_OK);
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.bytes, after.bytes, before.length);
    buffer_free(&before);
    buffer_free(&after);
    scene_destroy(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_closed),
        cmocka_unit_test(test_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) + test_scenes_run("folded", test_drawn) +
           test_scenes_run("pdf of folded", test_pdf);
}
