/* completion.c - sheaf completion: what a shell needs to complete commands, options and their values.
 *
 * The scripts hold all words, so that pressing the key runs no program. They are made from the tables
 * that --help prints. */
#include <stdio.h>
#include <string.h>

#include "choices.h"

static const struct option options[] = {
    { '\0', NULL, NULL, NULL },
};

/* The help's first clause in one line, as shells show it beside the word: up to a colon or a semicolon
 * outside of brackets and quotes. */
static void brief(const char *help, char *out, size_t capacity)
{
    size_t length = 0;
    bool is_quoted = false;
    int depth = 0;

    for (; *help != '\0' && length + 1 < capacity; help++) {
        if ((*help == ';' || *help == ':') && depth == 0 && !is_quoted)
            break;
        depth += (*help == '(') - (*help == ')');
        is_quoted ^= *help == '\'' && !(help[1] == 's' && help[2] == ' '); /* the spec's */
        out[length++] = *help == '\n' ? ' ' : *help;
    }
    out[length] = '\0';
}

/* Text within single quotes, with a backslash before each of `marked`; a quote as the shell wants
 * it. */
static void print_quoted(const char *text, const char *marked, const char *quote)
{
    for (; *text != '\0'; text++)
        if (*text == '\'') {
            fputs(quote, stdout);
        } else {
            if (strchr(marked, *text) != NULL)
                putchar('\\');
            putchar(*text);
        }
}

static void print_choices(const struct choices *choices, const char *separator)
{
    const char *word;
    size_t length = 0;

    for (size_t i = 0; (word = choice_at(choices, i, &length)) != NULL; i++)
        printf("%s%.*s", i > 0 ? separator : "", (int)length, word);
}

static void print_command_names(void)
{
    for (size_t i = 0; command_at(i) != NULL; i++)
        printf("%s ", command_at(i)->name);
    fputs("help", stdout);
}

/* bash ------------------------------------------------------------------------ */

static void bash_option(const struct command *command, const struct option *option)
{
    const struct choices *choices = choices_of(command, option);

    if (option->argument == NULL)
        return;
    printf("    %s:--%s", command->name, option->name);
    if (option->letter != '\0')
        printf("|%s:-%c", command->name, option->letter);
    fputs(") ", stdout);
    if (choices != NULL) {
        fputs("words='", stdout);
        print_choices(choices, " ");
        putchar('\'');
    } else if (names_folder(option)) {
        fputs("mapfile -t COMPREPLY < <(compgen -d -- \"$cur\"); return", stdout);
    } else {
        fputs("return", stdout);
    }
    puts(" ;;");
}

static void bash_command(const struct command *command)
{
    const struct option *option;

    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++)
        bash_option(command, option);
    printf("    %s:*) words='", command->name);
    print_choices(choices_of(command, NULL), " ");
    fputs("'; options='", stdout);
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++)
        printf("--%s ", option->name);
    puts("--help' ;;");
}

/* -o default: what is completed to nothing here is completed as a file. */
static void print_bash(void)
{
    static const struct command help = { .name = "help" };

    puts("# bash completion for sheaf, made by: sheaf completion bash\n"
         "_sheaf()\n{\n"
         "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
         "    local command=${COMP_WORDS[1]} words= options=\n"
         "    COMPREPLY=()");
    fputs("    if ((COMP_CWORD == 1)); then\n        mapfile -t COMPREPLY < <(compgen -W '",
          stdout);
    print_command_names();
    puts(" --help --version' -- \"$cur\")\n        return\n    fi\n"
         "    # --type=bars comes as three words\n"
         "    if [[ $cur == = ]]; then\n        cur=\n"
         "    elif [[ $prev == = ]] && ((COMP_CWORD > 2)); then\n"
         "        prev=${COMP_WORDS[COMP_CWORD-2]}\n    fi\n"
         "    case $command:$prev in");
    for (size_t i = 0; command_at(i) != NULL; i++)
        bash_command(command_at(i));
    fputs("    help:*) words='", stdout);
    print_choices(choices_of(&help, NULL), " ");
    puts("' ;;\n    esac\n"
         "    [[ $cur == -* ]] && words=$options\n"
         "    [[ -n $words ]] && mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
         "}\ncomplete -o default -F _sheaf sheaf");
}

/* zsh ------------------------------------------------------------------------- */

static void zsh_action(const struct command *command, const struct option *option)
{
    const struct choices *choices = choices_of(command, option);

    if (choices != NULL && option != NULL && names_file(option)) {
        fputs(" _sheaf_word_or_file ", stdout); /* the blank: without options of compadd */
        print_choices(choices, " ");
    } else if (choices != NULL && choices->words != NULL && strpbrk(choices->words, ";|") != NULL) {
        fputs("(tab)", stdout); /* marks are as easily typed */
    } else if (choices != NULL) {
        putchar('(');
        print_choices(choices, " ");
        putchar(')');
    } else if (option == NULL || names_file(option)) {
        fputs("_files", stdout);
    } else if (names_folder(option)) {
        fputs("_files -/", stdout);
    } else {
        putchar(' ');
    }
}

