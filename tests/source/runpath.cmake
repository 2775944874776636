# runpath.cmake - no program of the build tree has an empty entry in its RUNPATH: the loader takes
# it for the current folder, and loads whatever libc.so.6 lies there.
# Run as a test: cmake -D READELF=… -D BUILD=… -D COMMAND=… -P runpath.cmake
cmake_minimum_required(VERSION 3.25)
file(GLOB programs ${BUILD}/lib/*.so ${BUILD}/samples/embed ${BUILD}/tests/*/test_*
     ${BUILD}/tests/bench/bench_*)
list(LENGTH programs count)
if(count LESS 20)
  message(SEND_ERROR "only ${count} programs in ${BUILD}: is BUILD right?")
endif()
foreach(program ${COMMAND} ${programs})
  execute_process(COMMAND ${READELF} -d ${program} OUTPUT_VARIABLE dynamic RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "readelf cannot read ${program}")
  endif()
  if(dynamic MATCHES "path: \\[(:[^]]*|[^]]*:|[^]]*::[^]]*|)\\]")
    message(SEND_ERROR "${program}: ${CMAKE_MATCH_0} holds an empty entry")
  endif()
endforeach()

# And so the command runs beside a libc.so.6 that is none.
set(folder ${BUILD}/tests/source/foreign)
file(REMOVE_RECURSE ${folder})
file(WRITE ${folder}/libc.so.6 "no library")
file(WRITE ${folder}/libsheaf.so.0 "no library")
execute_process(COMMAND ${COMMAND} --version WORKING_DIRECTORY ${folder} ERROR_VARIABLE error
                OUTPUT_QUIET RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(SEND_ERROR "beside a foreign libc.so.6 the command fails: ${error}")
endif()
file(REMOVE_RECURSE ${folder})
