#include "lx_curl.h"
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

struct lx_mail {
  CURL *curl;
  struct curl_slist *to;
  const char *bytes;
  size_t left;
  int had_begun;
  char words[CURL_ERROR_SIZE];
};

const char *lx_curl_version(void) { return curl_version(); }

static void begin(void) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  // A server that hangs up while we write must not end the program.
  signal(SIGPIPE, SIG_IGN);
}

static size_t give(char *buffer, size_t size, size_t count, void *context) {
  lx_mail *mail = context;
  size_t part = size * count < mail->left ? size * count : mail->left;
  mail->had_begun = 1;
  memcpy(buffer, mail->bytes, part);
  mail->bytes += part;
  mail->left -= part;
  return part;
}

lx_mail *lx_mail_new(const char *url, const char *from, const char *to, long seconds) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, begin);
  lx_mail *mail = calloc(1, sizeof *mail);
  if (mail == NULL) return NULL;
  mail->curl = curl_easy_init();
  mail->to = curl_slist_append(NULL, to);
  if (mail->curl == NULL || mail->to == NULL) {
    lx_mail_free(mail);
    return NULL;
  }
  curl_easy_setopt(mail->curl, CURLOPT_URL, url);
  curl_easy_setopt(mail->curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(mail->curl, CURLOPT_MAIL_FROM, from);
  curl_easy_setopt(mail->curl, CURLOPT_MAIL_RCPT, mail->to);
  curl_easy_setopt(mail->curl, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(mail->curl, CURLOPT_READDATA, mail);
  curl_easy_setopt(mail->curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(mail->curl, CURLOPT_ERRORBUFFER, mail->words);
  curl_easy_setopt(mail->curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(mail->curl, CURLOPT_CONNECTTIMEOUT, seconds < 10 ? seconds : 10L);
  curl_easy_setopt(mail->curl, CURLOPT_TIMEOUT, seconds);
  // A proxy that the machine has for the web is none for mail.
  curl_easy_setopt(mail->curl, CURLOPT_PROXY, "");
  return mail;
}

void lx_mail_free(lx_mail *mail) {
  if (mail == NULL) return;
  if (mail->curl != NULL) curl_easy_cleanup(mail->curl);
  curl_slist_free_all(mail->to);
  free(mail);
}

void lx_mail_sign_in(lx_mail *mail, const char *user, const char *password) {
  curl_easy_setopt(mail->curl, CURLOPT_USERNAME, user);
  curl_easy_setopt(mail->curl, CURLOPT_PASSWORD, password);
  // The credentials with the command and not after one more question.
  curl_easy_setopt(mail->curl, CURLOPT_SASL_IR, 1L);
}

void lx_mail_encrypt(lx_mail *mail, const char *authority_file) {
  curl_easy_setopt(mail->curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
  curl_easy_setopt(mail->curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  if (authority_file != NULL) curl_easy_setopt(mail->curl, CURLOPT_CAINFO, authority_file);
}

int lx_mail_send(lx_mail *mail, const char *bytes, size_t length) {
  mail->bytes = bytes;
  mail->left = length;
  mail->had_begun = 0;
  return (int)curl_easy_perform(mail->curl);
}

long lx_mail_answer(const lx_mail *mail) {
  long answer = 0;
  curl_easy_getinfo(mail->curl, CURLINFO_RESPONSE_CODE, &answer);
  return answer;
}

const char *lx_mail_words(const lx_mail *mail) { return mail->words; }

int lx_mail_had_begun(const lx_mail *mail) { return mail->had_begun; }
