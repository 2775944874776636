/* haru_state.c - graphics parameters and paths in the content stream. A parameter
 * is written only when it changes; q and Q keep ours and the viewer's in step. */
#include "paint/haru.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void haru_save_state(struct haru *haru)
{
    if (!memory_grow(&haru->alloc, &haru->painter.error, &haru->saved, &haru->saved_capacity,
                     haru->n_saved + 1, sizeof *haru->saved))
        return;
    haru->saved[haru->n_saved++] = haru->state;
    buffer_text(&haru->content, "q\n");
}

void haru_restore_state(struct haru *haru)
{
    if (haru->n_saved == 0)
        return;
    haru->state = haru->saved[--haru->n_saved];
    buffer_text(&haru->content, "Q\n");
}

static bool is_same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Three decimals tell all 256 levels apart. */
static void put_color(struct buffer *into, struct color color, const char *grey, const char *rgb)
{
    const double values[] = { color.red / 255.0, color.green / 255.0, color.blue / 255.0 };
    bool is_grey = color.red == color.green && color.green == color.blue;

    haru_put_numbers(into, values, is_grey ? 1 : 3, 3);
    buffer_text(into, is_grey ? grey : rgb);
}

void haru_set_fill(struct haru *haru, struct color color)
{
    struct haru_state *state = &haru->state;

    if (!state->fill_is_pattern && is_same_color(color, state->fill))
        return;
    put_color(&haru->content, color, "g\n", "rg\n");
    state->fill_is_pattern = false;
    state->fill = (struct color){ color.red, color.green, color.blue, state->fill.alpha };
}

void haru_set_stroke(struct haru *haru, struct color color)
{
    struct haru_state *state = &haru->state;

    if (!state->stroke_is_pattern && is_same_color(color, state->stroke))
        return;
    put_color(&haru->content, color, "G\n", "RG\n");
    state->stroke_is_pattern = false;
    state->stroke = (struct color){ color.red, color.green, color.blue, state->stroke.alpha };
}

/* One external graphics state a degree of opacity: "a128" fills, "A128" strokes. */
static void set_alpha(struct haru *haru, struct haru_resource *resource, uint8_t alpha,
                      const char *parameter, char letter)
{
    if (resource->number == 0) {
        struct buffer *body = haru_begin(haru);
        buffer_text(body, parameter);
        buffer_fixed(body, alpha / 255.0, 4);
        resource->kind = RESOURCE_STATE;
        snprintf(resource->name, sizeof resource->name, "%c%d", letter, alpha);
        resource->number = haru_make(haru);
    }
    haru_use(haru, resource);
    buffer_format(&haru->content, "/%s gs\n", resource->name);
}

void haru_set_fill_alpha(struct haru *haru, uint8_t alpha)
{
    if (alpha == haru->state.fill.alpha)
        return;
    set_alpha(haru, &haru->fill_alpha[alpha], alpha, "/ca ", 'a');
    haru->state.fill.alpha = alpha;
}

void haru_set_stroke_alpha(struct haru *haru, uint8_t alpha)
{
    if (alpha == haru->state.stroke.alpha)
        return;
    set_alpha(haru, &haru->stroke_alpha[alpha], alpha, "/CA ", 'A');
    haru->state.stroke.alpha = alpha;
}

static bool is_same_dash(const struct stroke *a, const struct stroke *b)
{
    bool same = a->n_dash == b->n_dash && a->dash_phase == b->dash_phase;

    for (int i = 0; same && i < a->n_dash; i++)
        same = a->dash[i] == b->dash[i];
    return same;
}

/* Dashes of no length at all are an error to PDF viewers: a solid line. */
static struct stroke without_empty_dash(const struct stroke *pen)
{
    struct stroke solid = *pen;
    double sum = 0;

    for (int i = 0; i < pen->n_dash; i++)
        sum += pen->dash[i];
    if (pen->n_dash == 0 || !(sum > 0)) {
        solid.n_dash = 0;
        solid.dash_phase = 0;
    }
    return solid;
}

void haru_set_pen(struct haru *haru, const struct stroke *pen)
{
    struct buffer *content = &haru->content;
    struct stroke *now = &haru->state.pen, want = without_empty_dash(pen);
    int decimals = haru->state.decimals;

    if (want.width != now->width) {
        buffer_fixed(content, want.width, decimals);
        buffer_text(content, " w\n");
    }
    if (want.cap != now->cap)
        buffer_format(content, "%d J\n", want.cap);
    if (want.join != now->join)
        buffer_format(content, "%d j\n", want.join);
    if (!is_same_dash(&want, now)) {
        buffer_byte(content, '[');
        haru_put_numbers(content, want.dash, (size_t)want.n_dash, decimals);
        buffer_byte(content, ']');
        haru_put_numbers(content, &want.dash_phase, 1, decimals);
        buffer_text(content, "d\n");
    }
    *now = want;
}

void haru_put_point(struct haru *haru, struct point point)
{
    const double values[] = { point.x, point.y };

    haru_put_numbers(&haru->content, values, 2, haru->state.decimals);
}

/* Move, three lines along the axes, close: as one operator. */
static bool is_rectangle(const struct path *path)
{
    static const uint8_t verbs[] = { VERB_MOVE, VERB_LINE, VERB_LINE, VERB_LINE, VERB_CLOSE };
    const struct point *at = path->points;

    if (path->n_verbs != 5 || memcmp(path->verbs, verbs, 5) != 0)
        return false;
    return (at[0].y == at[1].y && at[1].x == at[2].x && at[2].y == at[3].y && at[3].x == at[0].x);
}

static void put_rectangle(struct haru *haru, const struct point *corners)
{
    haru_put_point(haru, corners[0]);
    haru_put_point(haru,
                   (struct point){ corners[2].x - corners[0].x, corners[2].y - corners[0].y });
    buffer_text(&haru->content, "re\n");
}

void haru_put_path(struct haru *haru, const struct path *path)
{
    static const char *const operators[] = {
        [VERB_MOVE] = "m\n", [VERB_LINE] = "l\n", [VERB_CURVE] = "c\n", [VERB_CLOSE] = "h\n"
    };
    static const int counts[] = {
        [VERB_MOVE] = 1, [VERB_LINE] = 1, [VERB_CURVE] = 3, [VERB_CLOSE] = 0
    };
    const struct point *at = path->points;

    if (is_rectangle(path)) {
        put_rectangle(haru, at);
        return;
    }
    for (size_t i = 0; i < path->n_verbs; i++) {
        for (int k = 0; k < counts[path->verbs[i]]; k++)
            haru_put_point(haru, *at++);
        buffer_text(&haru->content, operators[path->verbs[i]]);
    }
}

struct box haru_path_box(const struct path *path)
{
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (size_t i = 0; i < path->n_points; i++) {
        box.left = fmin(box.left, path->points[i].x);
        box.top = fmin(box.top, path->points[i].y);
        box.right = fmax(box.right, path->points[i].x);
        box.bottom = fmax(box.bottom, path->points[i].y);
    }
    return box;
}
