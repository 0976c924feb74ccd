// float32 products by oneDNN: which ones, and one tile of them.
#include "matmul_onednn.h"
#include "ckernels.h"
#include "onednn.h"

#if CL_ONEDNN

// Measured on one thread: with so many terms oneDNN is mostly 3 to 13 % faster, if right rows lie in order and tiles
// are no narrow strips. At lower CPU levels it falls far behind for some shapes.
enum { LEAST_TERMS = 2000, LEAST_SIDE = 500 };

int cl_onednn_multiplies(long m, long n, long k, const cl_layout *la, const cl_layout *lb) {
  if (k < LEAST_TERMS || m < LEAST_SIDE || n < LEAST_SIDE || ck_current_level() != CK_AVX512) return 0;
  int left = la->col_stride == 1 ? la->row_stride >= k : la->row_stride == 1 && la->col_stride >= m;
  return left && lb->col_stride == 1 && lb->row_stride >= n && cl_onednn_is_open();
}

int cl_onednn_tile(long m, long n, long k, const float *a, const cl_layout *la, const float *b, const cl_layout *lb,
                   float *c, long c_row, int add) {
  int turned = la->col_stride != 1;
  long a_row = turned ? la->col_stride : la->row_stride;
  return cl_onednn_product(turned, m, n, k, a, a_row, b, lb->row_stride, c, c_row, add);
}

#else

int cl_onednn_multiplies(long m, long n, long k, const cl_layout *la, const cl_layout *lb) {
  (void)m, (void)n, (void)k, (void)la, (void)lb;
  return 0;
}

int cl_onednn_tile(long m, long n, long k, const float *a, const cl_layout *la, const float *b, const cl_layout *lb,
                   float *c, long c_row, int add) {
  (void)m, (void)n, (void)k, (void)a, (void)la, (void)b, (void)lb, (void)c, (void)c_row, (void)add;
  return 2;
}

#endif
