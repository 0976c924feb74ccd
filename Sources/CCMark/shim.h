// cmark-gfm, which reads the Markdown of lessons.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
