# packed.cmake - before packages are closed: manual pages are compressed, as Debian has them.
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*.[1-8])
list(FILTER pages INCLUDE REGEX "/man/man[1-8]/")
if(pages)
  execute_process(COMMAND gzip -9n ${pages} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "gzip of the manual pages: ${result}")
  endif()
endif()
