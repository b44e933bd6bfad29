#pragma once
#include <stddef.h>

/// Starts the library once a process; 0 when it is there.
int lx_vips_start(void);
