/* pdf.c - the PDF painter: files that other programs read, and the same bytes each time. */
#include "paint/pages.h"

#include <math.h>
#include <pthread.h>
#include <time.h>

/* Something of everything. */
static void draw_all(struct page *page)
{
    struct scene *scene = page->scene;
    const struct stroke pen = { .width = 1.5, .join = JOIN_ROUND };
    const struct stroke dashed = { .width = 1, .dash = { 4, 2.5 }, .n_dash = 2, .cap = CAP_ROUND };
    struct paint paint = paint_color(blue), line = paint_color(ink);

    page_say(page, 30, 40, 18, "Kazakhstan–China trade, office flow AVATAR");
    page_say(page, 30, 60, 9, "Қазақстан: сауда · Казахстан 31.5 bn, −2.1 %  « 4 »");
    page_say(page, 30, 75, 9, "شىنجاڭ ئۇيغۇر");

    scene_rectangle(scene, 30, 90, 60, 80);
    scene_draw(scene, &paint, &line, &pen);
    scene_circle(scene, 140, 130, 35);
    scene_draw(scene, &paint, &line, &dashed);
    paint = (struct paint){ .kind = PAINT_HATCH,
                            .color = blue,
                            .angle = 45,
                            .spacing = 4,
                            .width = 1,
                            .background = color_alpha(blue, 0.15) };
    scene_rectangle(scene, 270, 90, 60, 80);
    scene_draw(scene, &paint, &line, &pen);
    scene_rectangle(scene, 50, 110, 260, 30);
    scene_fill(scene, color_alpha(orange, 0.4));

    scene_rectangle(scene, 30, 190, 100, 40);
    scene_push_clip(scene);
    scene_push_transform(
        scene,
        &(struct matrix){ .xx = 0.9, .yx = 0.3, .xy = -0.3, .yy = 0.9, .x0 = 60, .y0 = 180 });
    scene_rectangle(scene, 0, 0, 80, 50);
    scene_fill(scene, orange);
    page_say(page, 5, 20, 14, "clipped");
    scene_pop(scene);
    scene_pop(scene);

    static const uint8_t pixels[] = { 255, 0, 0, 255, 0, 255, 0, 128, 0,  0, 255, 255,
                                      0,   0, 0, 0,   9, 9,   9, 255, 99, 9, 9,   64 };
    scene_image(scene, &(struct image_mark){ 3, 2, 4, pixels, { 150, 190, 240, 250 } });
}

static const struct pdf_options full = {
    .metadata = { .title = "Қазақстан – 中国 <trade>",
                  .subject = "Exports & imports (FOB)",
                  .source = "stat.gov.kz",
                  .language = "kk-KZ",
                  .author = "Statistics & Trade",
                  .creator = "sheaf 0.1" },
    .date = "2024-06-26",
};

/* The page that draw_all makes, as a finished scene in page. */
static void open_full_page(struct page *page)
{
    page_open(page, 360, 270);
    draw_all(page);
    scene_finish(page->scene);
    assert_string_equal(page->error.message, "");
    assert_string_equal(scene_error(page->scene)->message, "");
}

static void test_every_mark(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 360, 270);
    draw_all(&page);
    assert_well_formed(page_finish(&page, &full, "all.pdf"));
    page_close(&page);
}

static void assert_line(const struct process *process, const char *key, const char *value)
{
    const char *line = strstr(process->output, key);

    assert_non_null(line);
    line += strlen(key) + strspn(line + strlen(key), " ");
    print_message("  %s %s\n", key, value);
    assert_int_equal(strncmp(line, value, strlen(value)), 0);
    assert_int_equal(line[strlen(value)], '\n');
}

static void test_information(void **state)
{
    struct page page;

    (void)state;
    process_need("pdfinfo");
    page_open(&page, 360.5, 270.25);
    page_say_as(&page, ROLE_PARAGRAPH, 20, 20, "text");
    const char *path = page_finish(&page, &full, "information.pdf");
    struct process info = process_run("pdfinfo", path, NULL);
    assert_line(&info, "Title:", "Қазақстан – 中国 <trade>");
    assert_line(&info, "Subject:", "Exports & imports (FOB)");
    assert_line(&info, "Author:", "Statistics & Trade");
    assert_line(&info, "Creator:", "sheaf 0.1");
    assert_line(&info, "Page size:", "360.5 x 270.25 pts");
    assert_line(&info, "PDF version:", "1.7");
    assert_line(&info, "Tagged:", "yes");
    process_free(&info);
    info = process_run("pdfinfo", "-rawdates", path, NULL);
    assert_line(&info, "CreationDate:", "D:20240626000000Z");
    process_free(&info);
    info = process_run("pdfinfo", "-meta", path, NULL);
    assert_non_null(strstr(info.output, "Қазақстан – 中国 &lt;trade&gt;</rdf:li>"));
    assert_non_null(strstr(info.output, "Exports &amp; imports (FOB)</rdf:li>"));
    assert_non_null(strstr(info.output, "<xmp:CreateDate>2024-06-26T00:00:00Z</xmp:CreateDate>"));
    assert_non_null(strstr(info.output, "<dc:creator><rdf:Seq><rdf:li>Statistics &amp; Trade<"));
    assert_non_null(strstr(info.output, "<xmpMM:DocumentID>uuid:"));
    assert_non_null(strstr(info.output, "<xmpMM:InstanceID>uuid:"));
    assert_null(strstr(info.output, "uuid:00000000-"));
    assert_non_null(strstr(info.output, "<dc:source>stat.gov.kz</dc:source>"));
    process_free(&info);
    page_close(&page);
}

