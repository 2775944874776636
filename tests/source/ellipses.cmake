# ellipses.cmake - in the rooms that draw, only text/cut.c puts an ellipsis behind a text, since only
# what it cuts is told by a warning. Run as a test: cmake -D SOURCE=… -P ellipses.cmake
cmake_minimum_required(VERSION 3.25)

# Files whose ellipsis cuts nothing, and why.
set(OTHERS
    chart/words/alternative.c # finds the end of a sentence
    chart/words/amounts.c     # stands between signed figures, where a dash would be a sign
    sheet/blocks/block_read.c # in messages to authors
    sheet/blocks/notes.c      # stands for further members of a list
    sheet/spec/evaluate.c     # in messages to authors
    sheet/words/common_mark.c # an entity that an author writes
    sheet/words/field_branches.c # in messages to authors
    sheet/words/mask_brackets.c # in messages to authors
    sheet/words/mask_lines.c  # in messages to authors
    sheet/spec/parameters.c   # in messages to authors
    sheet/spec/texts.c        # in messages to authors
    sheet/words/definitions.c # stands for further members of a list
    paint/html/chart.c        # asks whether a subtitle was cut
)

string(ASCII 226 128 166 ELLIPSIS)
set(seen 0)
foreach(room text chart sheet paint publish)
  file(GLOB_RECURSE files RELATIVE ${SOURCE}/lib ${SOURCE}/lib/${room}/*.c ${SOURCE}/lib/${room}/*.h)
  foreach(file ${files})
    math(EXPR seen "${seen} + 1")
    file(READ ${SOURCE}/lib/${file} text)
    string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" "" code "${text}")
    string(TOLOWER "${code}" code)
    string(FIND "${code}" "${ELLIPSIS}" itself)
    string(REGEX MATCH "\\\\xe2\\\\x80\\\\xa6|\\\\u2026|0x2026|\\\\342\\\\200\\\\246" escaped "${code}")
    if((NOT itself EQUAL -1 OR NOT escaped STREQUAL "") AND NOT file STREQUAL "text/cut.c"
       AND NOT file IN_LIST OTHERS)
      message(SEND_ERROR "lib/${file} has an ellipsis: cut texts with text_fit, text_wrap or "
                         "text_wrap_words, whose cuts are told (text/cut.c)")
    endif()
  endforeach()
endforeach()
if(seen LESS 100)
  message(SEND_ERROR "only ${seen} files in ${SOURCE}/lib: is SOURCE right?")
endif()
