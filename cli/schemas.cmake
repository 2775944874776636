# The JSON Schemas as bytes of the program: schemas.c in the build folder.
function(schema_bytes name file)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  string(APPEND bytes "const unsigned char ${name}[] = {\n${hex}\n};\nconst size_t ${name}_size = sizeof ${name};\n")
  set(bytes "${bytes}" PARENT_SCOPE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endfunction()

set(bytes "/* Written by cli/schemas.cmake. */\n#include \"schemas.h\"\n")
schema_bytes(sheet_schema ${PROJECT_SOURCE_DIR}/samples/sheet.schema.json)
schema_bytes(theme_schema ${PROJECT_SOURCE_DIR}/samples/theme.schema.json)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/schemas.c CONTENT "${bytes}" @ONLY)