/* An empty page in a document that says nothing about itself. */
static void test_least(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 100, 100);
    const char *path = page_finish(&page, NULL, "least.pdf");
    assert_well_formed(path);
    page_close(&page);
}

static void test_images_have_masks(void **state)
{
    struct page page;

    (void)state;
    process_need("pdfimages");
    page_open(&page, 360, 270);
    draw_all(&page);
    const char *path = page_finish(&page, NULL, "images.pdf");
    struct process images = process_run("pdfimages", "-list", path, NULL);
    assert_non_null(strstr(images.output, "image       3     2  rgb     3   8"));
    assert_non_null(strstr(images.output, "smask       3     2  gray    1   8"));
    process_free(&images);
    page_close(&page);
}

static void test_same_bytes(void **state)
{
    struct buffer first, again;
    struct page page;

    (void)state;
    open_full_page(&page);
    const struct scene *scene = page.scene;
    pages_paint(&scene, 1, &full, &first);
    page_close(&page);

    open_full_page(&page);
    scene = page.scene;
    pages_paint(&scene, 1, &full, &again);
    page_close(&page);
    assert_int_equal(first.length, again.length);
    assert_memory_equal(first.bytes, again.bytes, first.length);
    buffer_free(&first);
    buffer_free(&again);
}

/* The 32 digits of the identifier, or NULL. */
static const char *find_identifier(const struct buffer *pdf)
{
    const char *at = memmem(pdf->bytes, pdf->length, "/ID [<", 6);

    return at == NULL ? NULL : at + 6;
}

/* Documents that differ only in their title have another identifier, and both
 * halves of one are the same. */
static void test_identifier(void **state)
{
    struct pdf_options other = full;
    struct buffer one, two;
    struct page page;

    (void)state;
    other.metadata.title = "Another";
    open_full_page(&page);
    const struct scene *scene = page.scene;
    pages_paint(&scene, 1, &full, &one);
    pages_paint(&scene, 1, &other, &two);
    const char *a = find_identifier(&one), *b = find_identifier(&two);
    assert_non_null(a);
    assert_non_null(b);
    assert_int_not_equal(memcmp(a, b, 32), 0);
    assert_memory_equal(a, a + 32 + 3, 32);
    assert_int_not_equal(memcmp(a, "00000000", 8), 0);
    buffer_free(&one);
    buffer_free(&two);
    page_close(&page);
}

struct task {
    const struct scene *scene;
    struct buffer pdf;
    sheaf_error error;
};

static void *paint_many(void *context)
{
    struct task *task = context;

    for (int i = 0; i < 20; i++) {
        buffer_clear(&task->pdf);
        paint_pdf(&task->scene, 1, &full, NULL, &task->pdf, &task->error);
    }
    return NULL;
}

static void test_threads(void **state)
{
    struct page pages[2];
    struct task tasks[2];
    pthread_t threads[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        open_full_page(&pages[i]);
        tasks[i] = (struct task){ .scene = pages[i].scene };
        buffer_init(&tasks[i].pdf, NULL, NULL);
    }
    for (int i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, paint_many, &tasks[i]), 0);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    assert_string_equal(tasks[0].error.message, "");
    assert_int_equal(tasks[0].pdf.length, tasks[1].pdf.length);
    assert_memory_equal(tasks[0].pdf.bytes, tasks[1].pdf.bytes, tasks[0].pdf.length);
    for (int i = 0; i < 2; i++) {
        buffer_free(&tasks[i].pdf);
        page_close(&pages[i]);
    }
}

/* Processor seconds for a document of n pages with 60 groups each. */
static double time_document(struct page *page, size_t n)
{
    const struct scene **scenes = malloc(n * sizeof *scenes);
    struct timespec start, end;
    struct buffer pdf;

    assert_non_null(scenes);
    for (size_t i = 0; i < n; i++)
        scenes[i] = page->scene;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
    pages_paint(scenes, n, &full, &pdf);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    buffer_free(&pdf);
    free(scenes);
    return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) * 1e-9;
}

/* Eight times the pages take about eight times as long, not 64 times. */
static void test_cost_is_linear(void **state)
{
    struct page page;

    (void)state;
    page_open(&page, 400, 600);
    for (int i = 0; i < 60; i++)
        page_say_as(&page, ROLE_PARAGRAPH, 20, 10 * i, "A paragraph of its own");
    scene_finish(page.scene);
    double few = time_document(&page, 25), many = time_document(&page, 200);
    print_message("  25 pages %.0f ms, 200 pages %.0f ms\n", few * 1e3, many * 1e3);
    assert_true(many < few * 8 * 3);
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_mark), cmocka_unit_test(test_information),
        cmocka_unit_test(test_least),      cmocka_unit_test(test_images_have_masks),
        cmocka_unit_test(test_same_bytes), cmocka_unit_test(test_identifier),
        cmocka_unit_test(test_threads),    cmocka_unit_test(test_cost_is_linear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
