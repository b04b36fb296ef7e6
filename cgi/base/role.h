/* SPDX-License-Identifier: MPL-2.0
 *
 * The roles of domain section 2.1, in the words of the database's ENUM.
 */
#ifndef ROLE_H
#define ROLE_H

enum role {
	ROLE_NONE,
	ROLE_UL, /* uddannelseslæge */
	ROLE_VEJLEDER,
	ROLE_HOVEDVEJLEDER,
	ROLE_UAO,
	ROLE_TUTOR,
	ROLE_VUS,
	ROLE_HKL, /* hovedkursusleder */
	ROLE_DKL, /* delkursusleder */
	ROLE_KURSUSUDBYDER,
	ROLE_FORSKVEJLEDER,
	ROLE_PROJEKTLEDER,
	ROLE_PKL,
	ROLES
};

/* "UL", "VEJLEDER", …: the database's word; role_of_word answers ROLE_NONE for any other. */
const char *role_word(enum role);
enum role role_of_word(const char *);
/* "Uddannelseslæge", "Vejleder", …: what the screen says; "Ingen rolle" for ROLE_NONE. */
const char *role_title(enum role);
/* The same where there is little room: "UAO", "VUS"; the title where it is short. */
const char *role_short(enum role);

#endif
