// The libraries' own products, called as any program would, with the libraries' own threads.
#define _GNU_SOURCE
#include "cbenchmark.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef int (*onednn_sgemm)(char, char, long, long, long, float, const float *, long, const float *, long, float, float *, long);
typedef void (*openblas_sgemm)(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);

struct cb_library {
  onednn_sgemm onednn;
  openblas_sgemm openblas;
  void (*set_threads)(int);
};

static void *first_of(const char *const *names) {
  for (; *names; names++) {
    void *handle = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
  }
  return NULL;
}

cb_library *cb_open(const char *name) {
  static const char *const onednn[] = {"libdnnl.so.2", "libdnnl.so.3", NULL};
  static const char *const openblas[] = {"/usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblas.so.0",
                                         "/usr/lib/aarch64-linux-gnu/openblas-openmp/libopenblas.so.0", "libopenblas.so.0", NULL};
  int wants_onednn = strcmp(name, "onednn") == 0;
  void *handle = first_of(wants_onednn ? onednn : openblas);
  if (!handle) return NULL;
  cb_library *library = calloc(1, sizeof *library);
  if (!library) return NULL;
  if (wants_onednn) library->onednn = (onednn_sgemm)dlsym(handle, "dnnl_sgemm");
  else library->openblas = (openblas_sgemm)dlsym(handle, "cblas_sgemm");
  library->set_threads = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (!library->set_threads) library->set_threads = (void (*)(int))dlsym(handle, "omp_set_num_threads");
  if (library->onednn || library->openblas) return library;
  free(library);
  return NULL;
}

int cb_product(cb_library *library, int threads, long m, long n, long k, const float *a, const float *b, float *c) {
  if (library->set_threads) library->set_threads(threads);
  if (library->onednn) return library->onednn('N', 'N', m, n, k, 1, a, k, b, n, 0, c, n);
  library->openblas(101, 111, 111, (int)m, (int)n, (int)k, 1, a, (int)k, b, (int)n, 0, c, (int)n);
  return 0;
}
