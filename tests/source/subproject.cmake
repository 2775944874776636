# subproject.cmake - Sheaf can be another project's subproject: sheaf::sheaf and sheaf::static are
# there, and its tests and samples stay out.
# Run as a test: cmake -D SOURCE=… -D FOLDER=… -D CC=… [-D BUILD=ON] -P subproject.cmake
# BUILD=ON, which is a step of .ci/run, also builds all with Makefiles and runs the programs.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${FOLDER})

function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE output
                  RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}:\n${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} -S ${SOURCE}/tests/source/consumer -B ${FOLDER} -G "Unix Makefiles"
    -D SHEAF=${SOURCE} -D EMBED=${SOURCE}/samples/embed/embed.c -D CMAKE_C_COMPILER=${CC})
if(BUILD)
  run(${CMAKE_COMMAND} --build ${FOLDER} -j2)
  foreach(kind sheaf static)
    run(${FOLDER}/by_${kind} ${FOLDER})
    run(${FOLDER}/host ${FOLDER}/plugin_${kind}.so ${FOLDER}/plugin.png)
  endforeach()
endif()
file(REMOVE_RECURSE ${FOLDER})
