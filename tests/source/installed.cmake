# installed.cmake - a program builds against an installed Sheaf: by pkg-config, with the shared library
# and with the static one, and by find_package.
# Run as a test: cmake -D BUILD=… -D GENERATOR=… -D CC=… -D FLAGS=… -P installed.cmake
find_program(PKG_CONFIG NAMES pkg-config pkgconf)
if(NOT PKG_CONFIG)
  message("SKIPPED: pkg-config is not there")
  return()
endif()

set(folder ${BUILD}/tests/source/installed)
set(prefix ${folder}/prefix)
file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder}/package)

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

run(sh -c "${CC} ${FLAGS} ${embed} $(${PKG_CONFIG} --cflags --libs sheaf) -Wl,-rpath,${libraries} \
-o shared && ./shared .")
run(sh -c "${CC} ${FLAGS} -DSHEAF_STATIC ${embed} $(${PKG_CONFIG} --cflags sheaf) \
${libraries}/libsheaf.a $(${PKG_CONFIG} --static --libs sheaf | sed 's/-lsheaf//') -o static && ./static .")
run(sh -c "ldd static")
if(output MATCHES "libsheaf")
  message(FATAL_ERROR "the static program needs libsheaf.so:\n${output}")
endif()

file(WRITE ${folder}/package/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)
project(package LANGUAGES C)
find_package(sheaf 0.1 REQUIRED)
foreach(kind sheaf static)
  add_executable(by_\${kind} ${embed})
  target_link_libraries(by_\${kind} PRIVATE sheaf::\${kind})
endforeach()
")
run(${CMAKE_COMMAND} -S package -B package/build -G "${GENERATOR}" -D CMAKE_PREFIX_PATH=${prefix}
    -D CMAKE_C_COMPILER=${CC} "-DCMAKE_C_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build package/build)
run(package/build/by_sheaf .)
run(package/build/by_static .)
foreach(file share/sheaf/sheet.schema.json share/doc/sheaf/README.md share/doc/sheaf/expressions.md
             share/man/man1/sheaf.1 bin/sheaf)
  if(NOT EXISTS ${prefix}/${file})
    message(SEND_ERROR "${file} is not installed")
  endif()
endforeach()
file(REMOVE_RECURSE ${folder})
