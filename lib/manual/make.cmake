# make.cmake - makes the manual in a folder that holds its Doxyfile: cmake -D DOXYGEN=… -D FOLDER=… -P
# make.cmake. A warning is a failure. Of Doxygen's man pages those stay that begin with the library's name:
# a page a header (sheaf_chart.h.3), one a struct, and links to them, one a function.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${FOLDER}/html ${FOLDER}/man ${FOLDER}/man3)
execute_process(COMMAND ${DOXYGEN} ${FOLDER}/Doxyfile WORKING_DIRECTORY ${FOLDER}
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0 OR output MATCHES "warning|error")
  message(FATAL_ERROR "the manual of the headers: ${output}")
endif()

# A line that begins with an apostrophe would be a command of troff.
execute_process(COMMAND sh -c "sed -i \"s/^'/\\\\\\\\\\&'/\" '${FOLDER}'/man/man3/*.3"
                RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the manual pages cannot be changed: ${result}")
endif()
file(GLOB pages RELATIVE ${FOLDER}/man/man3 ${FOLDER}/man/man3/*.3)
foreach(page ${pages})
  if(page MATCHES "^[a-z]+\\.h\\.3$")
    set(name sheaf_${page})
    if(page STREQUAL "sheaf.h.3")
      set(name sheaf.3)
    endif()
    file(COPY_FILE ${FOLDER}/man/man3/${page} ${FOLDER}/man/man3/${name})
    file(COPY ${FOLDER}/man/man3/${name} DESTINATION ${FOLDER}/man3)
  elseif(page MATCHES "^(sheaf|SHEAF)_")
    file(STRINGS ${FOLDER}/man/man3/${page} link LIMIT_COUNT 1)
    if(link MATCHES "^\\.so man3/([a-z]+\\.h)\\.3")
      file(WRITE ${FOLDER}/man3/${page} ".so man3/sheaf_${CMAKE_MATCH_1}.3\n")
    elseif(NOT link MATCHES "^\\.so")
      file(COPY ${FOLDER}/man/man3/${page} DESTINATION ${FOLDER}/man3)
    endif()
  endif()
endforeach()
file(REMOVE_RECURSE ${FOLDER}/man)
