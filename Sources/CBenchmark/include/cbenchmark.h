// What the benchmark measures against: a hand-fused loop, and the libraries called directly.
#pragma once
#include <stddef.h>

// y = tanh(x)·sigmoid(x) + exp(−x²) and its derivative, in one hand-written pass with the project's own elementary functions, at
// the CPU level in use.
void cb_hand_fused(const float *x, float *y, float *slope, size_t n);

// A library opened for direct calls: "onednn" or "openblas".
typedef struct cb_library cb_library;
// NULL when the library is not there.
cb_library *cb_open(const char *name);
// One float32 product c = a·b of contiguous matrices with the library's own threading. Returns 0 when done.
int cb_product(cb_library *library, int threads, long m, long n, long k, const float *a, const float *b, float *c);
