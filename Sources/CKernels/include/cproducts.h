// Matrix products of this package's own making: one thread, any strides, compiled for every CPU level.
#pragma once

// c[i][j] = Σ a[i][p]·b[p][j] for m × n results over k terms, added to what c held when `add` is not 0. The strides are
// in elements; c's rows are contiguous, `c_row` apart, and overlap no operand. Every element is summed in the order of
// p, whatever the shape and the strides: cutting a product over m or n, or over k with `add` and the parts in order,
// changes no bit. Returns 0, or 2 when out of memory.
int ck_product_f32(long m, long n, long k, const float *a, long a_row, long a_col, const float *b, long b_row,
                   long b_col, float *c, long c_row, int add);
int ck_product_f64(long m, long n, long k, const double *a, long a_row, long a_col, const double *b, long b_row,
                   long b_col, double *c, long c_row, int add);

// y[j] = Σ x[p]·b[p][j] for contiguous x of k and contiguous y of n elements, where b has a stride of 1 one way; reads
// b once, as it lies in memory. An element's bits depend on x, its column of b, which of b's strides is 1, and the cuts
// over k.
void ck_row_product_f32(long n, long k, const float *x, const float *b, long b_row, long b_col, float *y, int add);
void ck_row_product_f64(long n, long k, const double *x, const double *b, long b_row, long b_col, double *y, int add);

// c[i][j] = Σ a[i][p]·b[offsets[p] + j]: the rows of b lie where a table says, and may overlap. Rows of a are
// contiguous.
void ck_terms_product_f32(long m, long n, long k, const float *a, long a_row, const float *b, const long *offsets,
                          float *c, long c_row);
void ck_terms_product_f64(long m, long n, long k, const double *a, long a_row, const double *b, const long *offsets,
                          double *c, long c_row);

// c[i][j] = Σ a[offsets[i] + l·a_line + p]·b[l·k + p][j] over l < lines and p < k, added to what c held if `add` is not
// 0: the rows of a lie where a table says, in lines, and may overlap.
void ck_lines_product_f32(long m, long n, long lines, long k, const float *a, const long *offsets, long a_line,
                          const float *b, long b_row, float *c, long c_row, int add);
void ck_lines_product_f64(long m, long n, long lines, long k, const double *a, const long *offsets, long a_line,
                          const double *b, long b_row, double *c, long c_row, int add);

// Writes a matrix of any strides as rows that are contiguous, `to_row` apart.
void ck_copy_matrix_f32(long rows, long cols, const float *from, long from_row, long from_col, float *to, long to_row);
void ck_copy_matrix_f64(long rows, long cols, const double *from, long from_row, long from_col, double *to,
                        long to_row);

// At least this many bytes that belong to the calling thread until its next call here; NULL when there is no memory.
// Freed when the thread ends.
void *ck_thread_scratch(unsigned long bytes);
