# static_object.cmake - makes of an archive the one relocatable object that libsheaf.a holds.
# cmake -D LD=… -D OBJCOPY=… -D NM=… -D "COMPILE=compiler;flag…" -D ARCHIVE=… -D OBJECT=…
#       -P static_object.cmake
#
# Hidden symbols become local, so that a program may have functions of the same names. Those
# of the public headers stay global, but become hidden: a plug-in that links libsheaf.a does
# not offer them. A linker gives a symbol the narrowest visibility that any object asks for,
# so a second object that names them as hidden is enough; without it every object would have
# to be compiled twice.
function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE error
                  RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}: ${result}\n${error}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(local ${OBJECT}.local.o)
set(hidden ${OBJECT}.hidden)
run(${LD} -r -o ${local} --whole-archive ${ARCHIVE})
run(${OBJCOPY} --localize-hidden ${local})
run(${NM} -g --defined-only --format=posix ${local})
string(REGEX MATCHALL "(^|\n)sheaf_[a-z0-9_]+ " names "${output}")
set(source "")
foreach(name ${names})
  string(STRIP ${name} name)
  string(APPEND source "__asm__(\".globl ${name}\\n.hidden ${name}\");\n")
endforeach()
file(WRITE ${hidden}.c "${source}")
run(${COMPILE} -c ${hidden}.c -o ${hidden}.o)
run(${LD} -r -o ${OBJECT} ${local} ${hidden}.o)
file(REMOVE ${local} ${hidden}.c ${hidden}.o)
