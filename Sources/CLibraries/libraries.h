// The system's numeric libraries for the other files of this target.
#pragma once

#include "clibraries.h"

typedef struct {
  // Handles of dlopen; NULL when the library is missing or switched off.
  void *openblas, *onednn;
} cl_libraries;

// Opens what is there at the first call.
const cl_libraries *cl_open_libraries(void);
