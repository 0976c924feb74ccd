// Gamma draws by the rejection of Marsaglia and Tsang. Element i has the counters whose low half is counter + i to itself: the
// high half numbers its attempts from 1, so that no draw of another kind, whose high half is 0, shares a block.
#include "crandom.h"
#include "random_math.h"

enum { MOST_ATTEMPTS = 256 };  // each succeeds with more than 0.95: the limit is for proof, not for practice
#define BOOST_COUNTER UINT64_MAX

static void block_at(uint64_t key, uint64_t low, uint64_t high, uint32_t words[4]) {
  uint32_t keys[2] = {(uint32_t)key, (uint32_t)(key >> 32)};
  uint32_t counter[4] = {(uint32_t)low, (uint32_t)(low >> 32), (uint32_t)high, (uint32_t)(high >> 32)};
  ck_random_block(keys, counter, words);
}

// e^x for x ≤ 0.
static double exp_down(double x) {
  if (!(x > -746.0)) return 0;
  const double rounder = 0x1.8p52;
  double k = (x * 0x1.71547652b82fep0 + rounder) - rounder;
  double r = (x - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33;
  double series = 1.0 / 6227020800;
  series = series * r + 1.0 / 479001600;
  series = series * r + 1.0 / 39916800;
  series = series * r + 1.0 / 3628800;
  series = series * r + 1.0 / 362880;
  series = series * r + 1.0 / 40320;
  series = series * r + 1.0 / 5040;
  series = series * r + 1.0 / 720;
  series = series * r + 1.0 / 120;
  series = series * r + 1.0 / 24;
  series = series * r + 1.0 / 6;
  series = 1.0 + (r + r * r * (series * r + 0.5));
  // Two factors, as 2^k itself may lie below the smallest normal number while the result does not.
  int64_t half = (int64_t)k / 2, other = (int64_t)k - half;
  return series * f64_of_bits((uint64_t)(1023 + half) << 52) * f64_of_bits((uint64_t)(1023 + other) << 52);
}

// Shape at least 1.
static double large_gamma(uint64_t key, uint64_t counter, double shape) {
  double d = shape - 1.0 / 3, c = 1.0 / __builtin_elementwise_sqrt(9.0 * d);
  for (uint64_t attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    uint32_t words[4];
    double sine, cosine;
    block_at(key, counter, attempt, words);
    sincos_f64(words[2], UINT32_C(1) << 31, &sine, &cosine);
    double x = __builtin_elementwise_sqrt(2.0 * minus_log_f64(words[0], words[1])) * cosine;
    double root = 1.0 + c * x, v = root * root * root, square = x * x;
    if (root <= 0) continue;
    // Most attempts pass a bound that needs no logarithm.
    double u = (f64_of_word(words[3]) + 0.5) * 0x1p-32;
    if (u < 1.0 - 0.0331 * square * square) return d * v;
    if (-minus_log_f64(words[3], UINT32_C(1) << 31) < 0.5 * square + d * (1.0 - v + log_f64(v))) return d * v;
  }
  return d;
}

static double gamma_at(uint64_t key, uint64_t counter, double shape) {
  if (!(shape >= 0)) return __builtin_nan("");
  if (shape == 0 || shape == __builtin_inf()) return shape;
  if (shape >= 1) return large_gamma(key, counter, shape);
  // A gamma of shape a is one of shape a + 1 times U^(1/a).
  uint32_t words[4];
  block_at(key, counter, BOOST_COUNTER, words);
  return large_gamma(key, counter, shape + 1) * exp_down(-minus_log_f64(words[0], words[1]) / shape);
}

void ck_random_gamma_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, const float *shapes, bool one_shape,
                         float *y) {
  for (int64_t i = 0; i < count; i++)
    y[i] = (float)gamma_at(key, counter + (uint64_t)(first + i), shapes[one_shape ? 0 : i]);
}

void ck_random_gamma_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, const double *shapes, bool one_shape,
                         double *y) {
  for (int64_t i = 0; i < count; i++) y[i] = gamma_at(key, counter + (uint64_t)(first + i), shapes[one_shape ? 0 : i]);
}
