# abi.cmake - programs that are linked with the last release's libsheaf.so go on with this one: abidiff
# finds no function that is gone or changed since the dump in tests/source/abi.
# Run as a test: cmake -D SHARED=… -D SOURCE=… -D FOLDER=… -P abi.cmake
# With -D REMAKE=ON it writes the dump anew: for a release, and when the SONAME changes.
cmake_minimum_required(VERSION 3.25)
find_program(ABIDW abidw)
find_program(ABIDIFF abidiff)
if(NOT ABIDW OR NOT ABIDIFF)
  message("SKIPPED: abidw and abidiff are not there (Debian: abigail-tools)")
  return()
endif()
set(kept ${SOURCE}/tests/source/abi/libsheaf.abi)
set(new ${FOLDER}/libsheaf.abi)
file(MAKE_DIRECTORY ${FOLDER})

# What programs never see: the structs that the headers only name, and those that are not theirs.
file(GLOB headers ${SOURCE}/include/sheaf/*.h)
set(opaque "")
foreach(header ${headers})
  file(READ ${header} text)
  string(REGEX MATCHALL "typedef struct sheaf_[a-z_]+ sheaf_[a-z_]+" found "${text}")
  list(TRANSFORM found REPLACE ".* " "")
  list(APPEND opaque ${found})
endforeach()
list(JOIN opaque "|" opaque)
file(WRITE ${FOLDER}/private "[suppress_type]
  type_kind = struct
  name_regexp = ^(${opaque})$
")
foreach(kind struct union enum)
  file(APPEND ${FOLDER}/private "[suppress_type]
  type_kind = ${kind}
  name_not_regexp = ^sheaf_
")
endforeach()
execute_process(COMMAND ${ABIDW} --headers-dir ${SOURCE}/include --drop-private-types
                        --drop-undefined-syms --exported-interfaces-only --no-elf-needed
                        --no-write-default-sizes --no-parameter-names --no-corpus-path
                        --no-comp-dir-path --no-show-locs --type-id-style hash --out-file ${new}
                        ${SHARED}
                RESULT_VARIABLE result ERROR_VARIABLE error)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "abidw: ${error}")
endif()
if(REMAKE)
  file(READ ${new} text)
  string(REGEX REPLACE "path='[^']*/(lib|include)/" "path='\\1/" text "${text}") # not the folder of a machine
  file(WRITE ${kept} "${text}")
  return()
endif()
execute_process(COMMAND ${ABIDIFF} --suppressions ${FOLDER}/private --no-added-syms ${kept} ${new}
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "The binary interface has changed (CONTRIBUTING.md says what may):\n${output}")
endif()
