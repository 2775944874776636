/* forms_kk_suffixes.c - Kazakh case suffixes: vowel harmony and the class of the last sound.
 *
 * The last vowel decides: а о ұ ы я ё are back, ә ө ү і е э and the и of loanwords front. у and ю are
 * back (Камерунда), front before ь (Беларусьтің, but Тайваньның), and at the end go with the vowel before
 * them (Перуде, Тувалуда). -рг and -рк are front
 * (Люксембургте, Нью-Йоркке). Stems in и and у take the suffixes of consonants: Гаитидің, Перудің. */
#include <string.h>

#include "text/languages/forms_kk.h"

#define BACK_VOWELS    "аоұыяёaouâ"
#define FRONT_VOWELS   "әөүіеэиeiäöüé"
#define NEUTRAL_VOWELS "уюy"
#define NASALS         "мнңmn"
#define SONANTS        "рлйиуrlwiy"
#define SIBILANTS      "зжzj"

enum { SOUNDS_MOST = 64 };

/* The last word's letters in lower case, without what stands in brackets behind it. */
struct sounds {
    uint32_t codes[SOUNDS_MOST];
    int n;
    bool is_abbreviation; /* several capitals and no small letter */
    bool is_latin;
    bool follows_word; /* it is not the first word of the name */
    int digits;        /* the number of digits at the end */
};

static uint32_t lower(uint32_t code)
{
    static const struct {
        uint32_t capital, small;
    } kazakh[] = { { 0x4D8, 0x4D9 }, { 0x492, 0x493 }, { 0x49A, 0x49B }, { 0x4A2, 0x4A3 },
                   { 0x4E8, 0x4E9 }, { 0x4B0, 0x4B1 }, { 0x4AE, 0x4AF }, { 0x4BA, 0x4BB },
                   { 0x406, 0x456 }, { 0x401, 0x451 } };

    if (code >= 'A' && code <= 'Z')
        return code + 32;
    if (code >= 0x410 && code <= 0x42F)
        return code + 32;
    for (size_t i = 0; i < sizeof kazakh / sizeof *kazakh; i++)
        if (kazakh[i].capital == code)
            return kazakh[i].small;
    return code;
}

static bool is_one_of(uint32_t code, const char *letters)
{
    const char *end = letters + strlen(letters);

    while (letters < end)
        if (utf8_next(&letters, end) == code)
            return true;
    return false;
}

/* The length without a bracket at the end: "Мьянма (Бирма)" is declined as Мьянма. */
static size_t length_without_bracket(const char *name)
{
    size_t n = strlen(name);
    const char *open = strrchr(name, '(');

    return n > 0 && name[n - 1] == ')' && open != NULL && open > name + 1 && open[-1] == ' '
               ? (size_t)(open - name) - 1
               : n;
}

static bool is_letter(uint32_t code)
{
    uint32_t small = lower(code);

    return (small >= 'a' && small <= 'z') || (small >= 0xC0 && small <= 0x24F) ||
           (small >= 0x400 && small <= 0x52F);
}

static void read_last_word(struct sounds *sounds, const char *name)
{
    const char *at = name, *end = name + length_without_bracket(name);
    int small = 0;

    *sounds = (struct sounds){ 0 };
    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        if (code >= '0' && code <= '9') {
            sounds->digits++;
            continue;
        }
        if (!is_letter(code)) {
            bool parts = code == ' ' || code == 0xA0 || code == '-';
            sounds->follows_word = sounds->follows_word || (parts && sounds->n > 0 && code != '-');
            sounds->n = parts ? 0 : sounds->n;
            small = parts ? 0 : small;
            sounds->digits = 0;
            continue;
        }
        if (sounds->n == SOUNDS_MOST) {
            memmove(sounds->codes, sounds->codes + 1, (SOUNDS_MOST - 1) * sizeof *sounds->codes);
            sounds->n--;
        }
        sounds->digits = 0;
        small += lower(code) == code;
        sounds->is_latin = code < 0x250;
        sounds->codes[sounds->n++] = lower(code);
    }
    sounds->is_abbreviation = small == 0 && sounds->n > 1;
}

/* Google, Apple: an e behind a consonant is not spoken where another vowel stands before. */
static bool has_silent_e(const struct sounds *sounds)
{
    int n = sounds->n;
    bool has_vowel = false;

    for (int i = 0; i < n - 2; i++)
        has_vowel = has_vowel || is_one_of(sounds->codes[i], "aeiouy");
    return has_vowel && sounds->codes[n - 1] == 'e' && !is_one_of(sounds->codes[n - 2], "aeiouy");
}

static bool is_front(const struct sounds *sounds)
{
    int n = sounds->n;
    bool is_soft = n > 0 && is_one_of(sounds->codes[n - 1], "ь");

    if (n > 1 && is_one_of(sounds->codes[n - 1], "гкgk") && is_one_of(sounds->codes[n - 2], "рr"))
        return true;
    for (int i = n; i-- > 0;) {
        if (is_one_of(sounds->codes[i], BACK_VOWELS))
            return false;
        if (is_one_of(sounds->codes[i], FRONT_VOWELS))
            return true;
        if (i < n - 1 && is_one_of(sounds->codes[i], NEUTRAL_VOWELS))
            return is_soft;
    }
    return false;
}

