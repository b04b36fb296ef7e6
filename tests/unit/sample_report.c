/* SPDX-License-Identifier: MPL-2.0 */
#include "sample_report.h"

#define TEXT_COLUMN(member) \
	{ \
#member, DB_TEXT, true, offsetof(struct sample_row, member), 0 \
	}

const struct column sample_columns[] = {
	TEXT_COLUMN(number),
	TEXT_COLUMN(title),
	TEXT_COLUMN(state),
	{ "decided", DB_DAY, true, offsetof(struct sample_row, decided), 0 },
	TEXT_COLUMN(approver),
	TEXT_COLUMN(basis),
	{ "level", DB_I32, true, offsetof(struct sample_row, level),
	    offsetof(struct sample_row, has_level) },
	{ "counted", DB_BOOL, true, offsetof(struct sample_row, counted),
	    offsetof(struct sample_row, has_counted) },
	{ "stored", DB_MOMENT, true, offsetof(struct sample_row, stored), 0 },
	{ NULL, DB_TEXT, false, 0, 0 },
};

static const char *const roles[] = { "Medicinsk ekspert", "Kommunikator", "Samarbejder",
	"Leder/administrator", "Sundhedsfremmer", "Akademiker", "Professionel" };

static const char *const titles[] = {
	"Varetager udredning og behandling af patienter med brystsmerter",
	"Vurderer og behandler den akut dårlige patient efter ABCDE, og tilkalder hjælp i tide",
	"Forebygger, diagnosticerer og behandler sygdomme i skjoldbruskkirtlen",
	"Gennemfører samtale med patient og pårørende om alvorlig sygdom og ophør af behandling",
	"Leder stuegang og sikrer, at planer er forstået af afdelingens øvrige personale",
	"Søger, vurderer og formidler videnskabelig litteratur på en konference",
	"Erkender grænsen for egen formåen, og søger råd før den er nået",
};

static const char note[] =
    "Kompetencen er opnået under ansættelse ved Medicinsk Afdeling, Østerå Sygehus, i perioden "
    "01.09.2023 til 29.02.2024 og er vurderet efter vejledningen om merit. Rådet har lagt vægt "
    "på den fremsendte attestation, på vejlederens udtalelse og på, at ansættelsen var "
    "klassificeret.\nMeritten omfatter alene kompetencen og ikke tid.";

static struct sample_row *
sample_rows(struct arena *a, size_t n)
{
	struct sample_row *rows = arena_array(a, n, sizeof *rows);

	for (size_t i = 0; i < n; i++) {
		bool merit = i % 4 == 3;

		rows[i] = (struct sample_row){
			.role = roles[i * 7 / n],
			.number = arena_format(a, "%zu.%zu", i * 7 / n + 1, i + 1),
			.title = titles[i % 7],
			.state = i % 9 == 8 ? "Anmodet" : "Godkendt",
			.decided = { 2026, (int8_t)(i % 12 + 1), (int8_t)(i % 28 + 1) },
			.approver = i % 2 == 0 ? "Åse Ørnskov Kærgård, vejleder, "
			                         "Medicinsk Afdeling, Østerå Sygehus"
			                       : "Bo Fjeldgaard, uddannelses"
			                         "ansvarlig overlæge, Hjertemedicinsk Afdeling, "
			                         "Nørrevang Hospital",
			.basis = merit ? "Merit" : "Vurdering i afdelingen",
			.level = (int32_t)(i % 4 + 1),
			.has_level = i % 5 != 4,
			.counted = i % 3 != 0,
			.has_counted = i % 6 != 5,
			.stored = { 1772366700 + (int64_t)i * 86400 },
		};
	}
	return rows;
}

static void
sample_notes(struct arena *a, struct table *t)
{
	struct row_note *notes = arena_array(a, t->n / 4 + 1, sizeof *notes);

	for (size_t i = 3; i < t->n; i += 4)
		notes[t->nnotes++] = (struct row_note){ i,
			"Meritnotat af 01.03.2027, Videreuddannelsessekretariatet Nord", note };
	t->notes = notes;
}

static struct table *
sample_table(struct arena *a, size_t n)
{
	static const struct shown shown[] = {
		{ &sample_columns[0], "Nr.", 9 },
		{ &sample_columns[1], "Kompetence", 32 },
		{ &sample_columns[2], "Status", 12 },
		{ &sample_columns[3], "Dato", 13 },
		{ &sample_columns[4], "Godkendt af", 22 },
		{ &sample_columns[5], "Grundlag", 12 },
	};
	struct table *t = arena_take(a, sizeof *t);

	*t = (struct table){
		.caption = "Kompetencer i målbeskrivelsen",
		.key = "kompetencer",
		.shown = shown,
		.columns = sizeof shown / sizeof *shown,
		.rows = sample_rows(a, n),
		.n = n,
		.size = sizeof(struct sample_row),
		.group = "role",
		.group_heading = "Rolle",
		.group_offset = offsetof(struct sample_row, role),
		.empty = "Der er ingen kompetencer.",
	};
	sample_notes(a, t);
	return t;
}

struct report *
sample_report(struct arena *a, size_t n)
{
	static const struct fact facts[] = {
		{ "Navn", "Anne-Mette Østergaard Bjerregård", "navn" },
		{ "CPR-nummer", "750385-4321", "cpr" },
		{ "Uddannelse", "Hoveduddannelse i intern medicin: kardiologi", "uddannelse" },
		{ "Målbeskrivelse", "Kardiologi 2024, version 3, gældende fra 01.01.2024",
		    "maalbeskrivelse" },
		{ "Opnået", "89 af 100 kompetencer, heraf 25 ved merit", "opnaaet" },
	};
	static const struct passage passages[] = {
		{ "Merit for tid", "Meritnotat af 15.02.2027, Videreuddannelsessekretariatet Nord",
		    note },
	};
	struct report *r = arena_take(a, sizeof *r);

	*r = (struct report){
		.title = "Kompetencer",
		.subtitle = "Kardiologi 2024, version 3",
		.subject = "Anne-Mette Østergaard Bjerregård",
		.subject_cpr = "750385-4321",
		.printed = { 1803906300 },
		.facts = facts,
		.nfacts = sizeof facts / sizeof *facts,
		.tables = sample_table(a, n),
		.ntables = 1,
		.passages_heading = "Meritnotater uden kompetence",
		.passages = passages,
		.npassages = 1,
		.note = "Udskriften viser, hvad der stod i logbogen, da den blev lavet.",
	};
	return r;
}
