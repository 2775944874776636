# assets.cmake - writes the files of the page as arrays of bytes.
# cmake -D FOLDER=cli/watch -D OUT=assets.c -P assets.cmake
set(text "/* The files of cli/watch. */\n#include \"watch_server.h\"\n\n")
set(rows "")
foreach(asset "page.html;/;text/html" "style.css;/watch.css;text/css" "script.js;/watch.js;text/javascript")
  list(GET asset 0 file)
  list(GET asset 1 path)
  list(GET asset 2 type)
  file(READ ${FOLDER}/${file} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "[^a-z]" "_" name ${file})
  string(APPEND text "static const unsigned char ${name}[] = { ${bytes} };\n")
  string(APPEND rows "    { \"${path}\", \"${type}; charset=utf-8\", ${name}, sizeof ${name} },\n")
endforeach()
file(WRITE ${OUT} "${text}\nconst struct watch_asset watch_assets[] = {\n${rows}};\n"
                  "const size_t watch_n_assets = sizeof watch_assets / sizeof *watch_assets;\n")
