// Which kernel serves an operation: the CPU level chosen once, and the way into its table.
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include "elementwise_shared.inc"

static ck_level best_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("bmi2")) {
    return CK_BASELINE;
  }
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw")) {
    return CK_AVX512;
  }
  return CK_AVX2;
#else
  return CK_BASELINE;
#endif
}

const char *ck_level_name(ck_level level) {
  switch (level) {
  case CK_AVX2: return "avx2";
  case CK_AVX512: return "avx512";
  default: return "baseline";
  }
}

ck_level ck_current_level(void) {
  // Two threads may both find it unset; they find the same answer.
  static _Atomic int chosen = -1;
  int known = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (known >= 0) return (ck_level)known;
  ck_level level = best_level();
  const char *wanted = getenv("AULA_CPU");
  if (wanted) {
    for (ck_level lower = CK_BASELINE; lower < level; lower++) {
      if (strcmp(wanted, ck_level_name(lower)) == 0) level = lower;
    }
  }
  atomic_store_explicit(&chosen, (int)level, memory_order_relaxed);
  return level;
}

static int valid(int operation) { return operation >= 0 && operation < CK_OPERATIONS; }

int ck_arity(int operation) {
  if (!valid(operation)) return 0;
  if (operation >= CK_to_f32) return 1;
  if (operation >= CK_where) return 3;
  return operation >= CK_add ? 2 : 1;
}

ck_kernel ck_find(int operation, ck_type type, ck_scalars scalars) {
  if (!valid(operation) || (int)type < 0 || (int)type > CK_BOOL || scalars > 7) return NULL;
#if defined(__x86_64__)
  switch (ck_current_level()) {
  case CK_AVX512: return ck_table_avx512[operation][type][scalars];
  case CK_AVX2: return ck_table_avx2[operation][type][scalars];
  default: break;
  }
#endif
  return ck_table_baseline[operation][type][scalars];
}

ck_type ck_result_type(int operation, ck_type type) {
  switch (operation) {
  case CK_to_f32: return CK_F32;
  case CK_to_f64: return CK_F64;
  case CK_to_i64: return CK_I64;
  case CK_to_bool: return CK_BOOL;
  default: break;
  }
  int is_test = operation >= CK_isnan && operation <= CK_not;
  int is_truth = operation >= CK_eq && operation <= CK_xor;
  return is_test || is_truth ? CK_BOOL : type;
}

size_t ck_size(ck_type type) {
  switch (type) {
  case CK_F32: return sizeof(float);
  case CK_BOOL: return sizeof(uint8_t);
  default: return sizeof(double);
  }
}
