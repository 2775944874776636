/* px_cubes_become_rows.c - PX files become rows; a mistake in one is refused with its place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readers/rows_text.h"
#include "support/check.h"

static void test_a_file_with_all_keywords(void **state)
{
    sheaf_table *table = rows_fixture("trade.px");

    (void)state;
    assert_string_equal(sheaf_table_format(table), "px");
    assert_rows(table,
                "2023-11 14.70*10^6 reporter=WLD indicator=Exports unit=EUR source=Finnish Customs "
                "@35\n"
                "2023-12 :*10^6 O conf=C reporter=WLD indicator=Exports unit=EUR source=Finnish "
                "Customs @35\n"
                "2023-11 1200.0 reporter=WLD indicator=Quantity unit=t source=Finnish Customs @36\n"
                "2023-12 0.0 reporter=WLD indicator=Quantity unit=t source=Finnish Customs @36\n"
                "2023-11 1.25*10^6 reporter=EST indicator=Exports unit=EUR source=Finnish Customs "
                "@37\n"
                "2023-12 :*10^6 O reporter=EST indicator=Exports unit=EUR source=Finnish Customs "
                "@37\n"
                "2023-11 3.0 reporter=EST indicator=Quantity unit=t source=Finnish Customs @38\n"
                "2023-12 4.5 reporter=EST indicator=Quantity unit=t source=Finnish Customs @38\n");
}

static sheaf_table *read_text(const char *text)
{
    return sheaf_table_read_bytes(NULL, "t.px", text, strlen(text));
}

/* The description stands before the title, the title before the contents, each in the language that is
 * read if it is there. */
static const struct {
    const char *text, *title;
} titles[] = {
    { "CONTENTS=\"Trade\";", "Trade" },
    { "CONTENTS=\"Trade\";TITLE=\"Trade by year\";", "Trade by year" },
    { "TITLE=\"Trade by year\";DESCRIPTION=\"Trade in goods\";", "Trade in goods" },
    { "TITLE=\"Trade by year\";DESCRIPTION=\"\";", "Trade by year" },
    { "LANGUAGE=\"fi\";LANGUAGES=\"fi\",\"en\";TITLE=\"Kauppa\"\n\" vuosittain\";"
      "TITLE[en]=\"Trade by year\";",
      "Trade by year" },
    { "LANGUAGE=\"fi\";TITLE=\"Kauppa\"\n\" vuosittain\";", "Kauppa vuosittain" },
    { "", "" },
};

static void test_titles_are_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(titles); i++) {
        char text[400];
        sheaf_table *table, *some;

        snprintf(text, sizeof text,
                 "CHARSET=\"ANSI\";%sHEADING=\"Year\";VALUES(\"Year\")=\"2022\";DATA=\n1;",
                 titles[i].text);
        table = read_text(text);
        assert_string_equal(sheaf_table_title(table), titles[i].title);
        some = sheaf_table_filter(table, NULL, 0);
        assert_string_equal(sheaf_table_title(some), titles[i].title);
        sheaf_table_destroy(some);
        sheaf_table_destroy(table);
    }
}

#define YEARS "VALUES(\"Year\")=\"2022\",\"2023\";"
#define BY_COUNTRY                                                                                 \
    "CHARSET=\"ANSI\";STUB=\"Country\";HEADING=\"Year\";\nVALUES(\"Country\")=\"Estonia\","        \
    "\"Finland\";" YEARS "\n"

