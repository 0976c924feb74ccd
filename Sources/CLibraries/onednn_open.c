// Opens oneDNN at its first use, and keeps its calls to one thread and to the CPU level that was asked for.
#define _GNU_SOURCE
#include "onednn_api.h"
#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if CL_ONEDNN

static char description[1024] = "";
static int is_open;
cl_onednn_api cl_onednn;
static int (*omp_get_max_threads)(void);
static void (*omp_set_num_threads)(int);
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The program's own pool shares work out, and bits must not depend on somebody else's. Gives the setting to restore.
int cl_onednn_begin_alone(void) {
  if (!omp_set_num_threads) return 0;
  int before = omp_get_max_threads();
  if (before != 1) omp_set_num_threads(1);
  return before;
}

void cl_onednn_end_alone(int before) {
  if (omp_set_num_threads && before != 1) omp_set_num_threads(before);
}

static int find_functions(void *handle) {
#define FIND(name)                                                          \
  cl_onednn.name = (__typeof__(dnnl_##name) *)dlsym(handle, "dnnl_" #name); \
  if (!cl_onednn.name) return 0;
  CL_ONEDNN_FUNCTIONS(FIND)
#undef FIND
  return 1;
}

// By the library's function rather than by its environment variable: other threads may be reading the environment.
static int keeps_to_level(int level) {
  static const dnnl_cpu_isa_t most[] = {dnnl_cpu_isa_sse41, dnnl_cpu_isa_avx2, dnnl_cpu_isa_avx512_core};
  if (level < 0) return 1;
  cl_onednn.set_max_cpu_isa(most[level]);
  unsigned in_use = (unsigned)cl_onednn.get_effective_cpu_isa();
  return (in_use & ~(unsigned)most[level]) == 0;
}

static int runs_on_one_thread(void *handle, const dnnl_version_t *version) {
  if (version->cpu_runtime == DNNL_RUNTIME_SEQ) return 1;
  if (version->cpu_runtime != DNNL_RUNTIME_OMP) return 0;
  // Through the library's handle: its own OpenMP, whichever others the process has.
  omp_get_max_threads = (int (*)(void))dlsym(handle, "omp_get_max_threads");
  omp_set_num_threads = (void (*)(int))dlsym(handle, "omp_set_num_threads");
  return omp_get_max_threads && omp_set_num_threads;
}

// Why the library cannot be used, or NULL.
static const char *open_onednn(void) {
  if (!cl_libraries_are_wanted()) return "switched off by AULA_LIBRARIES=none";
  if (!cl_has_room_for_libraries()) return "less than 512 MB of address space";
  void *handle = dlopen("libdnnl.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return "missing";
  if (!find_functions(handle)) return "functions are missing";
  const dnnl_version_t *version = cl_onednn.version();
  if (version->major != 2) return "another version than 2";
  if (!runs_on_one_thread(handle, version)) return "built for threads that cannot be told to keep to one";
  if (!keeps_to_level(cl_forced_level())) return "cannot be lowered to AULA_CPU any more";
  // A variable of the environment may have asked for sums of fewer bits.
  dnnl_status_t (*set_mode)(int) = (dnnl_status_t(*)(int))dlsym(handle, "dnnl_set_default_fpmath_mode");
  if (set_mode && set_mode(0) != dnnl_success) return "cannot be kept to float32";
  int before = cl_onednn_begin_alone();
  dnnl_status_t status = cl_onednn.engine_create(&cl_onednn.engine, dnnl_cpu, 0);
  if (status == dnnl_success) status = cl_onednn.primitive_attr_create(&cl_onednn.attributes);
  if (status == dnnl_success) {
    status = cl_onednn.primitive_attr_set_scratchpad_mode(cl_onednn.attributes, dnnl_scratchpad_mode_user);
  }
  cl_onednn_end_alone(before);
  if (status != dnnl_success) return "does not start";
  Dl_info info;
  int found = dladdr((void *)cl_onednn.version, &info) && info.dli_fname;
  snprintf(description, sizeof description, "oneDNN %d.%d.%d, %s", version->major, version->minor, version->patch,
           found ? info.dli_fname : "unknown file");
  return NULL;
}

static void open_once(void) {
  const char *reason = open_onednn();
  is_open = !reason;
  if (reason) snprintf(description, sizeof description, "oneDNN: %s; convolutions use the program's own code", reason);
}

int cl_onednn_is_open(void) {
  pthread_once(&once, open_once);
  return is_open;
}

const char *cl_onednn_description(void) {
  pthread_once(&once, open_once);
  return description;
}

int cl_onednn_product(int a_turned, long m, long n, long k, const float *a, long a_row, const float *b, long b_row,
                      float *c, long c_row, int add) {
  int before = cl_onednn_begin_alone();
  float kept = add ? 1 : 0;
  dnnl_status_t status = cl_onednn.sgemm(a_turned ? 'T' : 'N', 'N', m, n, k, 1, a, a_row, b, b_row, kept, c, c_row);
  cl_onednn_end_alone(before);
  return status == dnnl_success ? 0 : 2;
}

#else

int cl_onednn_is_open(void) { return 0; }

const char *cl_onednn_description(void) { return "oneDNN: this program was built without version 2 of it"; }

#endif
