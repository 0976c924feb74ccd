// The thread pool: runs numbered tasks over a fixed set of threads, of which the caller is one.
#pragma once

typedef struct ck_pool ck_pool;

// One task; `worker` is 0 for the caller and less than the number of threads, and never runs two tasks at a time.
typedef void (*ck_task)(void *context, long index, int worker);

// A pool of that many threads, the caller counted; fewer when the system refuses some; NULL when there is no memory.
ck_pool *ck_pool_create(int threads);
// Ends the pool's threads and frees it; nobody may be running tasks on it. NULL is fine.
void ck_pool_destroy(ck_pool *pool);
// How many threads the pool has, the caller counted; 1 for NULL.
int ck_pool_threads(const ck_pool *pool);
// Runs tasks 0 ..< tasks, each once, in no set order, and returns 0 when all are done; returns 1 when *cancel (may be
// NULL) was seen to be other than 0 before some task began: that one and later ones are left out, those begun are
// finished. A call from inside a task of the same pool, or while another thread uses the pool, runs its tasks on the
// calling thread.
int ck_pool_run(ck_pool *pool, long tasks, ck_task task, void *context, const int *cancel);
