/* painter.c - the fact sheet's painter: scenes as the pages of a tagged PDF.
 *
 * Pages are replayed twice. The first pass gathers the glyphs of each font and what
 * they stand for; then the fonts are subset and embedded, once each; the second
 * pass writes the pages with the subsets' codes. Operators are written here, in
 * the scene's own coordinates under one flip of the page; libharu has the objects
 * (see haru.h). */
#include "paint/pdf/pdf.h"

#include <math.h>

/* Largest side of a page, in points, that viewers open (ISO 32000-1, annex C). */
static const double max_side = 14400;

static struct pdf *pdf_of(struct painter *painter)
{
    return (struct pdf *)painter;
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

/* Decimals with which coordinates are exact to a thousandth of a point on the page. */
static int decimals_under(const struct matrix *matrix)
{
    double scale = fmax(hypot(matrix->xx, matrix->yx), hypot(matrix->xy, matrix->yy));
    double more = scale > 1 ? ceil(log10(scale)) : 0;

    return 3 + (int)fmin(more, 6);
}

/* The graphics state at the beginning of a page (ISO 32000-1, 8.4.1). */
static void reset_state(struct pdf *pdf)
{
    pdf->n_saved = 0;
    pdf->state = (struct pdf_state){
        .matrix = { .xx = 1, .yy = -1, .y0 = pdf->height },
        .decimals = 3,
        .fill = { 0, 0, 0, 255 },
        .stroke = { 0, 0, 0, 255 },
        .pen = { .width = 1 },
    };
}

static bool is_page_size(double width, double height)
{
    return width > 0 && height > 0 && width <= max_side && height <= max_side;
}

static void begin_page(struct painter *painter, double width, double height)
{
    struct pdf *pdf = pdf_of(painter);

    if (!is_page_size(width, height)) {
        fail(&painter->error, SHEAF_BAD_ARGUMENT, "a PDF page is at most %d points a side",
             (int)max_side);
        return;
    }
    pdf->width = width;
    pdf->height = height;
    pdf->n_pages++;
    pdf->page = haru_add_page(pdf->document, width, height);
    if (!pdf_check(pdf))
        return;
    haru_set_number(pdf->document, pdf->page, "StructParents", pdf->structure.n_keys);
    haru_set_name(pdf->document, pdf->page, "Tabs", "S");
    pdf_begin_page_structure(pdf);

    buffer_clear(&pdf->content);
    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        buffer_clear(&pdf->resources[kind]);
    reset_state(pdf);
    pdf_put_matrix(&pdf->content, &pdf->state.matrix);
    buffer_text(&pdf->content, "cm\n");
}

static void add_resources(struct pdf *pdf)
{
    static const char *const keys[RESOURCE_KINDS] = {
        [RESOURCE_FONT] = "Font",
        [RESOURCE_STATE] = "ExtGState",
        [RESOURCE_IMAGE] = "XObject",
    };
    struct buffer *body = pdf_begin(pdf);

    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        if (pdf->resources[kind].length > 0)
            buffer_format(body, "/%s <<\n%s>>\n", keys[kind], pdf->resources[kind].bytes);
    struct haru_object *resources = pdf_reserve(pdf);
    pdf_fill(pdf, resources);
    if (resources != NULL)
        haru_set_object(pdf->page, "Resources", resources);
    pdf_check(pdf);
}

static void end_page(struct painter *painter)
{
    struct pdf *pdf = pdf_of(painter);

    pdf_end_page_structure(pdf);
    add_resources(pdf);
    pdf_fill_page(pdf);
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct pdf *pdf = pdf_of(painter);

    pdf_mark_push(pdf);
    pdf_save_state(pdf);
    if (path->n_points == 0)
        buffer_text(&pdf->content, "0 0 0 0 re\n"); /* an empty path clips everything */
    else
        pdf_put_path(pdf, path);
    buffer_text(&pdf->content, "W n\n");
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    struct pdf *pdf = pdf_of(painter);

    pdf_mark_push(pdf);
    pdf_save_state(pdf);
    pdf->state.matrix = multiply(matrix, &pdf->state.matrix);
    pdf->state.decimals = decimals_under(&pdf->state.matrix);
    if (matrix->xx * matrix->yy - matrix->xy * matrix->yx == 0) {
        buffer_text(&pdf->content, "0 0 0 0 re W n\n"); /* a singular matrix shows nothing */
        return;
    }
    pdf_put_matrix(&pdf->content, matrix);
    buffer_text(&pdf->content, "cm\n");
}

static void pop(struct painter *painter)
{
    pdf_mark_pop(pdf_of(painter));
    pdf_restore_state(pdf_of(painter));
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

static const struct painter_operations collecting = {
    .name = "pdf",
    .begin_page = skip_page,
    .end_page = skip,
    .path = skip_path,
    .glyphs = pdf_collect_glyphs,
    .image = skip_image,
    .push_clip = skip_clip,
    .push_transform = skip_transform,
    .pop = skip,
};

static const struct painter_operations drawing = {
    .name = "pdf",
    .begin_page = begin_page,
    .end_page = end_page,
    .path = pdf_draw_path,
    .glyphs = pdf_show_glyphs,
    .image = pdf_draw_image,
    .push_clip = push_clip,
    .push_transform = push_transform,
    .pop = pop,
    .open = pdf_open_group,
    .close = pdf_close_group,
};

/* Each page is unfolded for as long as it is read. */
static void collect_pages(struct pdf *pdf, const struct scene *const *pages, size_t n_pages)
{
    pdf->painter.operations = &collecting;
    for (size_t i = 0; i < n_pages && !pdf_failed(pdf); i++) {
        const struct scene *open = scene_unfold(pages[i]);

        pdf->has_title |= scene_has_title(open);
        scene_replay(open, &pdf->painter);
        scene_unfold_end(open, pages[i]);
    }
}

/* Tells the program of the pages that are written. */
static bool goes_on(struct pdf *pdf, size_t written, size_t n_pages)
{
    const struct pdf_options *options = pdf->options;

    return !pdf_failed(pdf) &&
           context_progress(options->context, SHEAF_WRITING_PAGES, options->name, written, n_pages,
                            &pdf->painter.error);
}

static void draw_pages(struct pdf *pdf, const struct scene *const *pages, size_t n_pages)
{
    pdf->painter.operations = &drawing;
    for (size_t i = 0; goes_on(pdf, i, n_pages) && i < n_pages; i++) {
        const struct scene *open = scene_unfold(pages[i]);

        pdf_read_page(pdf, open);
        if (!pdf_failed(pdf))
            scene_replay(open, &pdf->painter);
        scene_unfold_end(open, pages[i]);
    }
}

static void open_cache(struct pdf *pdf, const sheaf_alloc *alloc)
{
    sheaf_context *context = pdf->options->context;
    sheaf_error *error = &pdf->painter.error;

    if (context == NULL)
        pdf->cache = pdf_cache_create(alloc);
    else if ((pdf->worker = worker_take(context, error)) != NULL)
        pdf->cache = worker_keep(context, pdf->worker, &pdf_cache_kind, NULL, 0, error);
    if (pdf->cache == NULL)
        fail_memory(error);
    else
        pdf_cache_begin(pdf->cache);
}

static void close_cache(struct pdf *pdf)
{
    if (pdf->options->context == NULL)
        pdf_cache_destroy(pdf->cache);
    else
        worker_give(pdf->options->context, pdf->worker);
}

static void init(struct pdf *pdf, const struct pdf_options *options, const sheaf_alloc *alloc)
{
    sheaf_error *error = &pdf->painter.error;

    pdf->alloc = *memory_or_default(alloc);
    pdf->options = options;
    pdf->own_options = *options;
    pdf->last_font = &pdf->fonts;
    pdf->last_place = pdf->unsettled = &pdf->places;
    arena_init(&pdf->arena, alloc, error);
    buffer_init(&pdf->body, alloc, error);
    buffer_init(&pdf->content, alloc, error);
    buffer_init(&pdf->link_words, alloc, error);
    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        buffer_init(&pdf->resources[kind], alloc, error);
    open_cache(pdf, alloc);
}

/* libharu's objects borrow from the arena, so the document is closed first. */
static void release(struct pdf *pdf)
{
    haru_close(pdf->document);
    pdf_release_fonts(pdf);
    close_cache(pdf);
    pdf_release_structure(pdf);
    memory_free(&pdf->alloc, pdf->saved, pdf->saved_capacity * sizeof *pdf->saved);
    for (int kind = 0; kind < RESOURCE_KINDS; kind++)
        buffer_free(&pdf->resources[kind]);
    buffer_free(&pdf->link_words);
    buffer_free(&pdf->content);
    buffer_free(&pdf->body);
    arena_free(&pdf->arena);
}

sheaf_status pdf_paint(const struct scene *const *pages, size_t n_pages,
                       const struct pdf_options *options, const sheaf_alloc *alloc,
                       const struct haru_memory *memory, struct buffer *into, sheaf_error *error)
{
    struct pdf pdf = { 0 };
    size_t start = into->length;

    init(&pdf, options, alloc);
    if (n_pages == 0)
        fail(&pdf.painter.error, SHEAF_BAD_ARGUMENT, "a PDF needs at least one page");
    collect_pages(&pdf, pages, n_pages);
    if (!pdf_failed(&pdf))
        pdf_open_document(&pdf, memory);
    if (!pdf_failed(&pdf))
        pdf_open_structure(&pdf);
    pdf_write_files(&pdf);
    pdf_embed_fonts(&pdf);
    draw_pages(&pdf, pages, n_pages);
    if (options->late_files != NULL)
        options->late_files->drawn(options->late_files->context);
    if (!pdf_failed(&pdf))
        pdf_save(&pdf, into);
    sheaf_status status = pdf.painter.error.status;
    if (status != SHEAF_OK)
        into->length = start;
    error_take(error, &pdf.painter.error);
    release(&pdf);
    return status;
}

sheaf_status paint_pdf(const struct scene *const *pages, size_t n_pages,
                       const struct pdf_options *options, const sheaf_alloc *alloc,
                       struct buffer *into, sheaf_error *error)
{
    const struct haru_memory memory = { NULL, NULL };

    return pdf_paint(pages, n_pages, options, alloc, &memory, into, error);
}
