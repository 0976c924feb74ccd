// The numeric libraries of the system, opened at their first use: which are there and what they offer.
#pragma once

// One line per library for people to read: its name, version and file, or that it is missing. The text lives as long as
// the program.
const char *cl_describe(void);
// Nonzero when oneDNN was opened and can serve convolutions.
int cl_has_onednn(void);
// Nonzero when OpenBLAS was opened.
int cl_has_openblas(void);
// A LAPACK or BLAS function of OpenBLAS by its Fortran name, such as "dgetrf_"; NULL when it is missing.
void *cl_lapack_symbol(const char *name);
