// The hand-fused loop that the planner's fused groups are measured against, at the level in use.
#include "cbenchmark.h"
#include "ckernels.h"
#include "fused.h"

void cb_hand_fused(const float *x, float *y, float *slope, size_t n) {
#if defined(__x86_64__)
  if (ck_current_level() == CK_AVX512) { cb_fused_avx512(x, y, slope, n); return; }
  if (ck_current_level() == CK_AVX2) { cb_fused_avx2(x, y, slope, n); return; }
#endif
  cb_fused_baseline(x, y, slope, n);
}
