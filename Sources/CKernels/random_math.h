// The logarithm, sine and cosine behind the draws, from + - * / alone: power series cut off below the last place.
#pragma once
#include <stdint.h>
#include <string.h>

// A fused multiply-add would change draws from processor to processor.
#pragma STDC FP_CONTRACT OFF

#define INLINED static inline __attribute__((always_inline))

INLINED uint64_t bits_of_f64(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}
INLINED double f64_of_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}
INLINED uint32_t bits_of_f32(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}
INLINED float f32_of_bits(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// log(1 + f) for 1 + f in [√½, √2], as 2 artanh(s) with s = f / (2 + f).
INLINED double log_near_one_f64(double f) {
  double s = f / (2.0 + f), t = s * s;
  double series = 1.0 / 21;
  series = series * t + 1.0 / 19;
  series = series * t + 1.0 / 17;
  series = series * t + 1.0 / 15;
  series = series * t + 1.0 / 13;
  series = series * t + 1.0 / 11;
  series = series * t + 1.0 / 9;
  series = series * t + 1.0 / 7;
  series = series * t + 1.0 / 5;
  series = series * t + 1.0 / 3;
  // 2s = f − s·f keeps the leading term exact.
  return f - s * (f - 2.0 * t * series);
}

INLINED float log_near_one_f32(float f) {
  float s = f / (2.0f + f), t = s * s;
  float series = 1.0f / 9;
  series = series * t + 1.0f / 7;
  series = series * t + 1.0f / 5;
  series = series * t + 1.0f / 3;
  return f - s * (f - 2.0f * t * series);
}

// The bits of √½, below which an exponent steps down.
#define ROOT_HALF_F64 INT64_C(0x3fe6a09e667f3bcd)
#define ROOT_HALF_F32 0x3f3504f3

// Takes x > 0, a normal number, apart: x = 2^exponent · (1 + f).
INLINED double split_f64(double x, double *exponent) {
  int64_t above = (int64_t)bits_of_f64(x) - ROOT_HALF_F64;
  *exponent = (double)((int32_t)(above >> 32) >> 20);
  return f64_of_bits((uint64_t)((above & INT64_C(0x000fffffffffffff)) + ROOT_HALF_F64)) - 1.0;
}

INLINED float split_f32(float x, float *exponent) {
  int32_t above = (int32_t)bits_of_f32(x) - ROOT_HALF_F32;
  *exponent = (float)(above >> 23);
  return f32_of_bits((uint32_t)((above & 0x007fffff) + ROOT_HALF_F32)) - 1.0f;
}

// log(2^exponent · (1 + f)). The part of log 2 that multiplies the exponent first ends in zeros, so that the product is exact.
INLINED double joined_log_f64(double exponent, double f) {
  return exponent * 0x1.62e42feep-1 + (log_near_one_f64(f) + exponent * 0x1.a39ef35793c76p-33);
}

INLINED float joined_log_f32(float exponent, float f) {
  return exponent * 0x1.62ep-1f + (log_near_one_f32(f) + exponent * 0x1.0bfbe8p-15f);
}

INLINED double log_f64(double x) {
  double exponent, f = split_f64(x, &exponent);
  return joined_log_f64(exponent, f);
}

// A word as a double; from two signed halves, as not every level converts unsigned words.
INLINED double f64_of_word(uint32_t word) { return (double)(int32_t)(word >> 1) * 2.0 + (double)(int32_t)(word & 1); }

// −log u for u = (W + ½)/2⁶⁴, W the 64 bits of two words. Near u = 1 it is taken from 1 − u, which is known exactly.
INLINED double minus_log_f64(uint32_t high, uint32_t low) {
  double u = (f64_of_word(high) * 0x1p32 + (f64_of_word(low) + 0.5)) * 0x1p-64;
  double rest = (f64_of_word(~high) * 0x1p32 + (f64_of_word(~low) + 0.5)) * 0x1p-64;
  double exponent, f = split_f64(u, &exponent);
  return -joined_log_f64(rest < 0.25 ? 0 : exponent, rest < 0.25 ? -rest : f);
}

// −log u for u = K/2³¹ with the odd number K from 31 bits of a word; 1 − u has the same form.
INLINED float minus_log_f32(uint32_t word) {
  int32_t k = (int32_t)(word >> 1) | 1;
  float u = (float)k * 0x1p-31f, rest = (float)(int32_t)(0x80000000u - (uint32_t)k) * 0x1p-31f;
  float exponent, f = split_f32(u, &exponent);
  return -joined_log_f32(rest < 0.25f ? 0 : exponent, rest < 0.25f ? -rest : f);
}

// The sine and cosine of the fraction of a full turn that the two words are after the point, the second one's being half a unit
// further. The two top bits, rounded, count quarter turns.
INLINED void sincos_f64(uint32_t word, uint32_t low, double *sine, double *cosine) {
  uint32_t quarter = (word + 0x20000000u) >> 30;
  double rest = (double)(int32_t)(word - (quarter << 30)) + (f64_of_word(low) + 0.5) * 0x1p-32;
  double a = rest * 0x1.921fb54442d18p-30, t = a * a;
  double s = -1.0 / 1307674368000, c = 1.0 / 20922789888000;
  s = s * t + 1.0 / 6227020800;
  s = s * t - 1.0 / 39916800;
  s = s * t + 1.0 / 362880;
  s = s * t - 1.0 / 5040;
  s = s * t + 1.0 / 120;
  s = s * t - 1.0 / 6;
  s = a + a * t * s;
  c = c * t - 1.0 / 87178291200;
  c = c * t + 1.0 / 479001600;
  c = c * t - 1.0 / 3628800;
  c = c * t + 1.0 / 40320;
  c = c * t - 1.0 / 720;
  c = c * t + 1.0 / 24;
  c = 1.0 - (0.5 * t - t * t * c);
  double x = quarter & 1 ? s : c, y = quarter & 1 ? c : s;
  *cosine = (quarter + 1) & 2 ? -x : x;
  *sine = quarter & 2 ? -y : y;
}

INLINED void sincos_f32(uint32_t word, float *sine, float *cosine) {
  uint32_t quarter = (word + 0x20000000u) >> 30;
  float a = (float)(int32_t)(word - (quarter << 30)) * 0x1.921fb6p-30f, t = a * a;
  float s = 1.0f / 362880, c = 1.0f / 40320;
  s = s * t - 1.0f / 5040;
  s = s * t + 1.0f / 120;
  s = s * t - 1.0f / 6;
  s = a + a * t * s;
  c = c * t - 1.0f / 720;
  c = c * t + 1.0f / 24;
  c = 1.0f - (0.5f * t - t * t * c);
  float x = quarter & 1 ? s : c, y = quarter & 1 ? c : s;
  *cosine = (quarter + 1) & 2 ? -x : x;
  *sine = quarter & 2 ? -y : y;
}
