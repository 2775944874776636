# The manual of the public headers: man pages of section 3, which are installed, and HTML below
# BUILD/lib/manual/html. Without Doxygen there is none.
find_program(DOXYGEN doxygen)
find_program(AWK awk)
if(NOT DOXYGEN OR NOT AWK OR NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

set(manual ${CMAKE_CURRENT_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual})
set(manual_source ${CMAKE_CURRENT_LIST_DIR})
configure_file(manual/Doxyfile.in ${manual}/Doxyfile @ONLY)
file(GLOB manual_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/sheaf/*.h)
add_custom_command(
  OUTPUT ${manual}/done
  COMMAND ${CMAKE_COMMAND} -D DOXYGEN=${DOXYGEN} -D FOLDER=${manual} -P ${manual_source}/make.cmake
  COMMAND ${CMAKE_COMMAND} -E touch ${manual}/done
  DEPENDS ${manual_headers} ${manual_source}/comments.awk ${manual_source}/make.cmake
          ${manual}/Doxyfile
  VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual}/done)
install(DIRECTORY ${manual}/man3 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT development)
