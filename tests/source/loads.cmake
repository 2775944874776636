# loads.cmake - a command loads few shared libraries, and only those that it uses: half of a cold
# start was spent on loading 37.
# Run as a test: cmake -D COMMAND=… -D SHARED=… -D READELF=… -D SOURCE=… -D FOLDER=… -P loads.cmake

# What HarfBuzz (freetype, glib, graphite2, pcre2, brotli, png, z) and libharu need, and the C
# library; raise it only where a new library is worth its 0.1 ms a start.
cmake_minimum_required(VERSION 3.25)
set(MOST 15)
set(sample ${SOURCE}/samples/kaz-chn/kaz-chn)
file(MAKE_DIRECTORY ${FOLDER})

# The libraries that the command loads while it does this, as LD_DEBUG tells.
function(loaded out)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env LD_DEBUG=files ${COMMAND} ${ARGN}
                  OUTPUT_QUIET ERROR_VARIABLE debug RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${COMMAND} ${ARGN}: ${result}\n${debug}")
  endif()
  string(REGEX MATCHALL "calling init: [^\n]*" libraries "${debug}")
  list(TRANSFORM libraries REPLACE ".*/" "")
  list(REMOVE_DUPLICATES libraries)
  set(${out} ${libraries} PARENT_SCOPE)
endfunction()

foreach(words --version "chart;${sample}.csv;-o;${FOLDER}/chart.png"
        "sheet;${sample}.yaml;-o;${FOLDER}/sheet.pdf" "data;${sample}.csv")
  loaded(libraries ${words})
  list(LENGTH libraries count)
  message(STATUS "sheaf ${words}: ${count} libraries")
  if(count GREATER MOST OR count LESS 3)
    message(SEND_ERROR "${count} libraries instead of at most ${MOST}: ${libraries}")
  endif()
  if(libraries MATCHES "sqlite|odbc|libzip|xlsxwriter|qpdf|microhttpd|gnutls|libX11|libxcb|libicu|libstdc")
    message(SEND_ERROR "a command loads what it does not use: ${libraries}")
  endif()
endforeach()

# The shared library, too, loads SQLite, unixODBC, libzip, libxlsxwriter and libqpdf only where a file needs them.
execute_process(COMMAND ${READELF} -d ${SHARED} OUTPUT_VARIABLE dynamic)
if(NOT dynamic MATCHES "NEEDED[^\n]*cairo" OR dynamic MATCHES "NEEDED[^\n]*(sqlite|odbc|libzip|xlsxwriter|qpdf)")
  message(SEND_ERROR "what libsheaf.so needs:\n${dynamic}")
endif()
file(REMOVE_RECURSE ${FOLDER})
