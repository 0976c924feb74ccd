// float32 products by oneDNN, for the shapes where it is faster than this package's own.
#pragma once

#include "cmatmul.h"

// Nonzero when a product is oneDNN's to compute: by its shape and strides and the CPU level alone.
int cl_onednn_multiplies(long m, long n, long k, const cl_layout *la, const cl_layout *lb);
// One tile of such a product, on the calling thread: c = a·b, added to what c held when `add` is not 0. Returns 0, or 2
// when out of memory.
int cl_onednn_tile(long m, long n, long k, const float *a, const cl_layout *la, const float *b, const cl_layout *lb,
                   float *c, long c_row, int add);