static const struct {
    const char *name, *text, *rows;
} files[] = {
    { "any delimiters, all in one line", BY_COUNTRY "DATA=1,2;3\t4;",
      "2022 1 reporter=EST @3\n2023 2 reporter=EST @3\n"
      "2022 3 reporter=FIN @3\n2023 4 reporter=FIN @3\n" },
    { "dots without quotation marks", BY_COUNTRY "DATA=\n.. 2 ...... \"...\";",
      "2022 : O reporter=EST @4\n2023 2 reporter=EST @4\n"
      "2022 : O reporter=FIN @4\n2023 : O reporter=FIN @4\n" },
    { "nil that is no zero", BY_COUNTRY "DATASYMBOLNIL=\"..\";DATA=\n- 2 3 4;",
      "2022 : O reporter=EST @4\n2023 2 reporter=EST @4\n"
      "2022 3 reporter=FIN @4\n2023 4 reporter=FIN @4\n" },
    { "keys: rows of zeros are left out",
      BY_COUNTRY "KEYS(\"Country\")=VALUES;\nDATA=\n"
                 "\"Finland\",1 2\n;",
      "2022 1 reporter=FIN @5\n2023 2 reporter=FIN @5\n"
      "2022 0 reporter=EST @6\n2023 0 reporter=EST @6\n" },
    { "keys that are codes",
      BY_COUNTRY "CODES(\"Country\")=\"EE\",\"FI\";KEYS(\"Country\")=CODES;\n"
                 "DATA=\n\"FI\",1 2\n\"EE\",3 4;",
      "2022 1 reporter=FIN @5\n2023 2 reporter=FIN @5\n"
      "2022 3 reporter=EST @6\n2023 4 reporter=EST @6\n" },
    { "quarters of TIMEVAL, first and last",
      "CHARSET=\"ANSI\";HEADING=\"Aeg\";TIMEVAL(\"Aeg\")=TLIST(Q1,\"20234\"-\"20241\");"
      "VALUES(\"Aeg\")=\"IV\",\"I\";\nDATA=1 2;",
      "2023-Q4 1 @2\n2024-Q1 2 @2\n" },
    { "halves, and no VALUES",
      "CHARSET=\"ANSI\";HEADING=\"Aeg\";TIMEVAL(\"Aeg\")=TLIST(H1),\"20231\",\"20232\";\nDATA=1 2;",
      "2023-S1 1 @2\n2023-S2 2 @2\n" },
    { "years and months that are two variables",
      "CHARSET=\"ANSI\";STUB=\"Year\";HEADING=\"Month\";VALUES(\"Year\")=\"2023\";"
      "VALUES(\"Month\")=\"January\",\"February\";CODES(\"Month\")=\"01\",\"02\";\nDATA=1 2;",
      "2023-01 1 @2\n2023-02 2 @2\n" },
    { "the flow and the unit that the contents name, a text in pieces",
      "CHARSET=\"ANSI\";CONTENTS=\"Exports\";UNITS=\"1000 \"\n\"EUR\";HEADING=\"Year\";" YEARS
      "DATA=\n1 2;",
      "2022 1*10^3 unit=EUR flow=exports @3\n2023 2*10^3 unit=EUR flow=exports @3\n" },
    { "a unit with a word that is not understood",
      "CHARSET=\"ANSI\";UNITS=\"xyz USD\";HEADING=\"Year\";" YEARS "DATA=\n1 2;",
      "2022 1 unit=xyz USD @2\n2023 2 unit=xyz USD @2\n"
      "warning: 'xyz' of the unit 'xyz USD' is not understood and may be a power of ten; the unit "
      "is kept as it is written (1)\n" },
};

static void test_files_become_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        print_message("  %s\n", files[i].name);
        assert_rows(read_text(files[i].text), files[i].rows);
    }
}

/* The letter in question is far behind the declaration. */
static void test_the_code_page_of_the_file_is_read(void **state)
{
    static const char head[] = "CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-15\";\nNOTE=\"",
                      rest[] =
                          "\";\nSTUB=\"\xA4\";HEADING=\"Year\";VALUES(\"\xA4\")=\"\xBD\";" YEARS
                          "DATA=\n1 2;";
    enum { LONG = 200000 };
    char *text = malloc(LONG + sizeof head + sizeof rest);

    (void)state;
    assert_non_null(text);
    memcpy(text, head, sizeof head - 1);
    memset(text + sizeof head - 1, 'n', LONG);
    memcpy(text + sizeof head - 1 + LONG, rest, sizeof rest);
    assert_rows(read_text(text), "2022 1 €=œ @4\n2023 2 €=œ @4\n");
    free(text);
}

