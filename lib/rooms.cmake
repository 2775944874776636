# A room is a folder of lib/: an object library that sees only the rooms it may
# import. SHEAF_ROOMS lists them from the ground up.
set(SHEAF_ROOMS base period vocabulary series table data scene text chart sheet paint publish)

set(ROOMS_UNDER_base)
set(ROOMS_UNDER_period base)
set(ROOMS_UNDER_vocabulary base period)
set(ROOMS_UNDER_series base period vocabulary)
set(ROOMS_UNDER_table base period vocabulary series)
set(ROOMS_UNDER_data base period vocabulary series table)
set(ROOMS_UNDER_scene base)
set(ROOMS_UNDER_text base scene)
set(ROOMS_UNDER_chart base period vocabulary series table data scene text)
set(ROOMS_UNDER_sheet base period vocabulary series table data scene text chart)
set(ROOMS_UNDER_paint base scene text)
set(ROOMS_UNDER_publish base period vocabulary series table data scene text chart sheet paint)

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
