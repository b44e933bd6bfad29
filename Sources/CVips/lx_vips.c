#include "lx_vips.h"
#include <vips/vips.h>

int lx_vips_start(void) {
    int status = vips_init("lianxin");
    if (status == 0) vips_block_untrusted_set(TRUE);
    return status;
}
