// The levels of the hand-fused loop.
#pragma once
#include <stddef.h>

void cb_fused_baseline(const float *x, float *y, float *slope, size_t n);
void cb_fused_avx2(const float *x, float *y, float *slope, size_t n);
void cb_fused_avx512(const float *x, float *y, float *slope, size_t n);
