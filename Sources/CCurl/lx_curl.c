#include "lx_curl.h"
#include <curl/curl.h>

const char *lx_curl_version(void) { return curl_version(); }
