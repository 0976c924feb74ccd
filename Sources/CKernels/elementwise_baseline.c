// The element-wise kernels for every processor of the architecture.
#include <math.h>
#include <string.h>
#include "elementwise_shared.inc"

// 64-bit ARM always fuses a multiplication with an addition; plain x86-64 cannot.
#if defined(__aarch64__)
#define CK_FUSED 1
#else
#define CK_FUSED 0
#endif
#define CK_TABLE ck_table_baseline
#include "elementwise_level.inc"
