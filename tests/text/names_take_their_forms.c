/* names_take_their_forms.c - countries, regions and groups with article, case, preposition or suffix. */
#include "support/check.h"

#include "text/forms.h"
#include "text/setting.h"
#include "vocabulary/country_codes.h"

static const struct {
    const char *locale, *code, *form, *text;
} rows[] = {
    { "en", "NLD", "the", "the Netherlands" },
    { "en", "CHN", "the", "China" },
    { "en", "WLD", "the", "the world" },
    { "en", "USA", "possessive", "the United States’" },
    { "en", "CYP", "possessive", "Cyprus’s" },
    { "en", "GBR", "the, capital", "The United Kingdom" },
    { "en", "EU", "the", "the European Union" },
    { "en", "EXT_EU", "possessive", "non-EU countries’" },
    { "en", "NL", "", "Netherlands" },
    { "en", "150", "the", "Europe" },
    { "en", "MMR", "possessive", "Myanmar’s" },
    { "en", "COD", "the", "the Democratic Republic of the Congo" },
    { "en", "COG", "the", "the Republic of the Congo" },
    { "en", "HKG", "possessive", "Hong Kong’s" },
    { "en", "MAC", "the", "Macao" },
    { "en", "ATG", "possessive", "Antigua and Barbuda’s" },
    { "en", "SGS", "the", "South Georgia and the South Sandwich Islands" },
    { "en", "TTO", "the", "Trinidad and Tobago" },
    { "fr", "LBR", "the", "le Libéria" },
    { "fr", "LBR", "in", "au Libéria" },
    { "fr", "LBR", "from", "du Libéria" },
    { "fr", "GRD", "in", "à la Grenade" },
    { "fr", "DMA", "in", "à la Dominique" },
    { "fr", "DMA", "from", "de la Dominique" },
    { "fr", "SXM", "in", "à Sint Maarten" },
    { "en", "CIS", "", "CIS" },
    { "ru", "CIS", "", "СНГ" },
    { "de", "EXT_EU", "capital", "Nicht-EU-Länder" },
    { "de", "EAEU", "", "EAWU" },
    { "fr", "OECD", "", "OCDE" },
    { "kk", "EAEU", "", "ЕАЭО" },
    { "zh", "ASEAN", "", "东盟" },
    { "zh", "EU", "", "欧盟" },
    { "ar", "OPEC", "", "أوبك" },
    { "ug", "EZ", "", "ياۋرو رايونى" },
    { "ru", "KOR", "", "Республика Корея" },
    { "ru", "COK", "", "о-ва Кука" },
    { "ru", "X1", "", "X1" },
    { "pl", "CIS", "", "CIS" },
    { "en", "029", "the", "the Caribbean" },
    { "de", "CHN", "genitive", "Chinas" },
    { "de", "CHN", "to", "nach China" },
    { "de", "CHN", "in", "in China" },
    { "de", "CHE", "nominative", "die Schweiz" },
    { "de", "CHE", "dative", "der Schweiz" },
    { "de", "CHE", "in", "in der Schweiz" },
    { "de", "CHE", "to", "in die Schweiz" },
    { "de", "CHE", "from", "aus der Schweiz" },
    { "de", "NLD", "dative", "den Niederlanden" },
    { "de", "NLD", "in", "in den Niederlanden" },
    { "de", "IRN", "genitive", "des Iran" },
    { "de", "IRN", "in", "im Iran" },
    { "de", "IRN", "to", "in den Iran" },
    { "de", "GBR", "nominative", "das Vereinigte Königreich" },
    { "de", "GBR", "genitive", "des Vereinigten Königreichs" },
    { "de", "GBR", "to", "ins Vereinigte Königreich" },
    { "de", "GBR", "in", "im Vereinigten Königreich" },
    { "de", "ARE", "nominative", "die Vereinigten Arabischen Emirate" },
    { "de", "ARE", "dative", "den Vereinigten Arabischen Emiraten" },
    { "de", "USA", "genitive", "der Vereinigten Staaten" },
    { "de", "PHL", "to", "auf die Philippinen" },
    { "de", "PHL", "from", "von den Philippinen" },
    { "de", "CUB", "in", "auf Kuba" },
    { "de", "CUB", "from", "aus Kuba" },
    { "de", "HND", "genitive", "von Honduras" },
    { "de", "BIH", "genitive", "von Bosnien und Herzegowina" },
    { "de", "WLD", "in", "in der Welt" },
    { "de", "WLD", "nominative, capital", "Die Welt" },
    { "de", "GCC", "genitive", "des Golf-Kooperationsrats" },
    { "de", "EXT_EU", "genitive", "von Nicht-EU-Ländern" },
    { "de", "EXT_EU", "from", "aus Nicht-EU-Ländern" },
    { "ru", "CHN", "genitive", "Китая" },
    { "ru", "CHN", "instrumental", "Китаем" },
    { "ru", "CHN", "in", "в Китае" },
    { "ru", "FRA", "in", "во Франции" },
    { "ru", "FRA", "to", "во Францию" },
    { "ru", "FRA", "from", "из Франции" },
    { "ru", "VNM", "in", "во Вьетнаме" },
    { "ru", "CUB", "in", "на Кубе" },
    { "ru", "CUB", "to", "на Кубу" },
    { "ru", "CUB", "from", "с Кубы" },
    { "ru", "SWE", "with", "со Швецией" },
    { "ru", "DEU", "with", "с Германией" },
    { "ru", "PHL", "from", "с Филиппин" },
    { "ru", "PHL", "in", "на Филиппинах" },
    { "ru", "USA", "genitive", "Соединенных Штатов" },
    { "ru", "USA", "with", "с Соединенными Штатами" },
    { "ru", "NLD", "genitive", "Нидерландов" },
    { "ru", "ARE", "genitive", "ОАЭ" },
    { "ru", "PER", "dative", "Перу" },
    { "ru", "ZAF", "locative", "Южно-Африканской Республике" },
    { "ru", "SAU", "accusative", "Саудовскую Аравию" },
    { "ru", "EGY", "genitive", "Египта" },
    { "ru", "EGY", "instrumental", "Египтом" },
    { "ru", "BLR", "instrumental", "Беларусью" },
    { "ru", "MUS", "in", "на Маврикии" },
    { "ru", "GNB", "genitive", "Гвинеи-Бисау" },
    { "ru", "PNG", "in", "в Папуа — Новой Гвинее" },
    { "ru", "KOR", "genitive", "Республики Корея" },
    { "ru", "KHM", "instrumental", "Камбоджей" },
    { "ru", "POL", "genitive", "Польши" },
    { "ru", "BGD", "instrumental", "Бангладешем" },
    { "ru", "ISR", "instrumental", "Израилем" },
    { "ru", "COK", "in", "на островах Кука" },
    { "ru", "SLB", "genitive", "Соломоновых островов" },
    { "ru", "HKG", "genitive", "Гонконга" },
    { "ru", "VCT", "genitive", "Сент-Винсента и Гренадин" },
    { "ru", "PSE", "genitive", "Палестинских территорий" },
    { "ru", "WLD", "in", "во всем мире" },
    { "ru", "WLD", "with", "со всем миром" },
    { "ru", "WLD", "genitive, capital", "Всего мира" },
    { "ru", "EU", "in", "в Европейском союзе" },
    { "ru", "CIS", "with", "с СНГ" },
    { "ru", "G20", "with", "с Группой двадцати" },
    { "ru", "EXT_CIS", "with", "со странами вне СНГ" },
    { "ru", "LKA", "with", "со Шри-Ланкой" },
    { "ru", "UMI", "in", "на Внешних малых островах США" },
    { "fr", "FRA", "the", "la France" },
    { "fr", "FRA", "of", "de la France" },
    { "fr", "FRA", "from", "de France" },
    { "fr", "FRA", "in", "en France" },
    { "fr", "JPN", "the", "le Japon" },
    { "fr", "JPN", "of", "du Japon" },
    { "fr", "JPN", "from", "du Japon" },
    { "fr", "JPN", "in", "au Japon" },
    { "fr", "DEU", "from", "d’Allemagne" },
    { "fr", "DEU", "of", "de l’Allemagne" },
    { "fr", "IRN", "in", "en Iran" },
    { "fr", "IRN", "the", "l’Iran" },
    { "fr", "IRN", "from", "d’Iran" },
    { "fr", "NLD", "de", "des Pays-Bas" },
    { "fr", "NLD", "à", "aux Pays-Bas" },
    { "fr", "CUB", "in", "à Cuba" },
    { "fr", "CUB", "of", "de Cuba" },
    { "fr", "HTI", "from", "d’Haïti" },
    { "fr", "HND", "of", "du Honduras" },
    { "fr", "HUN", "from", "de Hongrie" },
    { "fr", "ISR", "in", "en Israël" },
    { "fr", "YEM", "the", "le Yémen" },
    { "fr", "COK", "in", "aux îles Cook" },
    { "fr", "IMN", "in", "sur l’île de Man" },
    { "fr", "WLD", "in", "dans le monde" },
    { "fr", "EU", "in", "dans l’Union européenne" },
    { "fr", "EU", "from", "de l’Union européenne" },
    { "fr", "USA", "the, capital", "Les États-Unis" },
    { "fr", "SGP", "in", "à Singapour" },
    { "fr", "EXT_EU", "in", "dans les pays hors UE" },
    { "ar", "CHN", "li", "للصين" },
    { "ar", "CHN", "bi", "بالصين" },
    { "ar", "KAZ", "li", "لكازاخستان" },
    { "ar", "DEU", "ل", "لألمانيا" },
    { "ar", "USA", "li", "للولايات المتحدة" },
    { "ar", "CHN", "wa", "والصين" },
    { "ar", "CIS", "li", "لرابطة الدول المستقلة" },
    { "kk", "CHN", "genitive", "Қытайдың" },
    { "kk", "CHN", "dative", "Қытайға" },
    { "kk", "CHN", "instrumental", "Қытаймен" },
    { "kk", "RUS", "dative", "Ресейге" },
    { "kk", "RUS", "genitive", "Ресейдің" },
    { "kk", "DEU", "genitive", "Германияның" },
    { "kk", "DEU", "accusative", "Германияны" },
    { "kk", "UZB", "ablative", "Өзбекстаннан" },
    { "kk", "UZB", "accusative", "Өзбекстанды" },
    { "kk", "USA", "dative", "Америка Құрама Штаттарына" },
    { "kk", "USA", "locative", "Америка Құрама Штаттарында" },
    { "kk", "USA", "accusative", "Америка Құрама Штаттарын" },
    { "kk", "IRQ", "dative", "Иракқа" },
    { "kk", "CYP", "genitive", "Кипрдің" },
    { "kk", "ISR", "dative", "Израильге" },
    { "kk", "TWN", "genitive", "Тайваньның" },
    { "kk", "BLR", "genitive", "Беларусьтің" },
    { "kk", "LUX", "locative", "Люксембургте" },
    { "kk", "PER", "genitive", "Перудің" },
    { "kk", "HTI", "genitive", "Гаитидің" },
    { "kk", "BLZ", "instrumental", "Белизбен" },
    { "kk", "THA", "instrumental", "Таиландпен" },
    { "kk", "EU", "dative", "Еуропалық Одаққа" },
    { "kk", "MMR", "dative", "Мьянмаға" },
    { "kk", "CIS", "dative", "ТМД-ға" },
    { "kk", "CIS", "genitive", "ТМД-ның" },
    { "kk", "EAEU", "dative", "ЕАЭО-ға" },
    { "kk", "MAR", "dative", "Мароккоға" },
    { "kk", "ARE", "genitive", "Біріккен Араб Әмірліктерінің" },
    { "kk", "NLD", "dative", "Нидерландқа" },
    { "kk", "GNB", "dative", "Гвинея-Бисауға" },
    { "kk", "VNM", "locative", "Вьетнамда" },
    { "kk", "ZWE", "dative", "Зимбабвеге" },
    { "kk", "WLD", "locative", "әлемде" },
    { "ug", "CHN", "dative", "جۇڭگوغا" },
    { "ug", "DEU", "dative", "گېرمانىيەگە" },
    { "ug", "DEU", "genitive", "گېرمانىيەنىڭ" },
    { "ug", "CHN", "locative", "جۇڭگودا" },
    { "ug", "IRQ", "dative", "ئىراققا" },
    { "ug", "KWT", "dative", "كۇۋەيتكە" },
    { "ug", "KWT", "locative", "كۇۋەيتتە" },
    { "ug", "003", "locative", "شىمالىي ئامېرىكىدا" },
    { "ug", "DOM", "dative", "دومىنىكا جۇمھۇرىيىتىگە" },
    { "ug", "USA", "dative", "ئامېرىكا قوشما ئىشتاتلىرىغا" },
    { "ug", "LAO", "ablative", "لائوستىن" },
    { "ug", "CHL", "dative", "چىلىغا" },
    { "ug", "KAZ", "accusative", "قازاقىستاننى" },
    { "ug", "WLD", "genitive", "دۇنيانىڭ" },
    { "ug", "MOZ", "dative", "موزامبىككە" },
    { "ug", "HKG", "dative", "شياڭگاڭ ئالاھىدە مەمۇرىي رايونىغا" },
    { "kk", "CMR", "locative", "Камерунда" },
    { "kk", "PER", "locative", "Перуде" },
    { "de", "VCT", "from", "aus St. Vincent und den Grenadinen" },
    { "de", "VCT", "to", "nach St. Vincent und den Grenadinen" },
    { "de", "SGS", "genitive", "von Südgeorgien und den Südlichen Sandwichinseln" },
    { "de", "XKX", "in", "im Kosovo" },
    { "ru", "WLD", "to", "во весь мир" },
    { "fr", "G20", "in", "dans le G20" },
};

