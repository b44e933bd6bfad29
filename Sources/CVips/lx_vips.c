#include "lx_vips.h"
#include <string.h>
#include <vips/vips.h>

// What is wrong with somebody's picture is told to her, not to the log.
static void be_silent(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data) {
    (void)domain, (void)level, (void)message, (void)data;
}

int lx_vips_start(void) {
    int status = vips_init("lianxin");
    if (status != 0) return status;
    // Loaders that were never meant for strangers' files, such as those of ImageMagick and PDF.
    vips_block_untrusted_set(TRUE);
    // The caller has threads of its own, and nothing of anybody's picture stays behind.
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    g_log_set_handler("VIPS", G_LOG_LEVEL_MASK, be_silent, NULL);
    return 0;
}

static int starts(const unsigned char *bytes, size_t length, size_t at, const char *mark, size_t count) {
    return length >= at + count && memcmp(bytes + at, mark, count) == 0;
}

static int is_heic(const unsigned char *b, size_t n) {
    static const char *brands[] = {"heic", "heix", "mif1", "msf1", "heim", "heis"};
    if (!starts(b, n, 4, "ftyp", 4)) return 0;
    for (size_t i = 0; i < sizeof(brands) / sizeof(brands[0]); i++)
        if (starts(b, n, 8, brands[i], 4)) return 1;
    return 0;
}

// Reads the head alone, with the one loader of the type that the first bytes say: no other one is ever tried.
static enum lx_picture_fault head(const unsigned char *b, size_t n, VipsImage **image) {
    void *bytes = (void *)b;
    int failed;
    if (starts(b, n, 0, "\xFF\xD8\xFF", 3)) failed = vips_jpegload_buffer(bytes, n, image, NULL);
    else if (starts(b, n, 0, "\x89PNG\r\n\x1A\n", 8)) failed = vips_pngload_buffer(bytes, n, image, NULL);
    else if (starts(b, n, 0, "RIFF", 4) && starts(b, n, 8, "WEBP", 4))
        failed = vips_webpload_buffer(bytes, n, image, NULL);
    else if (starts(b, n, 0, "GIF87a", 6) || starts(b, n, 0, "GIF89a", 6))
        failed = vips_gifload_buffer(bytes, n, image, NULL);
    else if (is_heic(b, n) && vips_type_find("VipsOperation", "heifload_buffer") != 0)
        failed = vips_heifload_buffer(bytes, n, image, NULL);
    else return LX_PICTURE_UNKNOWN;
    return failed ? LX_PICTURE_BROKEN : LX_PICTURE_OK;
}

static enum lx_picture_fault measure(
    const unsigned char *bytes, size_t length, int64_t most_pixels, int most_side) {
    VipsImage *image = NULL;
    enum lx_picture_fault fault = head(bytes, length, &image);
    if (fault == LX_PICTURE_OK) {
        int64_t width = vips_image_get_width(image), height = vips_image_get_height(image);
        if (width > most_side || height > most_side || width * height > most_pixels) fault = LX_PICTURE_TOO_LARGE;
    }
    if (image) g_object_unref(image);
    return fault;
}

// Upright, small enough, in the colours of the web, on white where it lets the ground through.
static int prepare(const unsigned char *bytes, size_t length, int side, VipsImage **made) {
    VipsImage *small = NULL, *coloured = NULL, *flat = NULL;
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    // Its own "fail_on" never reaches the loader of 8.14; half a photo is none.
    int failed = vips_thumbnail_buffer(
                     (void *)bytes, length, &small, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile",
                     "srgb", "option_string", "fail_on=truncated", NULL) ||
                 vips_colourspace(small, &coloured, VIPS_INTERPRETATION_sRGB, NULL) ||
                 (vips_image_hasalpha(coloured) ? vips_flatten(coloured, &flat, "background", white, NULL)
                                                : vips_copy(coloured, &flat, NULL)) ||
                 vips_cast_uchar(flat, made, NULL);
    vips_area_unref(VIPS_AREA(white));
    if (small) g_object_unref(small);
    if (coloured) g_object_unref(coloured);
    if (flat) g_object_unref(flat);
    return failed;
}

enum lx_picture_fault lx_picture_jpeg(
    const unsigned char *bytes, size_t length, int side, int quality, int64_t most_pixels, int most_side,
    lx_picture *made) {
    memset(made, 0, sizeof(*made));
    enum lx_picture_fault fault = measure(bytes, length, most_pixels, most_side);
    VipsImage *image = NULL;
    if (fault == LX_PICTURE_OK) {
        void *folded = NULL;
        int failed = prepare(bytes, length, side, &image) ||
                     vips_jpegsave_buffer(
                         image, &folded, &made->length, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, NULL);
        if (failed) {
            fault = LX_PICTURE_BROKEN;
        } else {
            made->bytes = folded;
            made->width = vips_image_get_width(image);
            made->height = vips_image_get_height(image);
        }
    }
    if (image) g_object_unref(image);
    vips_error_clear();
    vips_thread_shutdown();
    return fault;
}

void lx_picture_free(lx_picture *made) {
    if (made->bytes) g_free(made->bytes);
    memset(made, 0, sizeof(*made));
}
