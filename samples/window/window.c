/* window.c - a chart in a window of GTK 4: a tooltip at the pointer, a walk by keys that screen readers
 * follow, any size, light and dark.
 *
 *     cc window.c $(pkg-config --cflags --libs sheaf gtk4) -o window
 *     ./window trade.csv [EXPRESSION]    # "turnover"; without one, each flow of the file
 *
 * Left, Right, Home and End walk through the figures; the one that is reached has a frame, and is the
 * accessible description of the drawing area. D changes between light and dark. */
#include <gtk/gtk.h>
#include <sheaf/sheaf.h>

enum { REACH = 16 }; /* pixels between the pointer and the mark that it means */

struct view {
    const char *path, *expression;
    GtkWidget *area;
    sheaf_chart *chart;
    sheaf_picture *picture; /* of the area's size; NULL: it has none yet */
    gboolean has_datum;     /* a key has reached one */
    size_t at;              /* which */
    int status;             /* of the program */
};

/* A picture is laid out once a size and theme, and drawn whenever the window is. */
static void lay_out(struct view *view, int width, int height)
{
    sheaf_picture_destroy(view->picture);
    view->picture = sheaf_chart_layout(view->chart, width, height);
    if (view->picture == NULL)
        g_printerr("%s: %s\n", view->path, sheaf_chart_message(view->chart));
    gtk_accessible_update_property(GTK_ACCESSIBLE(view->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   sheaf_picture_description(view->picture), -1);
    gtk_widget_queue_draw(view->area);
}

static void resized(GtkDrawingArea *area, int width, int height, gpointer data)
{
    (void)area;
    if (width > 0 && height > 0)
        lay_out(data, width, height);
}

static void draw(GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
    const struct view *view = data;
    sheaf_datum datum = SHEAF_DATUM_INIT;
    GdkRGBA ink;

    (void)width, (void)height;
    sheaf_picture_draw(view->picture, cr, 0, 0);
    if (!view->has_datum || !sheaf_picture_datum(view->picture, view->at, &datum))
        return;
    gtk_style_context_get_color(gtk_widget_get_style_context(GTK_WIDGET(area)), &ink);
    gdk_cairo_set_source_rgba(cr, &ink);
    cairo_set_line_width(cr, 2);
    cairo_rectangle(cr, datum.box.left - 3, datum.box.top - 3, datum.box.right - datum.box.left + 6,
                    datum.box.bottom - datum.box.top + 6);
    cairo_stroke(cr);
}

/* GTK asks when the pointer rests. */
static gboolean tell_at_pointer(GtkWidget *area, int x, int y, gboolean by_keyboard,
                                GtkTooltip *tip, gpointer data)
{
    const struct view *view = data;
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)area;
    if (by_keyboard || !sheaf_picture_nearest(view->picture, x, y, REACH, &datum))
        return FALSE;
    const GdkRectangle pointer = { x - 2, y - 2, 5, 5 }; /* GTK asks again outside of it */
    gtk_tooltip_set_text(tip, datum.label);
    gtk_tooltip_set_tip_area(tip, &pointer);
    return TRUE;
}

static void walk_to(struct view *view, size_t at)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;

    if (!sheaf_picture_datum(view->picture, at, &datum))
        return;
    view->at = at;
    view->has_datum = TRUE;
    gtk_accessible_update_property(GTK_ACCESSIBLE(view->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                   datum.label, -1);
    gtk_widget_queue_draw(view->area);
}

