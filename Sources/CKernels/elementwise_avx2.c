// The element-wise kernels for x86-64 processors with AVX2 and FMA.
#include <math.h>
#include <string.h>
#include "elementwise_shared.inc"

#if defined(__x86_64__)
#define CK_FUSED 1
#define CK_TABLE ck_table_avx2
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi,bmi2"))), apply_to = function)
#include "elementwise_level.inc"
#pragma clang attribute pop
#endif
