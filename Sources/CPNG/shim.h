// libpng, which writes the pixels that Figures has drawn.
#include <png.h>