static gboolean key_pressed(GtkEventControllerKey *keys, guint key, guint code,
                            GdkModifierType modifiers, gpointer data)
{
    struct view *view = data;
    const size_t n = sheaf_picture_datum_count(view->picture);
    GtkSettings *settings = gtk_widget_get_settings(view->area);
    gboolean is_dark;

    (void)keys, (void)code, (void)modifiers;
    if (key == GDK_KEY_d) {
        g_object_get(settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
        g_object_set(settings, "gtk-application-prefer-dark-theme", !is_dark, NULL);
    } else if (n == 0)
        return FALSE;
    else if (key == GDK_KEY_Home || (key == GDK_KEY_Right && !view->has_datum))
        walk_to(view, 0);
    else if (key == GDK_KEY_End || (key == GDK_KEY_Left && !view->has_datum))
        walk_to(view, n - 1);
    else if (key == GDK_KEY_Right)
        walk_to(view, (view->at + 1) % n);
    else if (key == GDK_KEY_Left)
        walk_to(view, (view->at + n - 1) % n);
    else
        return FALSE;
    return TRUE;
}

/* The desktop, or D, has chosen light or dark. */
static void theme_changed(GtkSettings *settings, GParamSpec *property, gpointer data)
{
    struct view *view = data;
    gboolean is_dark;

    (void)property;
    g_object_get(settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
    sheaf_theme *theme = sheaf_theme_create(NULL, is_dark ? "dark" : "default");
    sheaf_chart_set_theme(view->chart, theme); /* which copies it */
    sheaf_theme_destroy(theme);
    if (view->picture != NULL)
        lay_out(view, gtk_widget_get_width(view->area), gtk_widget_get_height(view->area));
}

static gboolean read_chart(struct view *view)
{
    sheaf_table *table = sheaf_table_read(NULL, view->path);
    const char *each = sheaf_table_member_count(table, "flow") > 1 ? "data[flow: *]" : "data";
    sheaf_series_list *series =
        sheaf_table_evaluate(table, view->expression != NULL ? view->expression : each);
    const gboolean is_read = sheaf_series_list_status(series) == SHEAF_OK;

    if (!is_read)
        g_printerr("%s: %s\n", view->path, sheaf_series_list_error(series)->message);
    view->chart = sheaf_chart_create(NULL, SHEAF_AUTO);
    for (size_t i = 0; i < sheaf_series_list_count(series); i++)
        sheaf_chart_add(view->chart, sheaf_series_list_at(series, i));
    sheaf_series_list_destroy(series);
    sheaf_table_destroy(table);
    return is_read;
}

static void open_window(GtkApplication *application, gpointer data)
{
    struct view *view = data;

    if (!read_chart(view)) { /* without a window the application ends */
        view->status = 1;
        return;
    }
    GtkWidget *window = gtk_application_window_new(application);
    GtkEventController *keys = gtk_event_controller_key_new();
    /* Its role can only be given when it is made. */
    view->area =
        g_object_new(GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(view->area), draw, view, NULL);
    gtk_widget_set_focusable(view->area, TRUE);
    gtk_widget_set_has_tooltip(view->area, TRUE);
    gtk_widget_add_controller(view->area, keys);
    g_signal_connect(view->area, "resize", G_CALLBACK(resized), view);
    g_signal_connect(view->area, "query-tooltip", G_CALLBACK(tell_at_pointer), view);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(key_pressed), view);
    g_signal_connect(gtk_settings_get_default(), "notify::gtk-application-prefer-dark-theme",
                     G_CALLBACK(theme_changed), view);
    theme_changed(gtk_settings_get_default(), NULL, view);
    gtk_window_set_title(GTK_WINDOW(window), view->path);
    gtk_window_set_default_size(GTK_WINDOW(window), 800, 500);
    gtk_window_set_child(GTK_WINDOW(window), view->area);
    gtk_widget_grab_focus(view->area);
    gtk_window_present(GTK_WINDOW(window));
}

int main(int n_words, char **words)
{
    struct view view = { .path = n_words > 1 ? words[1] : "",
                         .expression = n_words > 2 ? words[2] : NULL };

    if (n_words != 2 && n_words != 3) {
        g_printerr("usage: window FILE [EXPRESSION]\n");
        return 2;
    }
    GtkApplication *application = gtk_application_new(NULL, G_APPLICATION_NON_UNIQUE);
    g_signal_connect(application, "activate", G_CALLBACK(open_window), &view);
    const int status = g_application_run(G_APPLICATION(application), 1, words);
    g_object_unref(application);
    sheaf_picture_destroy(view.picture);
    sheaf_chart_destroy(view.chart);
    return status != 0 ? status : view.status;
}
