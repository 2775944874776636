# Debian packages, by cpack in the folder of a build: libsheaf0, libsheaf-dev and sheaf, as Debian divides a library and its command.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sheaf)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
# Who makes packages for others says who answers for them, as Debian's tools ask: DEBFULLNAME, DEBEMAIL.
set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
if("$ENV{DEBFULLNAME}" STREQUAL "" OR "$ENV{DEBEMAIL}" STREQUAL "")
  set(maintainer "The Sheaf developers <sheaf@localhost.localdomain>")
endif()
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL library development command)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)

set(soname libsheaf${PROJECT_VERSION_MAJOR})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${soname})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "trade time series as charts and fact sheets: library
Draws charts of trade statistics on a cairo_t or into PNG, SVG, EPS
and PDF, and sets them into tagged PDF fact sheets, in eight languages.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsheaf-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${soname} (= ${PROJECT_VERSION}-1), libcairo2-dev, \
libdeflate-dev, libexpat1-dev, libfreetype-dev, libharfbuzz-dev, libfontconfig-dev, libicu-dev, \
libmd-dev, libpng-dev, libturbojpeg0-dev, libmd4c-dev, libyajl-dev, libyaml-dev, zlib1g-dev, \
libzstd-dev, libhpdf-dev, libhyphen-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "trade time series as charts and fact sheets: headers
Draws charts of trade statistics on a cairo_t or into PNG, SVG, EPS
and PDF, and sets them into tagged PDF fact sheets, in eight languages.

This package has the headers, the static library and the manual.")
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME sheaf)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION science)
set(CPACK_COMPONENT_COMMAND_DESCRIPTION "trade time series as charts and fact sheets: command
Draws charts of trade statistics from CSV, SDMX and other files into
PNG, SVG, EPS and PDF, and sets them into tagged PDF fact sheets, in eight languages.")

# Each package's licence and changelog, where Debian has them; only packages have them.
set(package_folder ${PROJECT_BINARY_DIR}/packages)
file(WRITE ${package_folder}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${package_folder}/triggers)
file(READ LICENSE licence)
file(WRITE ${package_folder}/copyright
     "Sheaf. The faces that it holds and the libraries that the command is linked with have the licences in\n"
     "/usr/share/doc/sheaf/licences of the package sheaf.\n\n${licence}")
file(WRITE ${package_folder}/changelog
     "sheaf (${PROJECT_VERSION}-1) unstable; urgency=medium\n\n"
     "  * Version ${PROJECT_VERSION}; CHANGELOG.md of the package sheaf says what changed.\n\n"
     " -- ${CPACK_PACKAGE_CONTACT}  Thu, 01 Jan 2026 00:00:00 +0000\n")
# The command is linked with archives on purpose: it starts in half the time.
file(WRITE ${package_folder}/overrides "sheaf: embedded-library\n")
execute_process(COMMAND gzip -9nkf ${package_folder}/changelog)
foreach(names "library;${soname}" "development;libsheaf-dev" "command;sheaf")
  list(GET names 0 component)
  list(GET names 1 package)
  install(FILES ${package_folder}/copyright DESTINATION share/doc/${package}
          COMPONENT ${component} EXCLUDE_FROM_ALL)
  install(FILES ${package_folder}/changelog.gz DESTINATION share/doc/${package}
          RENAME changelog.Debian.gz COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()
install(FILES ${package_folder}/overrides DESTINATION share/lintian/overrides RENAME sheaf
        COMPONENT command EXCLUDE_FROM_ALL)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/packed.cmake)
include(CPack)
