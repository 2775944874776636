# hardened.cmake - an optimised build has what lib/hardening.cmake asks for.
# Run as a test: cmake -D READELF=… -D COMMAND=… -D SHARED=… -D STATIC=… -D PROCESSOR=…
#                      -P hardened.cmake
cmake_minimum_required(VERSION 3.25)
function(expect file option pattern what)
  execute_process(COMMAND ${READELF} -W ${option} ${file} OUTPUT_VARIABLE output
                  RESULT_VARIABLE result)
  if(NOT result EQUAL 0 OR NOT output MATCHES "${pattern}")
    message(SEND_ERROR "${file}: no ${what}")
  endif()
endfunction()

foreach(file ${COMMAND} ${SHARED})
  expect(${file} -l "GNU_RELRO" "RELRO")
  expect(${file} -l "GNU_STACK +0x0+ 0x0+ 0x0+ 0x0+ 0x0+ RW " "stack without code")
  expect(${file} -d "BIND_NOW|FLAGS_1[^\n]*NOW" "BIND_NOW")
  expect(${file} -s "__stack_chk_fail" "stack protector")
  expect(${file} -s "__[a-z]*printf_chk" "_FORTIFY_SOURCE")
endforeach()
expect(${COMMAND} -h "Type: +DYN" "position-independent code")
# Of the object, since Debian's own start-up files have no marks, and so no program has.
if(PROCESSOR MATCHES "x86_64|AMD64")
  expect(${STATIC} -n "x86 feature: IBT, SHSTK" "CET")
endif()
