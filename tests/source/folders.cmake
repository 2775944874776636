# folders.cmake - no folder of lib holds more than 60 files: more, and it is two subjects.
# Run as a test: cmake -D SOURCE=… -P folders.cmake
cmake_minimum_required(VERSION 3.25)
set(LIMIT 60)
set(EXEMPT lib/data) # until it is divided into rooms

file(GLOB_RECURSE entries LIST_DIRECTORIES true RELATIVE ${SOURCE} ${SOURCE}/lib/*)
set(folders lib)
foreach(entry ${entries})
  if(IS_DIRECTORY ${SOURCE}/${entry})
    list(APPEND folders ${entry})
  endif()
endforeach()
list(LENGTH folders count)
if(count LESS 5)
  message(SEND_ERROR "only ${count} folders in ${SOURCE}/lib: is SOURCE right?")
endif()
foreach(folder ${folders})
  file(GLOB files LIST_DIRECTORIES false ${SOURCE}/${folder}/*)
  list(LENGTH files count)
  if(count GREATER LIMIT AND NOT folder IN_LIST EXEMPT)
    message(SEND_ERROR "${folder} holds ${count} files; ${LIMIT} are the most")
  endif()
endforeach()
