// How a convolution is computed without copying patches out: the geometry, free of element types.
#pragma once

#include "cconv.h"

// A strided image is first parted into planes, one per remainder of its rows and columns by the stride. Within planes
// every tap of the kernel is a plain shift, so a whole run of output positions, rows joined end to end, is one matrix
// product whose right rows lie at offsets in the planes. What is computed where a row's end overhangs is dropped.

// One family of output positions that see the same taps. A forward pass has one; a transposed one has one per
// remainder.
typedef struct {
  long rows, columns;
  // Kernel taps of one channel, as indices into its kernel_height × kernel_width, and the offset of each in a plane
  // set.
  long taps;
  long *tap;
  // Offsets of all terms: channel by channel, tap by tap.
  long *offsets;
  // Position (i, j) belongs to the target's row first_row + i · row_step, column first_column + j · column_step.
  long first_row, row_step, first_column, column_step;
  // Where this family's matrix begins in a group's repacked weights.
  long matrix;
} cl_family;

typedef struct {
  // The image that is read: its channels per group, and how its rows and columns map to planes: plane (s, t) holds at
  // (i, j) the element (i · row_step + row_remainders[s] + row_origin, …), or 0 outside of the image.
  long channels, height, width;
  long row_step, column_step, row_origin, column_origin;
  long row_planes, column_planes;
  long *row_remainders, *column_remainders;
  long plane_height, plane_width;
  // Nonzero when the image itself is its only plane.
  int in_place;
  // The image that is written, and the rows of positions per tile.
  long target_channels, target_height, target_width;
  long tile_rows, row_tiles;
  long family_count;
  cl_family *families;
  // Nonzero when no family writes some element of the target.
  int leaves_gaps;
} cl_conv_plan;

// Nonzero when the description makes sense.
int cl_conv_valid(const cl_conv *d);
// Plans that read x (forward and weight gradient) or g (input gradient) with elements of `size` bytes. The description
// is valid and its result has elements. Return 0, 1 when *cancel was seen to be other than 0, or 2 without memory.
int cl_plan_forward(const cl_conv *d, long size, const int *cancel, cl_conv_plan **plan);
int cl_plan_transposed(const cl_conv *d, long size, const int *cancel, cl_conv_plan **plan);
void cl_plan_free(cl_conv_plan *plan);
// Elements of the planes of one tile for that many channels.
long cl_plan_cells(const cl_conv_plan *plan, long channels);
