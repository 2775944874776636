/* script.h - scripts of characters, and the languages that they tell. */
#ifndef SHEAF_SCENE_SCRIPT_H
#define SHEAF_SCENE_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A separator of words or a control; no-break spaces are among them. */
bool script_is_space(uint32_t code);
/* What a line may break after within a word; soft hyphens are among them. */
bool script_is_dash(uint32_t code);
/* Of scripts without spaces between words, and their punctuation. */
bool script_is_unspaced(uint32_t code);
/* The language of n bytes of text in another script than the language around (BCP 47) is written in;
 * NULL: they are in that script, or the language around is NULL. Latin letters have none: in every
 * script they are codes, units and names as often as words. */
const char *script_language(const char *text, size_t n, const char *around);

#endif