static const struct {
    const char *name, *text, *message;
} refusals[] = {
    { "too few figures", BY_COUNTRY "DATA=\n1 2 3;",
      "t.px:4:7: error: the data end after 3 of the 4 figures that the variables make" },
    { "too many figures", BY_COUNTRY "DATA=\n1 2 3 4\n5;",
      "t.px:5:1: error: there are more than 4 figures, and the variables make 4" },
    { "a figure that is none", BY_COUNTRY "DATA=\n1 abc 3 4;",
      "t.px:4:3: error: 'abc' is not a number here" },
    { "no data", BY_COUNTRY, "t.px:3:1: error: the file ends without DATA=" },
    { "no variables", "CHARSET=\"ANSI\";DATA=1;",
      "neither STUB nor HEADING says which variables there are" },
    { "no values", "CHARSET=\"ANSI\";STUB=\"Year\";DATA=1;", "'Year' has no VALUES" },
    { "codes that are too few",
      "CHARSET=\"ANSI\";STUB=\"Year\";" YEARS "\nCODES(\"Year\")=\"1\";DATA=1;",
      "t.px:2:1: error: 'Year' has another number of CODES than of VALUES" },
    { "no time", "CHARSET=\"ANSI\";STUB=\"Country\";VALUES(\"Country\")=\"EE\";\nDATA=1;",
      "t.px:2:1: error: no variable is the time; say which one is, as in columns: {NAME: period}" },
    { "two times", "CHARSET=\"ANSI\";STUB=\"Year\",\"Period\";\nDATA=1;",
      "'Period' is a second variable of time" },
    { "a text without its end", "CHARSET=\"ANSI\";\nTITLE=\"abc;\n",
      "t.px:2:7: error: this quoted text has no end" },
    { "a keyword without its end", "CHARSET=\"ANSI\";\nLANGUAGE=\"en\"",
      "t.px:2:1: error: the keyword LANGUAGE has no ';' at its end" },
    { "a key of no member", BY_COUNTRY "KEYS(\"Country\")=VALUES;DATA=\n\"Norway\" 1 2;",
      "t.px:4:1: error: 'Norway' is no member of 'Country'" },
    { "a row that is cut", BY_COUNTRY "KEYS(\"Country\")=VALUES;DATA=\n\"Estonia\" 1;",
      "the data end within a row" },
};

static void test_mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++) {
        print_message("  %s\n", refusals[i].name);
        assert_rows_say(read_text(refusals[i].text), refusals[i].message);
    }
}

static void test_bytes_that_are_no_text_are_refused(void **state)
{
    static const char archive[] = "PK\3\4=\"\xFF\";", binary[] = "STUB=\"a\0b\";";
    sheaf_read_options options = { .format = "px" };

    (void)state;
    assert_rows_say(sheaf_table_read_bytes_with(NULL, "t", archive, sizeof archive - 1, &options),
                    "error");
    assert_rows_say(sheaf_table_read_bytes_with(NULL, "t", binary, sizeof binary - 1, &options),
                    "this is not a text table: byte 7 is NUL");
}

/* A small file may say that its variables make billions of figures. */
static void test_cubes_that_are_too_large_are_bounded(void **state)
{
    char text[40000], *at = text;

    (void)state;
    at += sprintf(at, "CHARSET=\"ANSI\";STUB=\"a\",\"b\",\"c\";HEADING=\"Year\";" YEARS);
    for (char name = 'a'; name <= 'c'; name++) {
        at += sprintf(at, "VALUES(\"%c\")=\"0\"", name);
        for (int i = 1; i < 1000; i++)
            at += sprintf(at, ",\"%d\"", i);
        at += sprintf(at, ";KEYS(\"%c\")=VALUES;", name);
    }
    sprintf(at, "\nDATA=\n\"1\",\"2\",\"3\",4 5;");
    assert_rows(read_text(text),
                "2022 4 a=1 b=2 c=3 @3\n2023 5 a=1 b=2 c=3 @3\n"
                "warning: rows of zeros, which a file with KEYS leaves out, are not filled in, as "
                "the variables make 2000000000 figures; what is missing here is 0 (1)\n");
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++)
        rows_survive_every_oom("t.px", files[i].text, strlen(files[i].text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles_are_kept),
        cmocka_unit_test(test_a_file_with_all_keywords),
        cmocka_unit_test(test_files_become_rows),
        cmocka_unit_test(test_the_code_page_of_the_file_is_read),
        cmocka_unit_test(test_mistakes_are_told_with_their_place),
        cmocka_unit_test(test_bytes_that_are_no_text_are_refused),
        cmocka_unit_test(test_cubes_that_are_too_large_are_bounded),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