static void test_names(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const struct form_subject subject = { .code = rows[i].code };
        sheaf_error error;

        setting_open(&setting, rows[i].locale, NULL);
        print_message("  %s %s %s\n", rows[i].locale, rows[i].code, rows[i].form);
        const char *text =
            text_name_form(setting.text, &setting.arena, &subject, rows[i].form, &error);
        if (text == NULL)
            fail_msg("%s", error.message);
        assert_string_equal(text, rows[i].text);
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static const struct own_form own_forms[] = { { "the", "the Emirates" }, { "of", "of Emirates" } };

static const struct {
    const char *locale;
    struct form_subject subject;
    const char *form, *text, *message;
} known_or_not[] = {
    { "en", { "ARE", "UAE", own_forms, 2 }, "the", "the Emirates", NULL },
    { "en", { "ARE", NULL, own_forms, 2 }, "possessive", "the United Arab Emirates’", NULL },
    { "en", { "ARE", "UAE", own_forms, 2 }, "of", "of Emirates", NULL },
    { "en", { NULL, "Netherlands", NULL, 0 }, "the", "the Netherlands", NULL },
    { "en",
      { "ARE", "UAE", NULL, 0 },
      "the",
      NULL,
      "no form 'the' is known of 'UAE' in 'en'; write it in names" },
    { "en",
      { "NLD", NULL, NULL, 0 },
      "posessive",
      NULL,
      "'en' has no form 'posessive'; did you mean 'possessive'?" },
    { "en",
      { "NLD", NULL, NULL, 0 },
      "dative",
      NULL,
      "'en' has no form 'dative'; it has: the possessive" },
    { "en", { NULL, "Machinery", NULL, 0 }, "", "Machinery", NULL },
};

static void test_an_author_goes_first_and_the_unknown_is_told(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(known_or_not); i++) {
        sheaf_error error;

        setting_open(&setting, known_or_not[i].locale, NULL);
        print_message("  %zu\n", i);
        const char *text = text_name_form(setting.text, &setting.arena, &known_or_not[i].subject,
                                          known_or_not[i].form, &error);
        if (known_or_not[i].text == NULL) {
            assert_null(text);
            assert_string_equal(error.message, known_or_not[i].message);
        } else {
            assert_non_null(text);
            assert_string_equal(text, known_or_not[i].text);
        }
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

enum { COUNTRIES = 250 }; /* of ISO 3166, and Kosovo */

/* In every language, every form of every country has a text of its own letters. */
static void test_every_form_of_every_country(void **state)
{
    static const struct {
        const char *locale;
        size_t forms;
    } languages[] = { { "en", 2 }, { "ru", 10 }, { "kk", 7 }, { "zh", 0 },
                      { "fr", 6 }, { "de", 7 },  { "ar", 8 }, { "ug", 6 } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        size_t count = 0;

        setting_open(&setting, languages[i].locale, NULL);
        for (size_t country = 0; country < country_code_count; country++) {
            const struct form_subject subject = { .code = country_codes[country].iso3 };
            const char *at = text_forms(setting.text, FORMS_OF_NAMES);
            for (; *at != '\0'; at += strspn(at, " "), count++) {
                size_t n = strcspn(at, " ");
                const char *form = arena_text(&setting.arena, at, n);
                sheaf_error error;
                const char *text =
                    text_name_form(setting.text, &setting.arena, &subject, form, &error);

                if (text == NULL)
                    fail_msg("%s", error.message);
                assert_true(strlen(text) > 2 && strpbrk(text, "/*+^'0123456789") == NULL);
                at += n;
            }
        }
        assert_no_failure(&setting);
        assert_int_equal(count, COUNTRIES * languages[i].forms);
        setting_close(&setting);
    }
}

/* Regions and groups: a text, or an error that names them. */
static void test_every_form_of_every_group(void **state)
{
    static const char *const groups[] = {
        "WLD",   "002",  "003",  "005",   "009",   "011",    "013",     "014",      "015",
        "017",   "018",  "019",  "021",   "029",   "030",    "034",     "035",      "039",
        "053",   "054",  "057",  "061",   "142",   "143",    "145",     "150",      "151",
        "154",   "155",  "202",  "419",   "EU",    "EA",     "UN",      "CIS",      "EAEU",
        "ASEAN", "OECD", "OPEC", "BRICS", "G7",    "G20",    "APEC",    "MERCOSUR", "EFTA",
        "EEA",   "SCO",  "OTS",  "GCC",   "USMCA", "EXT_EU", "EXT_CIS",
    };
    static const struct {
        const char *locale;
        size_t told; /* groups that the language has no name for */
    } languages[] = { { "en", 0 }, { "ru", 0 }, { "kk", 1 }, { "fr", 0 },
                      { "de", 0 }, { "ar", 1 }, { "ug", 11 } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        size_t told = 0;

        setting_open(&setting, languages[i].locale, NULL);
        const char *forms = text_forms(setting.text, FORMS_OF_NAMES);
        for (size_t group = 0; group < LENGTH(groups); group++) {
            const struct form_subject subject = { .code = groups[group] };
            const char *form = arena_text(&setting.arena, forms, strcspn(forms, " "));
            sheaf_error error;
            const char *text = text_name_form(setting.text, &setting.arena, &subject, form, &error);

            print_message("  %s %s: %s\n", languages[i].locale, groups[group],
                          text != NULL ? text : error.message);
            if (text == NULL)
                assert_non_null(strstr(error.message, groups[group]));
            told += text == NULL;
        }
        assert_int_equal(told, languages[i].told);
        setting_close(&setting);
    }
}

/* Names of letters in any order, in three scripts: no form fails but by saying so. */
static void test_any_word_is_read(void **state)
{
    static const char *const locales[] = { "ru", "kk", "ug", "fr", "de", "en", "ar" };
    static const char letters[] = "аеёиоуыэюяьъйбгкқғңнһәөүұіАҚШТМД abeguyzAGZ019-()/*’ "
                                  "\xD8\xA7\xD9\x88\xDB\x87\xDB\x95\xD9\x89\xD9\x83\xFF";
    struct setting setting;
    unsigned seed = 15;

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++) {
        setting_open(&setting, locales[i], NULL);
        for (int word = 0; word < 600; word++) {
            const char *at = text_forms(setting.text, FORMS_OF_NAMES);
            char name[100];
            size_t n = 0, length = seed % 97;

            while (n < length) {
                seed = seed * 1664525U + 1013904223U;
                name[n++] = letters[(seed >> 8) % (sizeof letters - 1)];
            }
            name[n] = '\0';
            for (; *at != '\0'; at += strspn(at, " ")) {
                const struct form_subject subject = { NULL, name, NULL, 0 };
                size_t form = strcspn(at, " ");
                sheaf_error error;
                const char *text = text_name_form(setting.text, &setting.arena, &subject,
                                                  arena_text(&setting.arena, at, form), &error);

                assert_true((text != NULL) == (error.status == SHEAF_OK));
                at += form;
            }
            seed += 7919;
        }
        assert_no_failure(&setting);
        setting_close(&setting);
    }
}

static void test_names_outside_the_tables(void **state)
{
    static const struct {
        const char *locale, *name, *form, *text;
    } others[] = {
        { "kk", "АҚШ", "genitive", "АҚШ-тың" },
        { "kk", "АҚШ", "instrumental", "АҚШ-пен" },
        { "kk", "ҚХР", "dative", "ҚХР-ға" },
        { "kk", "G20", "genitive", "G20-ның" },
        { "kk", "G7", "dative", "G7-ге" },
        { "kk", "COVID-19", "ablative", "COVID-19-дан" },
        { "kk", "Топ 100", "dative", "Топ 100-ге" },
        { "kk", "Топ 1000", "genitive", "Топ 1000-ның" },
        { "kk", "Google", "dative", "Google-ға" },
        { "kk", "Мұнай өнімдері", "dative", "Мұнай өнімдеріне" },
        { "kk", "Мұнай", "accusative", "Мұнайды" },
        { "kk", "Нью-Йорк", "dative", "Нью-Йоркке" },
        { "kk", "(…)", "dative", NULL },
        { "ug", "G20", "dative", "G20-گە" },
        { "ug", "نېفىت", "dative", "نېفىتقا" },
        { "ug", "COVID-19", "dative", "COVID-19-غا" },
        { "ug", "A40", "locative", "A40-تا" },
        { "ug", "S&P 500", "dative", "S&P 500-گە" },
        { "ug", "1000", "dative", "1000-غا" },
        { "ug", "WTO", "genitive", "WTO-نىڭ" },
        { "ug", "?", "dative", NULL },
        { "ar", "WTO", "li", "لـWTO" },
        { "ar", "النفط", "li", "للنفط" },
        { "ru", "Нефть", "genitive", NULL },
        { "de", "Öl", "genitive", NULL },
        { "fr", "Pétrole", "of", NULL },
        { "ru", "Китай", "genitive", "Китая" },
        { "xx", "China", "genitive", NULL },
        { "pl", "Chiny", "", "Chiny" },
    };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(others); i++) {
        const struct form_subject subject = { NULL, others[i].name, NULL, 0 };
        sheaf_error error;

        setting_open(&setting, others[i].locale, NULL);
        const char *text =
            text_name_form(setting.text, &setting.arena, &subject, others[i].form, &error);
        print_message("  %s %s: %s\n", others[i].locale, others[i].name,
                      text != NULL ? text : error.message);
        if (others[i].text == NULL) {
            assert_null(text);
            assert_true(error.message[0] != '\0');
        } else {
            assert_non_null(text);
            assert_string_equal(text, others[i].text);
        }
        setting_close(&setting);
    }
}

static void test_forms_of_a_language_are_told(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "ru-RU", NULL);
    assert_true(text_has_form(setting.text, FORMS_OF_NAMES, "genitive", 8));
    assert_true(text_has_form(setting.text, FORMS_OF_NAMES, "capital", 7));
    assert_false(text_has_form(setting.text, FORMS_OF_NAMES, "the", 3));
    assert_false(text_has_form(setting.text, FORMS_OF_PERIODS, "with", 4));
    assert_true(text_has_form(setting.text, FORMS_OF_ORDINALS, "feminine", 8));
    assert_true(form_is_known("the", 3));
    assert_true(form_is_known("à", 2));
    assert_false(form_is_known("code", 4));
    setting_close(&setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_form_of_every_country),
        cmocka_unit_test(test_every_form_of_every_group),
        cmocka_unit_test(test_any_word_is_read),
        cmocka_unit_test(test_names_outside_the_tables),
        cmocka_unit_test(test_forms_of_a_language_are_told),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_an_author_goes_first_and_the_unknown_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
