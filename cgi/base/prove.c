/* SPDX-License-Identifier: MPL-2.0 */
#include "prove.h"

#include <stdio.h>
#include <string.h>

#include "child.h"
#include "log.h"
#include "number.h"

enum { ANSWER = 100 };

static const char *const words[] = {
	[PROOF_FINE] = "OK",
	[PROOF_TYPE] = "TYPE",
	[PROOF_ENCRYPTED] = "ENCRYPTED",
	[PROOF_DAMAGED] = "DAMAGED",
	[PROOF_EMPTY] = "EMPTY",
	[PROOF_TOO_LARGE_PICTURE] = "TOO_LARGE_PICTURE",
	[PROOF_TOO_MANY_PAGES] = "TOO_MANY_PAGES",
	[PROOF_TOO_LARGE] = "TOO_LARGE",
	[PROOF_TIMEOUT] = "TIMEOUT",
	[PROOF_SCRIPT] = "SCRIPT",
	[PROOF_MALWARE] = "MALWARE",
	[PROOF_UNABLE] = "UNABLE",
};

const char *
proof_word(enum proof p)
{
	return words[p];
}

const char *
proof_type(const char *name)
{
	static const char *const types[] = { "application/pdf", "image/jpeg", "image/png" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i], name) == 0)
			return types[i];
	return NULL;
}

const char *
proof_sentence(enum proof p)
{
	switch (p) {
	case PROOF_FINE:
		return "";
	case PROOF_TYPE:
		return "Filen er hverken en PDF, en JPEG eller en PNG, uanset hvad den hedder. Gem "
		       "brevet som PDF, og vedhæft det igen.";
	case PROOF_ENCRYPTED:
		return "Filen er en krypteret PDF. Gem den uden adgangskode, og vedhæft den igen.";
	case PROOF_DAMAGED:
		return "Filen kan ikke læses til ende; den er beskadiget eller kun hentet halvt. "
		       "Hent eller scan den igen, eller udskriv den til en ny PDF, og vedhæft den.";
	case PROOF_EMPTY:
		return "Filen er tom. Vælg en fil, der indeholder brevet.";
	case PROOF_TOO_LARGE_PICTURE:
		return "Billedet er for stort: højst 12.000 punkter på hver led og 64 millioner i "
		       "alt. Gem det mindre, og vedhæft det igen.";
	case PROOF_TOO_MANY_PAGES:
		return "Filen har over 200 sider. Vedhæft kun de sider, der hører til brevet.";
	case PROOF_TOO_LARGE:
		return "Filen fylder over 20 MB. Gem den mindre, og vedhæft den igen.";
	case PROOF_TIMEOUT:
		return "Filen er for tung at læse. Udskriv den til en ny PDF, og vedhæft den i "
		       "stedet.";
	case PROOF_SCRIPT:
		return "Filen indeholder et program (JavaScript), som kan ændre, hvad den viser. "
		       "Udskriv den til en ny PDF, og vedhæft den i stedet.";
	case PROOF_MALWARE:
		return "Virusscanneren har fundet noget i filen. Den er ikke gemt. Lav en ny fil på en anden "
		       "maskine, og sig det til din IT-afdeling.";
	case PROOF_UNABLE:
		return "Filen kunne ikke undersøges lige nu. Prøv igen om lidt.";
	}
	return "";
}

static enum proof
proof_of_word(const char *word)
{
	for (size_t i = 1; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return (enum proof)i;
	return PROOF_DAMAGED;
}

/* "OK application/pdf 2" or "NO ENCRYPTED". */
static enum proof
understand(const char *answer, struct proved *out)
{
	char first[3], second[30], third[12];
	const char *type;
	uint32_t pages;
	int n = sscanf(answer, "%2s %29s %11s", first, second, third);

	if (n == 2 && strcmp(first, "NO") == 0)
		return proof_of_word(second);
	if (n != 3 || strcmp(first, "OK") != 0 || (type = proof_type(second)) == NULL ||
	    !number_u32(third, &pages) || pages == 0 || pages > PROVE_PAGES)
		return PROOF_DAMAGED;
	*out = (struct proved){ type, pages };
	return PROOF_FINE;
}

enum proof
prove_file(const char *program, const struct bytes *file, struct proved *out)
{
	char answer[ANSWER + 1] = "";
	struct child c = { .program = program,
		.name = "logbook-proof",
		.told = *file,
		.seconds = PROVE_SECONDS,
		.said = answer,
		.most = ANSWER };

	if (file->n > PROVE_LARGEST)
		return PROOF_TOO_LARGE;
	switch (child_run(&c)) {
	case CHILD_WELL:
		return understand(answer, out);
	case CHILD_BADLY:
		return PROOF_DAMAGED;
	case CHILD_TOO_LONG:
		return PROOF_TIMEOUT;
	case CHILD_NOT:
		break;
	}
	log_warn("prove: %s cannot be started", program);
	return PROOF_UNABLE;
}

enum proof
prove_clean(const char *program, const struct bytes *file)
{
	char answer[ANSWER + 1] = "";
	struct child c = { .program = program,
		.name = "logbook-scan",
		.told = *file,
		.seconds = PROVE_SECONDS,
		.said = answer,
		.most = ANSWER };
	enum child_end end;

	if (program == NULL)
		return PROOF_FINE;
	end = child_run(&c);
	if (end == CHILD_WELL && (strcmp(answer, "OK") == 0 || strcmp(answer, "OK\n") == 0))
		return PROOF_FINE;
	if (end != CHILD_NOT && strncmp(answer, "FOUND", strlen("FOUND")) == 0)
		return PROOF_MALWARE;
	log_warn("prove: %s did not scan a file", program);
	return PROOF_UNABLE;
}
