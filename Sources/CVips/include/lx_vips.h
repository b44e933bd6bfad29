#pragma once
#include <stddef.h>
#include <stdint.h>

/// What came of a picture.
enum lx_picture_fault {
    LX_PICTURE_OK = 0,
    /// None of the types that are taken.
    LX_PICTURE_UNKNOWN = 1,
    /// More pixels than asked for; nothing was unfolded.
    LX_PICTURE_TOO_LARGE = 2,
    /// Of a type that is taken, but not whole.
    LX_PICTURE_BROKEN = 3,
};

typedef struct {
    /// Given back by lx_picture_free.
    unsigned char *bytes;
    size_t length;
    int width;
    int height;
} lx_picture;

/// Starts the library once a process; 0 when it is there.
int lx_vips_start(void);

/// Unfolds a picture (JPEG, PNG, WebP, HEIC, the first frame of a GIF), turns it upright, scales it down until no side
/// is longer than `side`, and folds it as a JPEG with nothing in it but the picture.
enum lx_picture_fault lx_picture_jpeg(
    const unsigned char *bytes, size_t length, int side, int quality, int64_t most_pixels, int most_side,
    lx_picture *made);

void lx_picture_free(lx_picture *made);
