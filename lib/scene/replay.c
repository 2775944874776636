/* replay.c - replays a scene through a painter. */
#include "scene/marks.h"
#include "scene/painter.h"

static void begin(struct painter *painter, const struct scene_level *level)
{
    const struct painter_operations *operations = painter->operations;

    if (level->kind == SCENE_LEVEL_CLIP)
        operations->push_clip(painter, &level->path);
    else if (level->kind == SCENE_LEVEL_TRANSFORM)
        operations->push_transform(painter, &level->matrix);
    else if (operations->open != NULL)
        operations->open(painter, &level->group, &level->bounds);
}

static void end(struct painter *painter, const struct scene_level *level)
{
    const struct painter_operations *operations = painter->operations;

    if (level->kind != SCENE_LEVEL_GROUP)
        operations->pop(painter);
    else if (operations->close != NULL)
        operations->close(painter, &level->group);
}

static void draw(struct painter *painter, const struct scene_mark *mark)
{
    switch (mark->kind) {
    case MARK_PATH:
        painter->operations->path(painter, mark->path);
        break;
    case MARK_GLYPHS:
        painter->operations->glyphs(painter, mark->glyphs);
        break;
    case MARK_IMAGE:
        painter->operations->image(painter, mark->image);
        break;
    case MARK_BEGIN:
        begin(painter, mark->level);
        break;
    case MARK_END:
        end(painter, mark->level);
        break;
    }
}

sheaf_status scene_replay(const struct scene *scene, struct painter *painter)
{
    error_take(&painter->error, &scene->error);
    if (painter->error.status != SHEAF_OK)
        return painter->error.status;
    if (scene->folded != NULL)
        return fail(&painter->error, SHEAF_BAD_ARGUMENT, "the scene is folded");
    if (scene->level != &scene->page)
        return fail(&painter->error, SHEAF_BAD_ARGUMENT, "the scene is not finished");

    painter->operations->begin_page(painter, scene->width, scene->height);
    for (const struct scene_mark *mark = scene->first;
         mark != NULL && painter->error.status == SHEAF_OK; mark = mark->next)
        draw(painter, mark);
    if (painter->operations->end_page != NULL && painter->error.status == SHEAF_OK)
        painter->operations->end_page(painter);
    return painter->error.status;
}
