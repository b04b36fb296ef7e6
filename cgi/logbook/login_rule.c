/* SPDX-License-Identifier: MPL-2.0 */
#include "login_rule.h"

#include <arpa/inet.h>
#include <string.h>

#include "text.h"

const char *
email_folded(struct arena *a, const char *email)
{
	char *s = arena_string(a, email);

	for (char *p = s; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return s;
}

const char *
address_network(struct arena *a, const char *address)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	unsigned char b[16];

	if (inet_pton(AF_INET6, address, b) != 1)
		return arena_string(a, address);
	if (memcmp(b, mapped, sizeof mapped) == 0)
		return arena_format(a, "%u.%u.%u.%u", b[12], b[13], b[14], b[15]);
	return arena_format(a, "%02x%02x:%02x%02x:%02x%02x:%02x%02x::/64", b[0], b[1], b[2], b[3],
	    b[4], b[5], b[6], b[7]);
}

struct moment
guesses_until(const struct moment *at, size_t n, size_t most)
{
	if (n < most)
		return (struct moment){ 0 };
	/* When this one leaves the window there is one fewer than too many. */
	return (struct moment){ at[n - most].s + GUESS_WINDOW };
}

const char *
clock_text(struct arena *a, struct moment m)
{
	int32_t minutes = moment_second((struct moment){ (m.s + 59) / 60 * 60 }) / 60;

	return arena_format(a, "%02d.%02d", minutes / 60, minutes % 60);
}

bool
code_read(const char *typed, char code[CODE_DIGITS + 1])
{
	char digits[CODE_DIGITS + 1] = "";
	size_t n = 0;

	for (const char *p = typed; *p != '\0'; p++) {
		if (*p == ' ')
			continue;
		if (*p < '0' || *p > '9' || n == CODE_DIGITS)
			return false;
		digits[n++] = *p;
	}
	if (n != CODE_DIGITS)
		return false;
	memcpy(code, digits, sizeof digits);
	return true;
}

void
code_of_hash(const unsigned char hash[32], char code[CODE_DIGITS + 1])
{
	uint64_t n = 0;

	/* 2^64 divided by 10^6 leaves a rest that makes some codes 5e-14 likelier. */
	for (size_t i = 0; i < sizeof n; i++)
		n = n << 8 | hash[i];
	for (size_t i = CODE_DIGITS; i-- > 0; n /= 10)
		code[i] = (char)('0' + n % 10);
	code[CODE_DIGITS] = '\0';
}

enum code_state
code_state_of(struct moment made, struct moment used, uint32_t tries, struct moment now)
{
	if (used.s != 0)
		return CODE_USED;
	if (now.s - made.s > CODE_LIVES || now.s < made.s)
		return CODE_OLD;
	return tries >= CODE_TRIES ? CODE_SPENT : CODE_READY;
}

enum password_fault
password_fault_of(struct arena *a, const char *password, const char *email)
{
	if (utf8_count(password) < PASSWORD_LEAST)
		return PASSWORD_SHORT;
	if (strcmp(email_folded(a, password), email_folded(a, email)) == 0)
		return PASSWORD_IS_EMAIL;
	if (strspn(password, (const char[]){ password[0], '\0' }) == strlen(password))
		return PASSWORD_ONE_CHARACTER;
	return PASSWORD_FINE;
}