static void zsh_option(const struct command *command, const struct option *option)
{
    const char *argument = option->argument;
    const bool repeats = option_repeats(command, option);
    char text[256];

    brief(option->help, text, sizeof text);
    printf(" \\\n      ");
    if (option->letter != '\0' && repeats)
        printf("'*'{-%c%s,--%s%s}", option->letter, argument != NULL ? "+" : "", option->name,
               argument != NULL ? "=" : "");
    else if (option->letter != '\0')
        printf("'(-%c --%s)'{-%c%s,--%s%s}", option->letter, option->name, option->letter,
               argument != NULL ? "+" : "", option->name, argument != NULL ? "=" : "");
    else
        printf("'%s'--%s%s", repeats ? "*" : "", option->name, argument != NULL ? "=" : "");
    fputs("'[", stdout);
    print_quoted(text, "[]\\", "'\\''");
    putchar(']');
    if (argument != NULL) {
        putchar(':');
        print_quoted(argument, ":\\", "");
        putchar(':');
        zsh_action(command, option);
    }
    putchar('\'');
}

static void print_zsh(void)
{
    const struct option *option;

    puts("#compdef sheaf\n# zsh completion for sheaf, made by: sheaf completion zsh\n"
         "_sheaf_word_or_file() {\n"
         "  _alternative \"words:word:($*)\" 'files:file:_files'\n}\n_sheaf() {\n"
         "  local -a commands\n  commands=(");
    for (size_t i = 0; command_at(i) != NULL; i++) {
        printf("    '%s:", command_at(i)->name);
        print_quoted(command_at(i)->summary, ":\\", "'\\''");
        puts("'");
    }
    puts("    'help:Explain a command.'\n  )\n"
         "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
         "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in");
    for (size_t i = 0; command_at(i) != NULL; i++) {
        printf("  %s)\n    _arguments -s -S", command_at(i)->name);
        for (size_t k = 0; (option = option_at(command_at(i), k)) != NULL; k++)
            zsh_option(command_at(i), option);
        fputs(" \\\n      '(-h --help)'{-h,--help}'[print the options]' \\\n      '*:operand:",
              stdout);
        zsh_action(command_at(i), NULL);
        puts("' ;;");
    }
    puts("  help) _describe command commands ;;\n  esac\n}\n"
         "if [ \"$funcstack[1]\" = _sheaf ]; then\n  _sheaf \"$@\"\nelse\n  compdef _sheaf "
         "sheaf\nfi");
}

/* fish ------------------------------------------------------------------------ */

static void fish_option(const struct command *command, const struct option *option)
{
    const struct choices *choices = choices_of(command, option);
    char text[256];

    brief(option->help, text, sizeof text);
    printf("complete -c sheaf -n '__fish_seen_subcommand_from %s' -l %s", command->name,
           option->name);
    if (option->letter != '\0')
        printf(" -s %c", option->letter);
    if (option->argument != NULL)
        fputs(names_file(option)     ? " -rF"
              : names_folder(option) ? " -xa '(__fish_complete_directories)'"
                                     : " -x",
              stdout);
    if (choices != NULL) {
        fputs(" -a '", stdout);
        if (choices->words != NULL && strpbrk(choices->words, ";|") != NULL)
            fputs("tab", stdout); /* marks are as easily typed */
        else
            print_choices(choices, " ");
        putchar('\'');
    }
    fputs(" -d '", stdout);
    print_quoted(text, "\\", "\\'");
    puts("'");
}

static void print_fish(void)
{
    const struct option *option;

    fputs("# fish completion for sheaf, made by: sheaf completion fish\nset -l commands ", stdout);
    print_command_names();
    putchar('\n');
    for (size_t i = 0; command_at(i) != NULL; i++) {
        printf("complete -c sheaf -f -n \"not __fish_seen_subcommand_from $commands\" -a %s -d '",
               command_at(i)->name);
        print_quoted(command_at(i)->summary, "\\", "\\'");
        puts("'");
    }
    puts("complete -c sheaf -f -n \"not __fish_seen_subcommand_from $commands\" -a help -d "
         "'Explain a command.'\n"
         "complete -c sheaf -s h -l help -d 'print the options'");
    for (size_t i = 0; command_at(i) != NULL; i++) {
        const struct choices *operands = choices_of(command_at(i), NULL);

        if (operands != NULL) {
            printf("complete -c sheaf -f -n '__fish_seen_subcommand_from %s' -a '",
                   command_at(i)->name);
            print_choices(operands, " ");
            puts("'");
        }
        for (size_t k = 0; (option = option_at(command_at(i), k)) != NULL; k++)
            fish_option(command_at(i), option);
    }
    fputs("complete -c sheaf -f -n '__fish_seen_subcommand_from help' -a '", stdout);
    print_command_names();
    puts("'");
}

/* The command ------------------------------------------------------------------- */

static const struct {
    const char *name;
    void (*print)(void);
} shells[] = { { "bash", print_bash }, { "zsh", print_zsh }, { "fish", print_fish } };

enum { SHELLS = sizeof shells / sizeof *shells };

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    const char *names[SHELLS];

    (void)values;
    if (n_operands != 1)
        return usage_error(command, "name a shell: bash, zsh or fish");
    for (size_t i = 0; i < SHELLS; i++) {
        names[i] = shells[i].name;
        if (strcmp(operands[0], shells[i].name) == 0) {
            shells[i].print();
            return finish_output();
        }
    }
    return usage_error(command, "no completion for '%s'%s", operands[0],
                       suggestion("", operands[0], names, SHELLS));
}

const struct command completion_command = {
    .name = "completion",
    .usage = "bash|zsh|fish",
    .summary = "Print what a shell needs to complete commands, options and values.",
    .options = options,
    .examples = "  source <(sheaf completion bash)\n"
                "  sheaf completion zsh > ~/.zsh/functions/_sheaf\n"
                "  sheaf completion fish > ~/.config/fish/completions/sheaf.fish\n",
    .run = run,
};
