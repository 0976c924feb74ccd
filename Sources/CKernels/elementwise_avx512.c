// The element-wise kernels for x86-64 processors with AVX-512 (F, VL, DQ, BW).
#include <math.h>
#include <string.h>
#include "elementwise_shared.inc"

#if defined(__x86_64__)
#define CK_FUSED 1
#define CK_TABLE ck_table_avx512
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma,bmi,bmi2"))), \
                             apply_to = function)
#include "elementwise_level.inc"
#pragma clang attribute pop
#endif
