// The system's linear algebra, opened at its first use: whether it is there and what it offers. Products and
// convolutions need no library; some are faster with oneDNN.
#pragma once

// One line for people to read: each library's version and file, or why there is none. It lives as long as the program.
const char *cl_describe(void);
// Nonzero when OpenBLAS was opened.
int cl_has_openblas(void);
// Nonzero when oneDNN was opened.
int cl_has_onednn(void);
// A LAPACK or BLAS function of OpenBLAS by its Fortran name, such as "dgetrf_"; NULL when it is missing.
void *cl_lapack_symbol(const char *name);
