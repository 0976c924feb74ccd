// The hand-fused loop, baseline.
#include <math.h>
#include <string.h>
#include "fused.h"
#include "../CKernels/elementwise_shared.inc"

#if defined(__aarch64__)
#define CK_FUSED 1
#else
#define CK_FUSED 0
#endif
#define FUSED_NAME cb_fused_baseline
#include "fused.inc"
