# Writes what the program SHEAF prints about itself into FOLDER; PAGE is sheaf.1.
set(ENV{LC_ALL} C)

function(print_to file)
  execute_process(COMMAND ${SHEAF} ${ARGN} OUTPUT_FILE ${FOLDER}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(MAKE_DIRECTORY ${FOLDER}/man1)
print_to(sheaf completion bash)
print_to(_sheaf completion zsh)
print_to(sheaf.fish completion fish)
execute_process(COMMAND ${SHEAF} --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\n  [a-z]+ +[A-Z]" lines "${help}")
foreach(line ${lines})
  string(REGEX REPLACE "\n  ([a-z]+) .*" "\\1" name "${line}")
  print_to(man1/sheaf-${name}.1 --manual ${name} ${PAGE})
endforeach()
file(TOUCH ${FOLDER}/done)
