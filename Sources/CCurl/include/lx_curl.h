#pragma once
#include <stddef.h>

/// The library's own version, for a first sign of life.
const char *lx_curl_version(void);

/// One mail on its way to a server; used by one thread at a time. Texts are copied.
typedef struct lx_mail lx_mail;

/// For a server such as `smtp://host:587/own.domain`, from one address to another, within so many seconds in all.
/// NULL without memory.
lx_mail *lx_mail_new(const char *url, const char *from, const char *to, long seconds);

void lx_mail_free(lx_mail *mail);

void lx_mail_sign_in(lx_mail *mail, const char *user, const char *password);

/// Nothing may go in the clear. Of a certificate authority of one's own the file is named, else NULL.
void lx_mail_encrypt(lx_mail *mail, const char *authority_file);

/// Sends headers and body. 0 when the server took it, else the library's code.
int lx_mail_send(lx_mail *mail, const char *bytes, size_t length);

/// The server's last answer, such as 550; 0 when it gave none.
long lx_mail_answer(const lx_mail *mail);

/// What the library says went wrong.
const char *lx_mail_words(const lx_mail *mail);

/// Whether the text itself had begun to go out: from then on it may have been taken.
int lx_mail_had_begun(const lx_mail *mail);
