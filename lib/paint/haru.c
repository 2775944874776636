/* haru.c - the fact sheet's painter: scenes as the pages of a tagged PDF 1.7.
 *
 * Pages are replayed twice. The first pass gathers the glyphs of each font and what
 * they stand for; then the fonts are subset and embedded, once each; the second
 * pass writes the pages with the subsets' codes. Operators are written here, in
 * the scene's own coordinates under one flip of the page; libharu has the objects
 * (see haru.h). */
#include "paint/haru.h"

#include <math.h>

/* The largest page that PDF viewers agree to open. */
static const double max_side = 14400;

static struct haru *haru_of(struct painter *painter)
{
    return (struct haru *)painter;
}

static struct matrix multiply(const struct matrix *inner, const struct matrix *outer)
{
    return (struct matrix){
        .xx = outer->xx * inner->xx + outer->xy * inner->yx,
        .yx = outer->yx * inner->xx + outer->yy * inner->yx,
        .xy = outer->xx * inner->xy + outer->xy * inner->yy,
        .yy = outer->yx * inner->xy + outer->yy * inner->yy,
        .x0 = outer->xx * inner->x0 + outer->xy * inner->y0 + outer->x0,
        .y0 = outer->yx * inner->x0 + outer->yy * inner->y0 + outer->y0,
    };
}

/* Coordinates are exact to a thousandth of a point on the page. */
static int decimals_under(const struct matrix *matrix)
{
    double scale = fmax(hypot(matrix->xx, matrix->yx), hypot(matrix->xy, matrix->yy));
    double more = scale > 1 ? ceil(log10(scale)) : 0;

    return 3 + (int)fmin(more, 6);
}

/* The parameters that a viewer begins a page with. */
static void reset_state(struct haru *haru)
{
    haru->n_saved = 0;
    haru->state = (struct haru_state){
        .matrix = { .xx = 1, .yy = -1, .y0 = haru->height },
        .decimals = 3,
        .fill = { 0, 0, 0, 255 },
        .stroke = { 0, 0, 0, 255 },
        .pen = { .width = 1 },
    };
}

static void add_number(struct haru *haru, const char *key, int value)
{
    haru_add(haru, haru->page, key, HPDF_Number_New(haru->document->mmgr, value));
}

static bool is_page_size(double width, double height)
{
    return width > 0 && height > 0 && width <= max_side && height <= max_side;
}

static void begin_page(struct painter *painter, double width, double height)
{
    struct haru *haru = haru_of(painter);

    if (!is_page_size(width, height)) {
        fail(&painter->error, SHEAF_BAD_ARGUMENT, "a PDF page is at most %d points a side",
             (int)max_side);
        return;
    }
    haru->width = width;
    haru->height = height;
    haru->n_pages++;
    haru->annotations = NULL;
    haru->page = HPDF_AddPage(haru->document);
    if (!haru_check(haru))
        return;
    HPDF_Page_SetBoxValue(haru->page, "MediaBox", 2, (HPDF_REAL)width);
    HPDF_Page_SetBoxValue(haru->page, "MediaBox", 3, (HPDF_REAL)height);
    add_number(haru, "StructParents", haru->structure.n_keys);
    haru_add(haru, haru->page, "Tabs", HPDF_Name_New(haru->document->mmgr, "S"));
    haru_begin_page_structure(haru);

    buffer_clear(&haru->content);
    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        buffer_clear(&haru->resources[kind]);
    reset_state(haru);
    haru_put_matrix(&haru->content, &haru->state.matrix);
    buffer_text(&haru->content, "cm\n");
}

static void add_resources(struct haru *haru)
{
    static const char *const keys[RESOURCE_KINDS] = {
        [RESOURCE_FONT] = "Font",
        [RESOURCE_STATE] = "ExtGState",
        [RESOURCE_PATTERN] = "Pattern",
        [RESOURCE_IMAGE] = "XObject",
    };
    struct buffer *body = haru_begin(haru);

    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        if (haru->resources[kind].length > 0)
            buffer_format(body, "/%s <<\n%s>>\n", keys[kind], haru->resources[kind].bytes);
    HPDF_Dict resources = haru_reserve(haru);
    haru_fill(haru, resources);
    haru_add(haru, haru->page, "Resources", resources);
}

