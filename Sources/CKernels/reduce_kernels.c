// The reduction kernels, compiled for every CPU level.
#include "reduce_kernels.h"
#include <string.h>

// A fused multiply-add would change bits from level to level.
#pragma STDC FP_CONTRACT OFF

#define CK_GLUE_NAMES(a, b) a##b
#define CK_GLUE(a, b) CK_GLUE_NAMES(a, b)

#define LEVEL baseline
#include "reduce_level.inc"
#undef LEVEL

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LEVEL avx2
#include "reduce_level.inc"
#undef LEVEL
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))), apply_to = function)
#define LEVEL avx512
#include "reduce_level.inc"
#undef LEVEL
#pragma clang attribute pop
#endif

const ck_reduce_kernels *ck_reduce_find(ck_type type) {
#ifdef __x86_64__
  ck_level level = ck_current_level();
  if (level >= CK_AVX512) return reduce_table_avx512 + type;
  if (level == CK_AVX2) return reduce_table_avx2 + type;
#endif
  return reduce_table_baseline + type;
}
