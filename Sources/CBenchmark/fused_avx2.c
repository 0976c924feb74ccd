// The hand-fused loop, avx2.
#include <math.h>
#include <string.h>
#include "fused.h"
#include "../CKernels/elementwise_shared.inc"

#if defined(__x86_64__)
#define CK_FUSED 1
#define FUSED_NAME cb_fused_avx2
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi,bmi2"))), apply_to = function)
#include "fused.inc"
#pragma clang attribute pop
#endif
