/* cuts.c - the warnings about texts that are cut for want of room: see cuts.h. */
#include "text/cuts.h"

#include <string.h>

#include "base/strings.h"

void cuts_begin(struct cuts *cuts, const sheaf_alloc *alloc, sheaf_error *error)
{
    cuts_free(cuts);
    arena_init(&cuts->arena, alloc, error);
}

void cuts_free(struct cuts *cuts)
{
    if (cuts->arena.chunk != NULL)
        arena_free(&cuts->arena);
    *cuts = (struct cuts){ .first = NULL };
}

/* Where the text stands, as its author would say. */
static const char *where(enum role role)
{
    switch (role) {
    case ROLE_TITLE:
    case ROLE_CHART_TITLE:
        return "the title";
    case ROLE_CHART_SUBTITLE:
        return "the subtitle";
    case ROLE_CHART_SOURCE:
        return "the source";
    case ROLE_LEGEND:
        return "the legend";
    case ROLE_AXIS_X:
    case ROLE_AXIS_Y:
        return "an axis";
    case ROLE_PLOT:
    case ROLE_SERIES:
    case ROLE_DATUM:
    case ROLE_DATUM_LABEL:
        return "the plot";
    case ROLE_HEADER_CELL:
        return "a table's header";
    case ROLE_CELL:
        return "a table's cell";
    case ROLE_NOTE:
        return "the notes";
    case ROLE_HEADER:
        return "the page's header";
    case ROLE_FOOTER:
        return "the page's footer";
    default:
        return "a paragraph";
    }
}

/* Texts of one place on each page are one, whatever page number they say. */
static struct cut_note *find(const struct cuts *cuts, const char *whole, const char *where,
                             size_t of_pages)
{
    struct cut_note *note = cuts->first;

    while (note != NULL &&
           (of_pages > 0 ? note->of_pages != of_pages || strcmp(note->where, where) != 0
                         : strcmp(note->text.whole, whole) != 0))
        note = note->next;
    return note;
}

static double lacks(const struct cut_text *text)
{
    return text->needed - text->room * (double)text->lines;
}

static void add(struct cuts *cuts, const struct scene_cut *cut, const char *at, size_t of_pages,
                struct place place)
{
    struct cut_note *note = find(cuts, cut->text.whole, at, of_pages);

    if (note != NULL && lacks(&cut->text) <= lacks(&note->text))
        return;
    char *whole = arena_string(&cuts->arena, cut->text.whole);
    if (note == NULL) {
        note = arena_new(&cuts->arena, struct cut_note);
        if (note == NULL)
            return;
        *note = (struct cut_note){ .where = at, .of_pages = of_pages, .place = place };
        *(cuts->last != NULL ? &cuts->last->next : &cuts->first) = note;
        cuts->last = note;
    }
    note->text = cut->text;
    note->text.whole = whole != NULL ? whole : "";
}

/* The first cut that was not noted at an earlier call. */
static const struct scene_cut *next_cut(struct cuts *cuts, const struct scene *scene)
{
    if (cuts->scene != scene)
        cuts->noted = NULL;
    cuts->scene = scene;
    return cuts->noted != NULL ? cuts->noted->next : scene_cuts(scene);
}

void cuts_note(struct cuts *cuts, const struct scene *scene, struct place place)
{
    for (const struct scene_cut *cut = next_cut(cuts, scene); cut != NULL; cut = cut->next) {
        add(cuts, cut, where(cut->role), 0, place);
        cuts->noted = cut;
    }
}

void cuts_note_repeated(struct cuts *cuts, const struct scene *scene, const char *at)
{
    size_t n = 0;

    for (const struct scene_cut *cut = next_cut(cuts, scene); cut != NULL; cut = cut->next) {
        add(cuts, cut, at, ++n, (struct place){ 0 });
        cuts->noted = cut;
    }
}

/* "390 mm", "2 lines of 195 mm". */
static const char *write_room(struct arena *arena, const struct cut_text *text)
{
    const int room = (int)(text->room / 72 * 25.4);

    return text->lines > 1 ? arena_format(arena, "%zu lines of %d mm", text->lines, room)
                           : arena_format(arena, "%d mm", room);
}

void cuts_write(struct cuts *cuts, const char *way_out)
{
    enum { LONGEST = 300 }; /* bytes of a text that are named: a message has no room for more */

    for (struct cut_note *note = cuts->first; note != NULL; note = note->next) {
        size_t n = strlen(note->text.whole), named = n <= LONGEST ? n : LONGEST;
        int shown = (int)(n <= LONGEST ? n : utf8_floor(note->text.whole, named));
        const char *room = write_room(&cuts->arena, &note->text);

        if (room == NULL)
            return;
        note->message =
            way_out != NULL
                ? arena_format(&cuts->arena, "'%.*s' is cut in %s: %s", shown, note->text.whole,
                               note->where, way_out)
                : arena_format(&cuts->arena,
                               "'%.*s' is cut in %s: it takes %d mm, and there are %s; give it "
                               "more room, or shorten it",
                               shown, note->text.whole, note->where,
                               (int)(note->text.needed / 72 * 25.4 + 1), room);
    }
}

const struct cut_note *cuts_at(const struct cuts *cuts, size_t index)
{
    const struct cut_note *note = cuts->first;

    while (note != NULL && index-- > 0)
        note = note->next;
    return note != NULL && note->message != NULL ? note : NULL;
}
