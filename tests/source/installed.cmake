# installed.cmake - programs and plug-ins build against an installed Sheaf, whose path has a blank: by pkg-config,
# with the shared library and with the static one, in every C and C++ with gcc and clang, and by find_package, with
# Makefiles and with Ninja.
# Run as a test: cmake -D BUILD=… -D SOURCE=… -D CC=… -D NM=… -D FLAGS=… -P installed.cmake
cmake_minimum_required(VERSION 3.25)
find_program(PKG_CONFIG NAMES pkg-config pkgconf)
if(NOT PKG_CONFIG)
  message("SKIPPED: pkg-config is not there")
  return()
endif()

set(folder ${BUILD}/tests/source/installed)
set(prefix "${folder}/a prefix")
file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder})

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${folder} OUTPUT_VARIABLE output
                  ERROR_VARIABLE output RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
file(GLOB_RECURSE found ${prefix}/*/sheaf.pc)
get_filename_component(modules ${found} DIRECTORY)
get_filename_component(libraries ${modules} DIRECTORY)
set(ENV{PKG_CONFIG_PATH} ${modules})
set(embed ${prefix}/share/sheaf/samples/embed/embed.c)
foreach(file share/sheaf/sheet.schema.json share/sheaf/theme.schema.json share/doc/sheaf/README.md share/doc/sheaf/expressions.md share/doc/sheaf/forms.md
             share/doc/sheaf/licences/fonts-inter share/doc/sheaf/licences/fonts-noto-core
             share/doc/sheaf/licences/libicu-dev share/man/man1/sheaf.1 share/sheaf/samples/guide/README.md bin/sheaf)
  if(NOT EXISTS ${prefix}/${file})
    message(SEND_ERROR "${file} is not installed")
  endif()
endforeach()

if(EXISTS ${BUILD}/lib/manual/done AND NOT EXISTS ${prefix}/share/man/man3/sheaf_chart_create.3)
  message(SEND_ERROR "the manual of the functions is not installed")
endif()

# By pkg-config.
run(sh -c "eval \"${CC} ${FLAGS} '${embed}' $(${PKG_CONFIG} --cflags --libs sheaf) '-Wl,-rpath,${libraries}' \
-o shared\" && ./shared .")
run(sh -c "eval \"${CC} ${FLAGS} -DSHEAF_STATIC '${embed}' $(${PKG_CONFIG} --cflags sheaf) \
'${libraries}/libsheaf.a' $(${PKG_CONFIG} --static --libs sheaf | sed 's/-lsheaf//') -o static\" && ./static .")
run(sh -c "ldd static")
if(output MATCHES "libsheaf")
  message(FATAL_ERROR "the static program needs libsheaf.so:\n${output}")
endif()

# In every language, by every compiler that is there; the sanitizers of another compiler would not be found.
set(compilers ${CC} g++)
if(NOT FLAGS)
  list(APPEND compilers clang-14 clang++-14)
endif()
set(n_built 0)
foreach(compiler ${compilers})
  find_program(found_${compiler} ${compiler})
  if(NOT found_${compiler})
    message("${compiler} is not there")
    continue()
  endif()
  set(program ${embed})
  set(standards c11 c17 c2x)
  if(compiler MATCHES "\\+\\+")
    set(program ${SOURCE}/tests/source/consumer/program.cpp)
    set(standards c++17 c++20)
  endif()
  foreach(standard ${standards})
    run(sh -c "eval \"${compiler} -std=${standard} -Wall -Wextra -Wpedantic -Werror ${FLAGS} '${program}' \
$(${PKG_CONFIG} --cflags --libs sheaf) '-Wl,-rpath,${libraries}' -o dialect\" && ./dialect .")
    math(EXPR n_built "${n_built} + 1")
  endforeach()
endforeach()
message("${n_built} dialects")

# By find_package.
foreach(generator "Unix Makefiles" Ninja)
  string(MAKE_C_IDENTIFIER "${generator}" built)
  run(${CMAKE_COMMAND} -S ${SOURCE}/tests/source/consumer -B ${built} -G ${generator}
      -D CMAKE_PREFIX_PATH=${prefix} -D EMBED=${embed} -D CMAKE_C_COMPILER=${CC}
      "-DCMAKE_C_FLAGS=${FLAGS}")
  run(${CMAKE_COMMAND} --build ${built} -j2)
  foreach(kind sheaf static)
    run(${built}/by_${kind} .)
    run(${built}/host ${built}/plugin_${kind}.so plugin.png)
    run(${NM} -D --defined-only ${built}/plugin_${kind}.so)
    if(NOT output MATCHES " plugin_draw" OR output MATCHES " sheaf_")
      message(SEND_ERROR "a plug-in that links sheaf::${kind} shows:\n${output}")
    endif()
  endforeach()
endforeach()

# Uninstalled, nothing of it is left; what others have in the same folders stays.
file(WRITE ${prefix}/lib/other "not Sheaf's")
run(${CMAKE_COMMAND} -E copy ${BUILD}/install_manifest.txt ${folder}/manifest)
run(${CMAKE_COMMAND} -E copy_directory ${prefix} ${folder}/kept)
run(${CMAKE_COMMAND} -D MANIFEST=${folder}/manifest -P ${SOURCE}/lib/uninstall.cmake)
file(GLOB_RECURSE left LIST_DIRECTORIES false RELATIVE ${prefix} ${prefix}/*)
if(NOT left STREQUAL "lib/other" OR EXISTS ${prefix}/share/sheaf)
  message(SEND_ERROR "uninstall leaves ${left}")
endif()
file(REMOVE_RECURSE ${prefix})
file(RENAME ${folder}/kept ${prefix})

# Where Cairo cannot be found, Sheaf is not found; that ends only a project that requires it.
file(WRITE ${folder}/without/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)
project(without LANGUAGES C)
find_package(sheaf 0.1 QUIET)
message(STATUS \"found: \${sheaf_FOUND} \${sheaf_NOT_FOUND_MESSAGE}\")
")
run(${CMAKE_COMMAND} -E env --unset=PKG_CONFIG_PATH PKG_CONFIG_LIBDIR=${folder} ${CMAKE_COMMAND}
    -S without -B without/build -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_C_COMPILER=${CC})
if(NOT output MATCHES "found: (0|FALSE) [^\n]*cairo")
  message(SEND_ERROR "without Cairo, find_package(sheaf QUIET) says:\n${output}")
endif()
file(REMOVE_RECURSE ${folder})
