/* titles_of_data_sets_are_kept.c - what an office calls its data set is the table's title. */
#include "support/check.h"

#include <string.h>

#include "sheaf/table.h"

#define CUBE                                                                                       \
    "\"id\":[\"time\"],\"size\":[1],\"dimension\":{\"time\":{\"category\":{\"index\":[\"2023\"]}}" \
    "},"                                                                                           \
    "\"value\":[5]"
#define SDMX_SETS "\"dataSets\":[{\"observations\":{\"0\":[5]}}],\"structure\":{\"name\":"
#define SDMX_REST                                                                                  \
    ",\"dimensions\":{\"observation\":[{\"id\":\"TIME_PERIOD\",\"values\":[{\"id\":\"2023\"}]}]}}" \
    "}"
#define ML_BEGIN "<StructureSpecificData><Header><ID>a</ID>"
#define ML_END                                                                                     \
    "</Header><DataSet><Obs TIME_PERIOD=\"2023\" "                                                 \
    "OBS_VALUE=\"5\"/></DataSet></StructureSpecificData>"

static const struct {
    const char *name, *text, *title;
} titles[] = {
    { "a cube's label", "{\"class\":\"dataset\",\"label\":\"Trade of Kazakhstan\"," CUBE "}",
      "Trade of Kazakhstan" },
    { "a cube without a label", "{\"class\":\"dataset\"," CUBE "}", "" },
    { "a bundle of one", "{\"trade\":{\"label\":\"Trade\"," CUBE "}}", "Trade" },
    { "a bundle of two, of which none is the title of all",
      "{\"a\":{\"label\":\"Trade\"," CUBE "},\"b\":{\"label\":\"Prices\"," CUBE "}}", "" },
    { "a structure's name", "{" SDMX_SETS "\"Balance of payments\"" SDMX_REST,
      "Balance of payments" },
    { "names by language",
      "{" SDMX_SETS
      "null,\"names\":{\"fr\":\"Balance des paiements\",\"en\":\"Balance\"}" SDMX_REST,
      "Balance" },
    { "a header's name", ML_BEGIN "<Name>Exports</Name>" ML_END, "Exports" },
    { "the English one of several names",
      ML_BEGIN "<Name xml:lang=\"fr\">Exportations</Name><Name xml:lang=\"en\">Exports</Name>"
               "<Name xml:lang=\"de\">Ausfuhr</Name>" ML_END,
      "Exports" },
    { "the first one of several names",
      ML_BEGIN
      "<Name xml:lang=\"fr\">Exportations</Name><Name xml:lang=\"de\">Ausfuhr</Name>" ML_END,
      "Exportations" },
    { "names of senders and receivers are none",
      ML_BEGIN "<Sender id=\"x\"><Name>An office</Name></Sender><Receiver id=\"y\"><Name>A "
               "reader</Name></Receiver><Name>Exports</Name>" ML_END,
      "Exports" },
    { "no name but a sender's", ML_BEGIN "<Sender id=\"x\"><Name>An office</Name></Sender>" ML_END,
      "" },
};

static void test_titles_are_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(titles); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "data", titles[i].text, strlen(titles[i].text));

        print_message("  %s\n", titles[i].name);
        assert_int_equal(sheaf_table_status(table), SHEAF_OK);
        assert_string_equal(sheaf_table_title(table), titles[i].title);
        sheaf_table_destroy(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_titles_are_kept) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
