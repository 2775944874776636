# comments.awk - the comments of the public headers as Doxygen reads them.
#
# Headers are written for people: a comment stands above the functions that it is about, up to the next
# blank line, or beside a member. Doxygen wants one each, with /** or /**<.

# Signs that are commands of Doxygen.
function plain(text) {
    gsub(/\\/, "\\\\", text)
    gsub(/[@#%<>$&]/, "\\\\&", text)
    gsub(/::/, "\\::", text)
    return text
}

# A comment that nothing has taken is not about a function.
function leave() {
    if (doc != "" && !is_taken)
        print "/*" substr(doc, 4)
    doc = ""
}

function begin(line) {
    leave()
    is_taken = 0
    doc = "/** " plain(substr(line, 4))
}

# A line of code, perhaps with a comment beside it.
function code(line,   at) {
    at = index(line, "/*")
    if (at == 0) {
        print line
        return
    }
    is_open = index(substr(line, at), "*/") == 0
    print substr(line, 1, at - 1) (line ~ /^ +\/\*/ ? "/** " : "/**< ") plain(substr(line, at + 3))
}

NR == 1 {
    match($0, /^\/\* [a-z]+\.h/)
    name = substr($0, 4, RLENGTH - 3)
    in_file = !/\*\//
    print "/** @file " name
    print " * @brief " plain(substr($0, RLENGTH + 4))
    next
}
in_file { print plain($0); in_file = !/\*\//; next }
in_doc { doc = doc "\n" plain($0); in_doc = !/\*\//; next }
is_open { print plain($0); is_open = !/\*\//; next }
/^\/\* / { begin($0); in_doc = !/\*\//; next }
/^$/ { leave(); print; next }
/^#define [A-Z_]+_H$/ { print; next }
/^(SHEAF_API|typedef|#define)/ && doc != "" { print doc; is_taken = 1 }
{ code($0) }