static void end_page(struct painter *painter)
{
    struct haru *haru = haru_of(painter);

    haru_end_page_structure(haru);
    add_resources(haru);
    if (haru_failed(haru))
        return;
    HPDF_PageAttr page = haru->page->attr;
    haru_begin(haru);
    haru_fill_stream(haru, page->contents, haru->content.bytes, haru->content.length, PACK_TEXT);
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct haru *haru = haru_of(painter);

    haru_mark_push(haru);
    haru_save_state(haru);
    if (path->n_points == 0)
        buffer_text(&haru->content, "0 0 0 0 re\n"); /* nothing is inside no path */
    else
        haru_put_path(haru, path);
    buffer_text(&haru->content, "W n\n");
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    struct haru *haru = haru_of(painter);

    haru_mark_push(haru);
    haru_save_state(haru);
    haru->state.matrix = multiply(matrix, &haru->state.matrix);
    haru->state.decimals = decimals_under(&haru->state.matrix);
    if (matrix->xx * matrix->yy - matrix->xy * matrix->yx == 0) {
        buffer_text(&haru->content, "0 0 0 0 re W n\n"); /* a collapsed plane shows nothing */
        return;
    }
    haru_put_matrix(&haru->content, matrix);
    buffer_text(&haru->content, "cm\n");
}

static void pop(struct painter *painter)
{
    haru_mark_pop(haru_of(painter));
    haru_restore_state(haru_of(painter));
}

static void skip_page(struct painter *painter, double width, double height)
{
    (void)painter, (void)width, (void)height;
}

static void skip_path(struct painter *painter, const struct path_mark *mark)
{
    (void)painter, (void)mark;
}

static void skip_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter, (void)image;
}

static void skip_clip(struct painter *painter, const struct path *path)
{
    (void)painter, (void)path;
}

static void skip_transform(struct painter *painter, const struct matrix *matrix)
{
    (void)painter, (void)matrix;
}

static void skip(struct painter *painter)
{
    (void)painter;
}

static void skip_close(struct painter *painter, const struct group *group)
{
    (void)painter, (void)group;
}

static const struct painter_operations collecting = {
    .name = "pdf",
    .begin_page = skip_page,
    .end_page = skip,
    .path = skip_path,
    .glyphs = haru_collect_glyphs,
    .image = skip_image,
    .push_clip = skip_clip,
    .push_transform = skip_transform,
    .pop = skip,
    .open = haru_collect_group,
    .close = skip_close,
};

static const struct painter_operations drawing = {
    .name = "pdf",
    .begin_page = begin_page,
    .end_page = end_page,
    .path = haru_draw_path,
    .glyphs = haru_show_glyphs,
    .image = haru_draw_image,
    .push_clip = push_clip,
    .push_transform = push_transform,
    .pop = pop,
    .open = haru_open_group,
    .close = haru_close_group,
};

static void replay(struct haru *haru, const struct painter_operations *operations,
                   const struct scene *const *pages, size_t n_pages)
{
    haru->painter.operations = operations;
    for (size_t i = 0; i < n_pages && !haru_failed(haru); i++)
        scene_replay(pages[i], &haru->painter);
}

static void init(struct haru *haru, const struct pdf_options *options, const sheaf_alloc *alloc)
{
    sheaf_error *error = &haru->painter.error;

    haru->alloc = *memory_or_default(alloc);
    haru->options = options;
    haru->last_font = &haru->fonts;
    arena_init(&haru->arena, alloc, error);
    buffer_init(&haru->body, alloc, error);
    buffer_init(&haru->content, alloc, error);
    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        buffer_init(&haru->resources[kind], alloc, error);
}

/* libharu's objects point into the arena, so they go first. */
static void release(struct haru *haru)
{
    HPDF_Free(haru->document);
    haru_release_fonts(haru);
    haru_release_structure(haru);
    haru_deflate_end(haru);
    memory_free(&haru->alloc, haru->saved, haru->saved_capacity * sizeof *haru->saved);
    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        buffer_free(&haru->resources[kind]);
    buffer_free(&haru->content);
    buffer_free(&haru->body);
    arena_free(&haru->arena);
}

sheaf_status haru_paint(const struct scene *const *pages, size_t n_pages,
                        const struct pdf_options *options, const sheaf_alloc *alloc,
                        const struct haru_memory *memory, struct buffer *into, sheaf_error *error)
{
    struct haru haru = { 0 };
    size_t start = into->length;

    init(&haru, options, alloc);
    if (n_pages == 0)
        fail(&haru.painter.error, SHEAF_BAD_ARGUMENT, "a PDF needs at least one page");
    replay(&haru, &collecting, pages, n_pages);
    if (!haru_failed(&haru))
        haru_open_document(&haru, memory);
    if (!haru_failed(&haru))
        haru_open_structure(&haru);
    haru_embed_fonts(&haru);
    replay(&haru, &drawing, pages, n_pages);
    if (!haru_failed(&haru))
        haru_save(&haru, into);
    sheaf_status status = haru.painter.error.status;
    if (status != SHEAF_OK)
        into->length = start;
    error_take(error, &haru.painter.error);
    release(&haru);
    return status;
}

sheaf_status paint_pdf(const struct scene *const *pages, size_t n_pages,
                       const struct pdf_options *options, const sheaf_alloc *alloc,
                       struct buffer *into, sheaf_error *error)
{
    const struct haru_memory memory = { NULL, NULL };

    return haru_paint(pages, n_pages, options, alloc, &memory, into, error);
}