/* Letters that are spoken by their names end in a vowel: ТМД-ға. */
static bool ends_in_vowel(const struct sounds *sounds, uint32_t last)
{
    if (sounds->is_abbreviation && is_one_of(last, "бвгдbdgv"))
        return true;
    return is_one_of(last, BACK_VOWELS) ||
           (is_one_of(last, FRONT_VOWELS) && (!is_one_of(last, "иi") || sounds->is_abbreviation));
}

/* The number's last word, as it ends: екі, жүз, мың. */
static const struct number_word {
    bool is_front;
    int after;
} ones[] = { { true, AFTER_SONANT },    { true, AFTER_SONANT },    { true, AFTER_VOWEL },
             { true, AFTER_VOICELESS }, { true, AFTER_VOICELESS }, { true, AFTER_VOICELESS },
             { false, AFTER_VOWEL },    { true, AFTER_VOWEL },     { true, AFTER_SIBILANT },
             { false, AFTER_SIBILANT } },
  tens[] = { { false, AFTER_NASAL },     { false, AFTER_NASAL },     { false, AFTER_VOWEL },
             { false, AFTER_SIBILANT },  { false, AFTER_VOICELESS }, { true, AFTER_SONANT },
             { false, AFTER_VOICELESS }, { true, AFTER_VOICELESS },  { true, AFTER_NASAL },
             { false, AFTER_NASAL } },
  hundred = { true, AFTER_SIBILANT }, thousand = { false, AFTER_NASAL };

static const struct number_word *number_word_of(long number)
{
    if (number % 10 != 0 || number == 0)
        return &ones[number % 10];
    if (number % 100 != 0)
        return &tens[number / 10 % 10];
    return number % 1000 != 0 ? &hundred : &thousand; /* a million ends as a thousand does */
}

bool kazakh_number_is_front(long number)
{
    return number_word_of(number)->is_front;
}

/* The number in the last digits; at most four are read, which settle how it ends. */
static long last_number(const char *name, int digits)
{
    size_t n = length_without_bracket(name);
    long number = 0;

    for (size_t at = n - (size_t)(digits < 4 ? digits : 4); at < n; at++)
        number = 10 * number + (name[at] - '0');
    return number == 0 && digits > 3 ? 1000 : number;
}

bool kazakh_stem_read(struct kazakh_stem *stem, const char *name)
{
    struct sounds sounds;
    uint32_t last;

    *stem = (struct kazakh_stem){ 0 };
    read_last_word(&sounds, name);
    if (sounds.digits > 0) {
        const struct number_word *word = number_word_of(last_number(name, sounds.digits));

        *stem = (struct kazakh_stem){ word->is_front, 0, true };
        stem->after = (unsigned)word->after;
        return true;
    }
    if (sounds.n == 0)
        return false;
    if (sounds.is_latin && has_silent_e(&sounds))
        sounds.n--;
    last = sounds.codes[sounds.n - 1];
    if (is_one_of(last, "ьъ") && sounds.n > 1)
        last = sounds.codes[sounds.n - 2];
    stem->is_front = is_front(&sounds);
    stem->has_hyphen = sounds.is_abbreviation || sounds.is_latin;
    if (is_one_of(last, "ыі") && sounds.follows_word && !sounds.is_abbreviation)
        stem->after = AFTER_POSSESSIVE;
    else if (ends_in_vowel(&sounds, last))
        stem->after = AFTER_VOWEL;
    else
        stem->after = is_one_of(last, NASALS)      ? AFTER_NASAL
                      : is_one_of(last, SONANTS)   ? AFTER_SONANT
                      : is_one_of(last, SIBILANTS) ? AFTER_SIBILANT
                                                   : AFTER_VOICELESS;
    return true;
}

const char *kazakh_suffix(const struct kazakh_stem *stem, enum kazakh_case wanted)
{
    /* Back and front, in the order of what they stand after. */
    static const char *const suffixes[KAZAKH_CASES][2][AFTER_POSSESSIVE + 1] = {
        [KAZAKH_NOMINATIVE] = { { "", "", "", "", "", "" }, { "", "", "", "", "", "" } },
        [KAZAKH_GENITIVE] = { { "ның", "ның", "дың", "дың", "тың", "ның" },
                              { "нің", "нің", "дің", "дің", "тің", "нің" } },
        [KAZAKH_DATIVE] = { { "ға", "ға", "ға", "ға", "қа", "на" },
                            { "ге", "ге", "ге", "ге", "ке", "не" } },
        [KAZAKH_ACCUSATIVE] = { { "ны", "ды", "ды", "ды", "ты", "н" },
                                { "ні", "ді", "ді", "ді", "ті", "н" } },
        [KAZAKH_LOCATIVE] = { { "да", "да", "да", "да", "та", "нда" },
                              { "де", "де", "де", "де", "те", "нде" } },
        [KAZAKH_ABLATIVE] = { { "дан", "нан", "дан", "дан", "тан", "нан" },
                              { "ден", "нен", "ден", "ден", "тен", "нен" } },
        [KAZAKH_INSTRUMENTAL] = { { "мен", "мен", "мен", "бен", "пен", "мен" },
                                  { "мен", "мен", "мен", "бен", "пен", "мен" } },
    };

    return suffixes[wanted][stem->is_front][stem->after];
}
