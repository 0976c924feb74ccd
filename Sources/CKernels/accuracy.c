// How far the kernels are from the truth: each is run at the level in use and compared with a reference of more digits.
#include <math.h>
#include <stdint.h>
#include <string.h>
#include "ckernels.h"

typedef long double longer;

static const longer pi = 3.14159265358979323846264338327950288L;

// Digamma by its recurrence up to where a short series is enough.
static longer reference_digamma(longer x) {
  if (x == 0) return -1 / x;
  if (isnan(x) || x == -INFINITY || (x <= 0 && x == floorl(x))) return NAN;
  if (x == INFINITY) return x;
  if (x < 0) {
    longer rest = x - rintl(x);
    return reference_digamma(1 - x) - pi * cosl(pi * rest) / sinl(pi * rest);
  }
  longer sum = 0;
  for (; x < 40; x += 1) sum -= 1 / x;
  longer z = 1 / (x * x);
  return sum + logl(x) - 0.5L / x - z * (1 / 12.0L - z * (1 / 120.0L - z * (1 / 252.0L - z * (1 / 240.0L - z / 132.0L))));
}
static double reference_digamma_f64(double x) { return (double)reference_digamma(x); }

static longer reference_lgamma(longer x) {
  int sign;
  extern longer lgammal_r(longer, int *);
  return lgammal_r(x, &sign);
}
static double reference_lgamma_f64(double x) {
  int sign;
  extern double lgamma_r(double, int *);
  return lgamma_r(x, &sign);
}

static double reference_sigmoid_f64(double x) { return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)); }
static longer reference_sigmoid(longer x) { return x < 0 ? expl(x) / (1 + expl(x)) : 1 / (1 + expl(-x)); }
static double reference_softplus_f64(double x) { return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)); }
static longer reference_softplus(longer x) { return x > 0 ? x + log1pl(expl(-x)) : log1pl(expl(x)); }

#define SIMPLE(name, formula)                                   \
  static double reference_##name##_f64(double x) { return formula; } \
  static longer reference_##name(longer x) { return formula; }
SIMPLE(neg, -x)
SIMPLE(sign, x > 0 ? 1 : x < 0 ? -1 : x)
SIMPLE(square, x * x)
SIMPLE(reciprocal, 1 / x)
SIMPLE(relu, isnan(x) ? x : x > 0 ? x : 0)
SIMPLE(copy, x)

typedef struct {
  double (*in_double)(double);
  longer (*in_longer)(longer);
} reference;

#define LIBRARY(name) [CK_##name] = {name, name##l},
#define OWN(name) [CK_##name] = {reference_##name##_f64, reference_##name},
static const reference references[CK_OPERATIONS] = {
  LIBRARY(sqrt) LIBRARY(exp) LIBRARY(expm1) LIBRARY(log) LIBRARY(log1p) LIBRARY(sin) LIBRARY(cos) LIBRARY(tan)
  LIBRARY(asin) LIBRARY(acos) LIBRARY(atan) LIBRARY(sinh) LIBRARY(cosh) LIBRARY(tanh) LIBRARY(asinh) LIBRARY(acosh)
  LIBRARY(atanh) LIBRARY(erf) LIBRARY(floor) LIBRARY(ceil)
  OWN(lgamma) OWN(digamma) OWN(sigmoid) OWN(softplus) OWN(neg) OWN(sign) OWN(square) OWN(reciprocal) OWN(relu) OWN(copy)
  [CK_abs] = {fabs, fabsl}, [CK_round] = {rint, rintl},
};

static const double wrong = 1e30;

// The error in units of 2^(exponent − digits), with the true value's exponent, no less than that of the least normal.
static double error_in_ulps(int operation, longer got, longer truth, longer rounded, int digits, int least) {
  if (isnan(truth)) return isnan(got) ? 0 : wrong;
  if (isinf(rounded) || isinf(got)) return got == rounded ? 0 : wrong;
  if (isnan(got) || (got == 0 && signbit(got) != signbit(truth))) return wrong;
  if (got == truth) return 0;
  int exponent = truth == 0 ? least : ilogbl(truth);
  longer difference = fabsl(got - truth);
  double ulps = (double)ldexpl(difference, digits - (exponent < least ? least : exponent));
  if (operation != CK_lgamma && operation != CK_digamma) return ulps;
  return fmin(ulps, (double)(4e6L * difference));
}

#define BLOCK 1024

double ck_worst_ulp_f32(int operation, uint32_t first, uint32_t stride, uint64_t count, uint32_t *where) {
  *where = first;
  ck_kernel kernel = ck_find(operation, CK_F32, 0);
  if (!kernel || !references[operation].in_double) return wrong;
  double worst = 0;
  uint32_t next = first;
  while (count > 0) {
    uint32_t bits[BLOCK];
    union { float value; uint32_t bits; } in[BLOCK];
    float got[BLOCK];
    int n = count < BLOCK ? (int)count : BLOCK;
    for (int i = 0; i < n; i++, next += stride) in[i].bits = bits[i] = next;
    kernel(got, in, NULL, NULL, (size_t)n);
    for (int i = 0; i < n; i++) {
      double truth = references[operation].in_double(in[i].value);
      float rounded = (float)truth;
      // The nearest float cannot be worse than this, so most of a full sweep need not be measured.
      if (worst >= 0.5 && memcmp(&rounded, &got[i], sizeof rounded) == 0) continue;
      double error = error_in_ulps(operation, got[i], truth, rounded, 23, -126);
      if (error > worst) worst = error, *where = bits[i];
    }
    count -= (uint64_t)n;
  }
  return worst;
}

double ck_worst_ulp_f64(int operation, const double *samples, size_t n, double *where) {
  *where = n > 0 ? samples[0] : 0;
  ck_kernel kernel = ck_find(operation, CK_F64, 0);
  if (!kernel || !references[operation].in_longer) return wrong;
  double worst = 0;
  for (size_t start = 0; start < n; start += BLOCK) {
    double got[BLOCK];
    size_t block = n - start < BLOCK ? n - start : BLOCK;
    kernel(got, samples + start, NULL, NULL, block);
    for (size_t i = 0; i < block; i++) {
      longer truth = references[operation].in_longer(samples[start + i]);
      double error = error_in_ulps(operation, got[i], truth, (double)truth, 52, -1022);
      if (error > worst) worst = error, *where = samples[start + i];
    }
  }
  return worst;
}
