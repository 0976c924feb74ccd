// The draws of one group of blocks, compiled for every CPU level.
#include "random_draws.h"
#include "ckernels.h"
#include "random_math.h"

#define CK_GLUE_NAMES(a, b) a##b
#define CK_GLUE(a, b) CK_GLUE_NAMES(a, b)

#define LEVEL baseline
#define WIDTH 4
#include "random_draws.inc"
#undef LEVEL
#undef WIDTH

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LEVEL avx2
#define WIDTH 8
#include "random_draws.inc"
#undef LEVEL
#undef WIDTH
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))), apply_to = function)
#define LEVEL avx512
#define WIDTH 16
#include "random_draws.inc"
#undef LEVEL
#undef WIDTH
#pragma clang attribute pop
#endif

ck_random_group ck_random_find(int kind) {
  if (kind < 0 || kind >= CK_RANDOM_KINDS) return NULL;
#ifdef __x86_64__
  ck_level level = ck_current_level();
  if (level >= CK_AVX512) return groups_avx512[kind];
  if (level == CK_AVX2) return groups_avx2[kind];
#endif
  return groups_baseline[kind];
}
