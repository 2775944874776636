# packed.cmake - before packages are closed: manual pages are compressed, as Debian has them.
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*.1
     ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*.3)
list(FILTER pages INCLUDE REGEX "/man/man[13]/")
if(pages)
  execute_process(COMMAND gzip -9n ${pages} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "gzip of the manual pages: ${result}")
  endif()
endif()
