# called.cmake - a function or table that one file of lib gives to others is used by another file,
# of lib or of the tests; else it is static, or nobody needs it. The public functions are for
# programs.
# Run as a test: cmake -D NM=… -D LIBRARY=… -D TESTS=… -P called.cmake
cmake_minimum_required(VERSION 3.25)

# The names of the symbols in these files whose kind matches.
function(symbols out kind)
  execute_process(COMMAND ${NM} -g --format=posix ${ARGN} OUTPUT_VARIABLE output ERROR_QUIET
                  RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "nm cannot read ${ARGN}")
  endif()
  string(REGEX MATCHALL "(^|\n)[A-Za-z_0-9]+ ${kind}" found "${output}")
  list(TRANSFORM found REPLACE "\n?([^ ]+) .*" "\\1")
  list(REMOVE_DUPLICATES found)
  set(${out} ${found} PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE objects RELATIVE ${TESTS} ${TESTS}/*.c.o)
# Other projects are built in tests/source meanwhile: their files come and go. The filter sees
# relative names: in "asan+ubsan" of the whole path, the plus would be a sign of the expression.
list(FILTER objects EXCLUDE REGEX "^source/")
list(TRANSFORM objects PREPEND ${TESTS}/)
symbols(given "[TDRB]" ${LIBRARY})
symbols(taken "U" ${LIBRARY} ${objects})
list(LENGTH given count)
if(count LESS 500)
  message(SEND_ERROR "only ${count} symbols in ${LIBRARY}: is it the right one?")
endif()
list(FILTER given EXCLUDE REGEX "^(sheaf_|__|font_)")
list(REMOVE_ITEM given ${taken})
foreach(symbol ${given})
  message(SEND_ERROR "${symbol} is used by no other file: make it static, or take it out")
endforeach()
