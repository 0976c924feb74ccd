// What opening any of the system's libraries asks first.
#pragma once

// Nonzero unless AULA_LIBRARIES=none switches libraries off.
int cl_libraries_are_wanted(void);
// Nonzero when the process may map enough memory for them; with less, some wait for ever for their buffers.
int cl_has_room_for_libraries(void);
// The CPU level that AULA_CPU asked for, or -1: only then is a library told to keep to it.
int cl_forced_level(void);
