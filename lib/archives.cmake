# sheaf_static_alone: the static library, and below it the archives of what loads slowly. A
# process that loads 38 shared libraries spends half of its time on that; with these archives it
# loads 15. What HarfBuzz or libharu load anyway (FreeType, libpng, zlib) stays shared, so that
# there is one of each; of HarfBuzz, libharu and MD4C Debian has no archives. Without Cairo's archive
# nothing asks for X. A library whose archive is missing is linked as it is.

# sheaf_archives(OUT FALLBACK name...): the archives, or the fallback where one of them is missing.
function(sheaf_archives out fallback)
  set(files "")
  foreach(name ${ARGN})
    find_library(SHEAF_ARCHIVE_${name} lib${name}.a)
    if(NOT SHEAF_ARCHIVE_${name})
      message(STATUS "No lib${name}.a: linking ${fallback}")
      set(${out} ${fallback} PARENT_SCOPE)
      return()
    endif()
    list(APPEND files ${SHEAF_ARCHIVE_${name}})
  endforeach()
  set(${out} ${files} PARENT_SCOPE)
endfunction()

sheaf_archives(cairo PkgConfig::CAIRO cairo pixman-1 fontconfig expat)
sheaf_archives(expat PkgConfig::EXPAT expat)
sheaf_archives(fontconfig PkgConfig::FONTCONFIG fontconfig expat)
sheaf_archives(deflate PkgConfig::DEFLATE deflate)
sheaf_archives(hyphen hyphen hyphen)
sheaf_archives(icu PkgConfig::ICU icui18n icuuc icudata)
sheaf_archives(jpeg PkgConfig::JPEG turbojpeg)
sheaf_archives(md PkgConfig::MD md)
sheaf_archives(yajl PkgConfig::YAJL yajl_s)
sheaf_archives(yaml PkgConfig::YAML yaml)
sheaf_archives(zstd PkgConfig::ZSTD zstd)
if(NOT icu STREQUAL "PkgConfig::ICU") # which is C++
  execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=libstdc++.a
                  OUTPUT_VARIABLE stdcxx OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(IS_ABSOLUTE "${stdcxx}")
    list(APPEND icu ${stdcxx})
  else()
    message(STATUS "No libstdc++.a: linking PkgConfig::ICU")
    set(icu PkgConfig::ICU)
  endif()
endif()

# The 28,000 addresses that the loader adjusts (of ICU most), in 6 KB in place of 680: 0.8 million
# instructions and a dozen page faults fewer. Not every linker that has the option makes a program that
# starts (mold 1.10 does not), nor every C library (glibc before 2.36).
include(CheckCSourceRuns)
set(packed_relocations -Wl,-z,pack-relative-relocs)
if(NOT CMAKE_CROSSCOMPILING)
  set(CMAKE_REQUIRED_FLAGS -fPIE)
  set(CMAKE_REQUIRED_LINK_OPTIONS -pie ${packed_relocations})
  check_c_source_runs("static const char *const words[] = { \"one\", \"two\" };
                       int main(int n, char **v) { (void)v; return words[n & 1][0] != 't'; }"
                      SHEAF_HAS_PACKED_RELOCATIONS)
  unset(CMAKE_REQUIRED_FLAGS)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
endif()

add_library(sheaf_static_alone INTERFACE)
target_include_directories(sheaf_static_alone INTERFACE ${PROJECT_SOURCE_DIR}/include
                           $<TARGET_PROPERTY:PkgConfig::CAIRO,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(sheaf_static_alone INTERFACE SHEAF_STATIC)
target_link_libraries(sheaf_static_alone INTERFACE
  $<TARGET_FILE:sheaf_static> ${cairo} ${fontconfig} ${expat} ${deflate} PkgConfig::FREETYPE PkgConfig::HARFBUZZ
  PkgConfig::SUBSET ${icu} ${hyphen} ${jpeg} ${md} PkgConfig::MD4C ${yajl} ${yaml} ${zstd} PkgConfig::PNG PkgConfig::ZLIB hpdf
  ${CMAKE_DL_LIBS} m)
target_link_options(sheaf_static_alone INTERFACE -static-libgcc -Wl,--as-needed
                    $<$<BOOL:${SHEAF_HAS_PACKED_RELOCATIONS}>:${packed_relocations}>)
add_dependencies(sheaf_static_alone sheaf_static)
