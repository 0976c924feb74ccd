// The element-wise kernels: one row per kernel, compiled for every CPU level and chosen at run time.
#pragma once
#include <stddef.h>
#include <stdint.h>

// What an element is. Truth values are bytes that hold 0 or 1.
typedef enum { CK_F32 = 0, CK_F64 = 1, CK_I64 = 2, CK_BOOL = 3 } ck_type;

// The CPU levels a binary carries; AULA_CPU=baseline|avx2|avx512 lowers the choice.
typedef enum { CK_BASELINE = 0, CK_AVX2 = 1, CK_AVX512 = 2 } ck_level;

// Functions of one operand whose result has the operand's type.
#define CK_UNARY(ROW)                                                                                          \
  ROW(neg) ROW(abs) ROW(sign) ROW(square) ROW(reciprocal) ROW(sqrt) ROW(exp) ROW(expm1) ROW(log) ROW(log1p)    \
  ROW(sin) ROW(cos) ROW(tan) ROW(asin) ROW(acos) ROW(atan) ROW(sinh) ROW(cosh) ROW(tanh) ROW(asinh) ROW(acosh) \
  ROW(atanh) ROW(erf) ROW(lgamma) ROW(digamma) ROW(sigmoid) ROW(softplus) ROW(relu) ROW(floor) ROW(ceil)       \
  ROW(round) ROW(copy) ROW(negsquare)

// Functions of one operand whose result is a truth value.
#define CK_TEST(ROW) ROW(isnan) ROW(isfinite) ROW(not)

// Functions of two operands whose result has the operands' type. The slopes are g·(1 − y²) and g·(y − y²): a cotangent through
// tanh and sigmoid, from their results.
#define CK_BINARY(ROW)                                                                                       \
  ROW(add) ROW(sub) ROW(mul) ROW(div) ROW(pow) ROW(max) ROW(min) ROW(mod) ROW(atan2) ROW(polygamma)          \
  ROW(tanhslope) ROW(sigmoidslope)

// Comparisons of two operands of one type; the result is a truth value.
#define CK_COMPARE(ROW) ROW(eq) ROW(ne) ROW(lt) ROW(le) ROW(gt) ROW(ge)

// Connectives of truth values.
#define CK_LOGIC(ROW) ROW(and) ROW(or) ROW(xor)

// Three operands: where(c, a, b) with c a truth value; muladd = a·b + c, mulsub = a·b − c, submul = c − a·b; the slopes of a
// result a with cotangent b, added to c: c + b·(1 − a²) and c + b·(a − a²).
#define CK_TERNARY(ROW) ROW(where) ROW(muladd) ROW(mulsub) ROW(submul) ROW(addtanhslope) ROW(addsigmoidslope)

// Conversions from the operand's type, named by the result's.
#define CK_CAST(ROW) ROW(to_f32) ROW(to_f64) ROW(to_i64) ROW(to_bool)

#define CK_CODE(name) CK_##name,
typedef enum {
  CK_UNARY(CK_CODE) CK_TEST(CK_CODE) CK_BINARY(CK_CODE) CK_COMPARE(CK_CODE) CK_LOGIC(CK_CODE) CK_TERNARY(CK_CODE)
  CK_CAST(CK_CODE) CK_OPERATIONS
} ck_operation;
#undef CK_CODE

// One pass over n elements: d[i] = f(a[i], b[i], c[i]). The result may be one of the operands (same start), unless its
// elements are wider.
typedef void (*ck_kernel)(void *d, const void *a, const void *b, const void *c, size_t n);

// Which operands are a single element that stands for all n: bit 0 for a, bit 1 for b, bit 2 for c.
typedef unsigned ck_scalars;

// The level in use: the best that both the processor and AULA_CPU allow.
ck_level ck_current_level(void);
// The level's name: "baseline", "avx2" or "avx512".
const char *ck_level_name(ck_level level);
// How many operands a kernel takes; 0 for a code that is none.
int ck_arity(int operation);
// The kernel for operands of this type (for `where`, the type of the second and third), or NULL where it has no meaning or
// where no form with these scalar operands exists (not every operand may be scalar).
ck_kernel ck_find(int operation, ck_type type, ck_scalars scalars);
// The type of the kernel's result for operands of this type.
ck_type ck_result_type(int operation, ck_type type);
// Bytes of one element.
size_t ck_size(ck_type type);

// The largest error of the float32 kernel of a one-operand operation, in units in the last place of the true result, over
// the `count` bit patterns first, first + stride, …; *where is the worst one. 1e30 where a NaN, an infinity or the sign of a
// zero is not as it should be, or the operation has no such kernel. Below 1e-6 an error of lgamma or digamma counts as at most 4.
double ck_worst_ulp_f32(int operation, uint32_t first, uint32_t stride, uint64_t count, uint32_t *where);
// The same for the float64 kernel at the samples given, against a longer float where the platform has one.
double ck_worst_ulp_f64(int operation, const double *samples, size_t n, double *where);
