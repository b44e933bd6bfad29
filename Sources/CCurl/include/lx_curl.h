#pragma once
#include <stddef.h>

/// The library's own version, for a first sign of life.
const char *lx_curl_version(void);
