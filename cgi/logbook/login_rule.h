/* SPDX-License-Identifier: MPL-2.0
 *
 * The rules of getting in: how long a one-time code lives, when wrong guesses are too many,
 * what counts as the same account and the same network, what a password must be.
 */
#ifndef LOGIN_RULE_H
#define LOGIN_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

enum {
	CODE_DIGITS = 6,
	CODE_LIVES = 5 * 60,      /* seconds */
	CODE_TRIES = 5,           /* of one code */
	CODES_MOST = 3,           /* of one session: then from the start again */
	HALF_WAY_LIVES = 15 * 60, /* seconds from the password to the code */
	GUESS_WINDOW = 15 * 60,   /* seconds in which wrong guesses are counted */
	GUESSES_ACCOUNT = 10,
	GUESSES_ADDRESS = 60, /* a hospital has one address */
	ASKS_ACCOUNT = 3,     /* mails to one who forgot the password */
	PASSWORD_LEAST = 12,  /* characters */
	GUESS_KEPT = 24 * 60 * 60,
	SESSION_KEPT = 30 * 24 * 60 * 60
};

/* What stands for the password of a login that was reset: no password fits it. */
#define PASSWORD_LOCKED "!"

/* An e-mail address as it is compared: A-Z made small, nothing else.  The database finds more
 * than that (é for e); whoever typed such a spelling did not type this account, and cannot
 * have its guesses counted apart. */
const char *email_folded(struct arena *, const char *);

/* What of a client's address its guesses are counted under: all of IPv4, also when it is
 * written as IPv6; the /64 of IPv6, of which one house has 2^64.  What is no address stays. */
const char *address_network(struct arena *, const char *);

/* Until when one must wait: `at` are the moments of the wrong guesses within the window, oldest
 * first.  No moment when they are fewer than most. */
struct moment guesses_until(const struct moment *at, size_t n, size_t most);

/* The moment as a clock shows it, rounded up to a whole minute: "14.05". */
const char *clock_text(struct arena *, struct moment);

/* Six digits, with spaces where people like them, into code.  False, and code untouched,
 * for anything else. */
bool code_read(const char *typed, char code[CODE_DIGITS + 1]);

/* The six digits that 32 bytes of a keyed hash stand for; each as likely as any other but for
 * less than one in 10^13. */
void code_of_hash(const unsigned char hash[32], char code[CODE_DIGITS + 1]);

/* Can it still be tried? */
enum code_state { CODE_READY, CODE_OLD, CODE_USED, CODE_SPENT };
enum code_state
code_state_of(struct moment made, struct moment used, uint32_t tries, struct moment now);

/* What is wrong with a new password. */
enum password_fault { PASSWORD_FINE, PASSWORD_SHORT, PASSWORD_IS_EMAIL, PASSWORD_ONE_CHARACTER };
enum password_fault password_fault_of(struct arena *, const char *password, const char *email);

#endif
