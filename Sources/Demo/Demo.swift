// The folder's first file; replaced as the part grows.
