// log Γ and its derivatives, one number at a time in double: rarely hot, and the same at every CPU level.
#include <math.h>
#include "elementwise_shared.inc"

double lgamma_r(double x, int *sign);

double ck_lgamma(double x) {
  int sign;  // The plain function keeps the sign in a global, which threads would share.
  return lgamma_r(x, &sign);
}

static const double pi = 0x1.921fb54442d18p+1;

// B(2k)/(2k) for k = 1, 2, …: the asymptotic series of digamma is log x − 1/2x − Σ of these over x^(2k).
static double digamma_tail(double x) {
  double z = 1 / (x * x);
  double sum = -3617.0 / 8160;
  sum = sum * z + 1.0 / 12;
  sum = sum * z - 691.0 / 32760;
  sum = sum * z + 1.0 / 132;
  sum = sum * z - 1.0 / 240;
  sum = sum * z + 1.0 / 252;
  sum = sum * z - 1.0 / 120;
  sum = sum * z + 1.0 / 12;
  return sum * z;
}

static double digamma_positive(double x) {
  double below = 0;
  while (x < 10) below += 1 / x, x += 1;
  return log(x) - (0.5 / x + digamma_tail(x)) - below;
}

double ck_digamma(double x) {
  if (x > 0) return x < INFINITY ? digamma_positive(x) : x;
  double rest = x - rint(x);
  // At 0 both sides' limits are infinite, and the sign of zero says which side; at the other poles it says nothing.
  if (x == 0) return -1 / x;
  if (!(x > -INFINITY) || rest == 0) return NAN;
  // Reflection; the tangent of the rest, which is exact, is that of the whole.
  return digamma_positive(1 - x) - pi / tan(pi * rest);
}

static double whole_power(double base, double exponent) {
  if (exponent > 64) return pow(base, exponent);
  double power = 1;
  for (int rest = (int)exponent; rest > 0; rest >>= 1, base *= base) {
    if (rest & 1) power *= base;
  }
  return power;
}

// Σ over k ≥ 0 of (x + k)^−s for x > 0, s ≥ 2, times x^s: so scaled it neither overflows nor underflows.
static double scaled_zeta(double s, double x) {
  double sum = 0, y = x;
  // Terms until the remainder's Euler–Maclaurin series converges fast: its ratio is about (s/(2π y))².
  double enough = 12 + s;
  while (y < enough) {
    double term = whole_power(x / y, s);
    sum += term;
    if (term < 0x1p-60 * sum) return sum;
    y += 1;
  }
  static const double bernoulli[] = {1.0 / 12,         -1.0 / 720,          1.0 / 30240,         -1.0 / 1209600,
                                     1.0 / 47900160,   -691.0 / 1307674368000.0, 1.0 / 74724249600.0,
                                     -3617.0 / 10670622842880000.0};
  double rest = y / (s - 1) + 0.5, factor = s / y;
  for (int k = 0; k < 8; k++) {
    rest += bernoulli[k] * factor;
    factor *= (s + 2 * k + 1) * (s + 2 * k + 2) / (y * y);
  }
  return sum + whole_power(x / y, s) * rest;
}

// (s − 1)! Σ (x + k)^−s for x > 0.
static double scaled_sum(double s, double x) {
  double sum = scaled_zeta(s, x);
  if (s <= 21) {
    double value = sum / x;
    for (double k = 1; k < s; k++) value *= k / x;
    if (value > 0 && value < INFINITY) return value;
  }
  return sum * exp(ck_lgamma(s) - s * log(x));
}

double ck_polygamma(double order, double x) {
  if (order == 0) return ck_digamma(x);
  if (!(order >= 1 && order < INFINITY && rint(order) == order) || !(x > -INFINITY)) return NAN;
  double s = order + 1;
  double sign = fmod(order, 2) == 1 ? 1 : -1;
  if (x > 0) return sign * (x < INFINITY ? scaled_sum(s, x) : 0);
  double above = x - floor(x), below = ceil(x) - x;
  if (above == 0) return sign > 0 ? INFINITY : NAN;
  // The sum over all integers from both sides of x, less the part that is not its own. For even orders the sides cancel, at
  // half-integers exactly, so they meet first.
  double right = scaled_sum(s, above), left = sign * scaled_sum(s, below), beyond = sign * scaled_sum(s, 1 - x);
  if (isinf(right) && isinf(left)) return sign > 0 || above > below ? INFINITY : -INFINITY;
  return sign * ((right + left) - beyond);
}
