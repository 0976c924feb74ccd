// Opens OpenBLAS, for its LAPACK, at its first use. Nothing is linked to it: it costs milliseconds at start-up, and
// everything works without. Also what every library's opening asks first.
#define _GNU_SOURCE
#include "clibraries.h"
#include "ckernels.h"
#include "libraries.h"
#include "onednn.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static void *openblas;
static char description[1024] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The OpenMP build by its own path first: the system's default may be the pthread build, which starts a pool of its
// own.
static const char *const openblas_files[] = {
#if defined(__x86_64__)
    "/usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblas.so.0",
#elif defined(__aarch64__)
    "/usr/lib/aarch64-linux-gnu/openblas-openmp/libopenblas.so.0",
#endif
    "libopenblas.so.0",
};

static void *open_first(void) {
  for (size_t i = 0; i < sizeof openblas_files / sizeof openblas_files[0]; i++) {
    void *handle = dlopen(openblas_files[i], RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
  }
  return NULL;
}

int cl_libraries_are_wanted(void) {
  const char *wish = getenv("AULA_LIBRARIES");
  return !wish || strcmp(wish, "none") != 0;
}

int cl_has_room_for_libraries(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= (rlim_t)512 << 20;
}

int cl_forced_level(void) {
  const char *name = getenv("AULA_CPU");
  if (!name) return -1;
  for (int level = CK_BASELINE; level <= CK_AVX512; level++) {
    if (strcmp(name, ck_level_name((ck_level)level)) == 0) return (int)ck_current_level();
  }
  return -1;
}

static void *open_openblas(int level) {
  static const char *const core_names[] = {"Prescott", "Haswell", "SkylakeX"};
  static const char variable[] = "OPENBLAS_CORETYPE";
  if (!cl_has_room_for_libraries()) return NULL;
#if defined(__x86_64__)
  if (level >= 0) {
    // OpenBLAS reads the variable while it is loaded; child processes should not see ours.
    const char *before = getenv(variable);
    char *kept = before ? strdup(before) : NULL;
    setenv(variable, core_names[level], 1);
    void *handle = open_first();
    if (kept) setenv(variable, kept, 1);
    else unsetenv(variable);
    free(kept);
    return handle;
  }
#else
  (void)level, (void)core_names, (void)variable;
#endif
  return open_first();
}

static void open_library(void) {
  int wanted = cl_libraries_are_wanted();
  if (wanted) openblas = open_openblas(cl_forced_level());
  if (!openblas) {
    snprintf(description, sizeof description, "OpenBLAS: %s; linear algebra uses the program's own code",
             !wanted ? "switched off by AULA_LIBRARIES=none" : "missing, or less than 512 MB of address space");
    return;
  }
  // The program's own pool shares work out, and bits must not depend on somebody else's.
  void (*set_threads)(int) = (void (*)(int))dlsym(openblas, "openblas_set_num_threads");
  if (set_threads) set_threads(1);
  const char *(*config)(void) = (const char *(*)(void))dlsym(openblas, "openblas_get_config");
  Dl_info info;
  int found = config && dladdr((void *)config, &info) && info.dli_fname;
  snprintf(description, sizeof description, "%s, %s", config ? config() : "OpenBLAS",
           found ? info.dli_fname : "unknown file");
}

static void *library(void) {
  pthread_once(&once, open_library);
  return openblas;
}

static char all_descriptions[2048] = "";
static pthread_once_t once_described = PTHREAD_ONCE_INIT;

static void describe_all(void) {
  library();
  snprintf(all_descriptions, sizeof all_descriptions, "%s; %s", description, cl_onednn_description());
}

const char *cl_describe(void) {
  pthread_once(&once_described, describe_all);
  return all_descriptions;
}

int cl_has_onednn(void) { return cl_onednn_is_open(); }

int cl_has_openblas(void) { return library() != NULL; }

void *cl_lapack_symbol(const char *name) {
  void *handle = library();
  return handle && name ? dlsym(handle, name) : NULL;
}
