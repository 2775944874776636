# What an installed Sheaf is found by: its libraries and headers, sheaf.pc for pkg-config, and
# the package of find_package(sheaf).
include(CMakePackageConfigHelpers)

set(sheaf_modules "expat freetype2 harfbuzz harfbuzz-subset fontconfig icu-uc icu-i18n libdeflate \
libmd libpng libturbojpeg md4c yajl yaml-0.1 zlib libzstd")
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/sheaf)

# Components are Debian's packages (packages.cmake): the library, what compiling needs, the command.
install(TARGETS sheaf_shared EXPORT sheaf-targets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
set_target_properties(sheaf_shared PROPERTIES EXPORT_NAME sheaf)
install(TARGETS sheaf_static ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/sheaf DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        COMPONENT development)

# From the folder of sheaf.pc, so that the whole may be moved.
file(RELATIVE_PATH prefix_from_pkgconfig /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" prefix_from_pkgconfig "${prefix_from_pkgconfig}")
configure_file(sheaf.pc.in sheaf.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/sheaf.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
        COMPONENT development)

configure_package_config_file(sheaf-config.cmake.in sheaf-config.cmake
                              INSTALL_DESTINATION ${package}
                              PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(sheaf-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/sheaf-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/sheaf-config-version.cmake DESTINATION ${package}
        COMPONENT development)
install(EXPORT sheaf-targets NAMESPACE sheaf:: DESTINATION ${package} COMPONENT development)

if(PROJECT_IS_TOP_LEVEL)
  add_custom_target(uninstall
    COMMAND ${CMAKE_COMMAND} -D MANIFEST=${PROJECT_BINARY_DIR}/install_manifest.txt
            -P ${CMAKE_CURRENT_LIST_DIR}/uninstall.cmake
    VERBATIM)
endif()

# The notices of what is linked in: the faces (Open Font Licence), ICU with its names of countries
# and currencies, and the archives below the command. Debian's packages hold them.
set(notices fonts-inter fonts-noto-core libicu-dev)
if(SHEAF_STATIC_COMMAND)
  list(APPEND notices libcairo2-dev libdeflate-dev libexpat1-dev libfontconfig-dev libhyphen-dev libmd-dev
       libpixman-1-dev libstdc++-12-dev libturbojpeg0-dev libyajl-dev libyaml-dev libzstd-dev)
endif()
foreach(package ${notices})
  set(notice /usr/share/doc/${package}/copyright)
  if(EXISTS ${notice})
    install(FILES ${notice} DESTINATION ${CMAKE_INSTALL_DOCDIR}/licences RENAME ${package}
            COMPONENT command)
  else()
    message(WARNING "No ${notice}: what is installed lacks the licence of ${package}")
  endif()
endforeach()
