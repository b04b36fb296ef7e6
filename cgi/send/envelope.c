/* SPDX-License-Identifier: MPL-2.0 */
#include "envelope.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdint.h>
#include <time.h>

/* The library's handles of one envelope; all of them may be NULL. */
struct closing {
	BIO *file, *in, *to;
	X509 *certificate;
	STACK_OF(X509) * receivers;
	CMS_ContentInfo *cms;
};

static void
let_go(struct closing *c)
{
	CMS_ContentInfo_free(c->cms);
	sk_X509_free(c->receivers);
	X509_free(c->certificate);
	BIO_free(c->file);
	BIO_free(c->in);
	BIO_free(c->to);
}

static enum envelope
read_certificate(struct closing *c, const char *path, struct moment now)
{
	time_t t = (time_t)now.s;

	c->file = path == NULL || path[0] == '\0' ? NULL : BIO_new_file(path, "r");
	c->certificate = c->file == NULL ? NULL : PEM_read_bio_X509(c->file, NULL, NULL, NULL);
	if (c->certificate == NULL)
		return ENVELOPE_NO_CERTIFICATE;
	if (X509_cmp_time(X509_get0_notBefore(c->certificate), &t) >= 0 ||
	    X509_cmp_time(X509_get0_notAfter(c->certificate), &t) <= 0)
		return ENVELOPE_OVER;
	return ENVELOPE_FINE;
}

static bool
close_it(struct closing *c, struct bytes b)
{
	if (b.n > INT32_MAX)
		return false;
	c->receivers = sk_X509_new_null();
	c->in = BIO_new_mem_buf(b.at, (int)b.n);
	c->to = BIO_new(BIO_s_mem());
	if (c->receivers == NULL || c->in == NULL || c->to == NULL ||
	    sk_X509_push(c->receivers, c->certificate) == 0)
		return false;
	c->cms = CMS_encrypt(c->receivers, c->in, EVP_aes_256_gcm(), CMS_BINARY);
	return c->cms != NULL && i2d_CMS_bio(c->to, c->cms) == 1;
}

enum envelope
envelope_close(
    struct arena *a, const char *certificate, struct bytes b, struct moment now, struct bytes *out)
{
	struct closing c = { 0 };
	enum envelope answer = read_certificate(&c, certificate, now);
	char *at;
	long n;

	if (answer == ENVELOPE_FINE && !close_it(&c, b))
		answer = ENVELOPE_FAILED;
	if (answer == ENVELOPE_FINE && (n = BIO_get_mem_data(c.to, &at)) > 0)
		*out = (struct bytes){ (const unsigned char *)arena_copy(a, at, (size_t)n),
			(size_t)n };
	let_go(&c);
	return answer;
}

const char *
envelope_text(enum envelope e)
{
	switch (e) {
	case ENVELOPE_FINE:
		return "";
	case ENVELOPE_NO_CERTIFICATE:
		return "the authority's certificate is not there, or no certificate in PEM";
	case ENVELOPE_OVER:
		return "the authority's certificate has run out, or does not hold yet";
	case ENVELOPE_FAILED:
		return "the authority's certificate cannot be used to close what is sent";
	}
	return "";
}
