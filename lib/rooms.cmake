# A room is a folder of lib/: an object library that sees only the rooms it may
# import. SHEAF_ROOMS lists them from the ground up.
set(SHEAF_ROOMS base context data scene text chart sheet paint publish)

set(ROOMS_UNDER_base)
set(ROOMS_UNDER_context base)
set(ROOMS_UNDER_data base context)
set(ROOMS_UNDER_scene base)
set(ROOMS_UNDER_text base context scene)
set(ROOMS_UNDER_chart base context data scene text)
set(ROOMS_UNDER_sheet base context data scene text chart)
set(ROOMS_UNDER_paint base context scene text)
set(ROOMS_UNDER_publish base context data scene text chart sheet paint)

# sheaf_room(NAME SOURCES file... [LIBRARIES target...])
function(sheaf_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_library(room_${name} OBJECT ${ROOM_SOURCES})
  target_include_directories(room_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include
                                                 ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(room_${name} PUBLIC ${ROOM_LIBRARIES} m)
endfunction()

# The objects and libraries of a room and of all that it stands on.
function(sheaf_link_room target name)
  set(rooms ${ROOMS_UNDER_${name}} ${name})
  if(text IN_LIST rooms)
    list(APPEND rooms fonts)
  endif()
  foreach(room ${rooms})
    target_link_libraries(${target} PRIVATE room_${room})
  endforeach()
endfunction()
