// SPDX-License-Identifier: MPL-2.0
//
// Who asks in the measurements, and the pages that they ask for.
import { column, log_in, one, request, sql } from './stack.mjs';

/* A few people of each kind, logged in: doctors who have merits, the UAO of the departments
 * where most is asked for, and secretariats. */
export async function everybody() {
	const doctors = Number(one("SELECT MAX(id) FROM user_role WHERE role = 'UL' AND id = person"));
	const some = Array.from({ length: 16 }, (_, i) => 5 * Math.floor((i + 0.5) * doctors / 80) || 5);
	const busy = column(`SELECT h.id FROM user_role h
		JOIN (SELECT org_unit, COUNT(*) AS n FROM approval_now WHERE status = 'REQUESTED' GROUP BY org_unit) w USING (org_unit)
		WHERE h.role = 'UAO' ORDER BY w.n DESC, h.id LIMIT 8`);
	const office = column("SELECT id FROM user_role WHERE role = 'VUS' ORDER BY id LIMIT 4");
	const all = {};
	for (const [kind, ids] of [['doctors', some], ['approvers', busy], ['office', office]]) {
		all[kind] = [];
		for (const id of ids)
			all[kind].push(await log_in(id));
	}
	return all;
}

/* Doctors whom this approver's department has today. */
const doctors_of = (who, n) => column(`SELECT DISTINCT e.doctor FROM user_role h JOIN element e ON e.org_unit = h.org_unit
	WHERE h.id = ${who.id} AND e.since < '${today}' AND e.until > '${today}' ORDER BY e.doctor LIMIT ${n}`);
const doctors_of_region = (who, n) => column(`SELECT DISTINCT c.doctor FROM user_role h JOIN training_course c ON c.region = h.region
	JOIN merit m ON m.doctor = c.doctor WHERE h.id = ${who.id} LIMIT ${n}`);
const asked_of = (who, n) => column(`SELECT n.approval FROM user_role h JOIN approval_now n ON n.org_unit = h.org_unit
	AND n.status = 'REQUESTED' WHERE h.id = ${who.id} ORDER BY n.approval LIMIT ${n}`);
export const today = process.env.BENCH_TODAY;

/* For each: requests of several people for several of the same page. */
const each = (people, addresses) => people.flatMap(who => addresses(who).map(at => request(who, at)));

export const own_list = all => all.doctors.map(who => request(who, '/logbog/kompetencer'));
export const floor = (all, kept = '') => all.doctors.map(who => request(who, `/floor/${kept}${who.id}`));
export const looks = all => each(all.approvers, who => doctors_of(who, 5).map(d => `/vejleder/laeger/${d}/kompetencer`));

/* Every page that there is but the two above: [what it is, its requests]. */
export function pages(all) {
	const goals = column("SELECT c.id FROM competency c JOIN curriculum l ON l.id = c.curriculum WHERE l.code = 'demo-hoveduddannelse' AND c.position % 20 = 3");
	const nobody = [{ cookie: 'logbog=' }];
	return [
		['Log ind', each(nobody, () => ['/adgang/log-ind'])],
		['Hjælp', each(nobody, () => ['/adgang/hjaelp'])],
		['Profil', each([...all.doctors, ...all.approvers], () => ['/adgang/profil'])],
		['Oversigt', each(all.doctors, () => ['/logbog/oversigt'])],
		['Dokumentation', each(all.doctors, () => ['/logbog/dokumentation'])],
		['Lægelig beskæftigelse', each(all.doctors, () => ['/logbog/beskaeftigelse'])],
		...[['Uddannelsesforløb', 'uddannelsesforloeb'], ['Attestationer', 'attestationer'], ['Kurser', 'kurser'], ['Forskningstræning', 'forskningstraening'],
			['Kompetencekort', 'kort'], ['Uddannelsesplan', 'uddannelsesplan'], ['Samtaler', 'samtaler'], ['Filer', 'filer']]
			.map(([what, at]) => [what, each(all.doctors, () => [`/logbog/${at}`])]),
		['One competency, own', each(all.doctors, () => goals.map(g => `/logbog/kompetencer/${g}`))],
		['Notater', each(all.doctors, () => ['/logbog/notater'])],
		['Indsigt', each(all.doctors, () => ['/logbog/indsigt'])],
		['Anmodninger (recorded)', each(all.approvers, () => ['/vejleder/anmodninger'])],
		['One request (recorded)', each(all.approvers, who => asked_of(who, 5).map(id => `/vejleder/anmodninger/${id}`))],
		['Mine læger', each(all.approvers, () => ['/vejleder/laeger'])],
		['One competency, a doctor\'s (recorded)', each(all.approvers, who => doctors_of(who, 5).map(d => `/vejleder/laeger/${d}/kompetencer/${goals[0]}`))],
		['Attestationer, the department\'s', each(all.approvers, () => ['/vejleder/attestationer'])],
		['Samtaler og planer', each(all.approvers, () => ['/vejleder/samtaler'])],
		['Overblik', each(all.office, () => ['/sekretariat/overblik'])],
		['Afsendelser', each(all.office, () => ['/sekretariat/afsendelser'])],
		['Evalueringer af uddannelsessteder', each(nobody, () => ['/evaluering/steder'])],
		['Er dokumentet ægte?', each(nobody, () => ['/verificer/'])],
		['Brugere', each(all.office, () => ['/sekretariat/brugere'])],
		['Brugere, all', each(all.office, () => ['/sekretariat/brugere?alle=1'])],
		['Brugere, filtered', each(all.office, () => ['/sekretariat/brugere?rolle=UAO&region=1'])],
		['Brugere, sorted by role and place', each(all.office, () => ['/sekretariat/brugere?region=1&speciale=7&orden=rolle'])],
		['Godkend merit, search', each(all.office, () => ['/sekretariat/godkend-merit?q=dalsgaard', '/sekretariat/godkend-merit?q=mikkel+toft'])],
		['Planlagte læger', each(all.office, () => ['/sekretariat/planlagte-laeger?region=0'])],
		['Planlagte læger, sorted by place, page 9', each(all.office, () => ['/sekretariat/planlagte-laeger?region=0&orden=sted&side=9'])],
		['Planlagte læger, by a part of the name', each(all.office, () => ['/sekretariat/planlagte-laeger?region=0&q=krag', '/sekretariat/planlagte-laeger?region=0&q=gaard'])],
		['Steder', each(all.office, () => ['/sekretariat/steder', '/sekretariat/steder?q=medicinsk'])],
		['Importkørsler', each(all.office, () => ['/import/koersler'])],
		['Vejledere', each(all.approvers, () => ['/vejleder/vejledere'])],
		['Beskeder', each([...all.doctors, ...all.approvers], () => ['/adgang/beskeder'])],
		['One user', each(all.office, who => doctors_of_region(who, 5).map(d => `/sekretariat/brugere/${d}`))],
		['Kompetencer, of the region (recorded)', each(all.office, who => doctors_of_region(who, 5).map(d => `/sekretariat/brugere/${d}/kompetencer`))],
		['Godkend merit, the form (recorded)', each(all.office, who => doctors_of_region(who, 5).map(d => `/sekretariat/godkend-merit/${d}`))],
		['Merit given by the region', each(all.office, () => ['/sekretariat/merit'])],
		['Merit given by the region, page 20', each(all.office, () => ['/sekretariat/merit?side=20'])],
		['JSON of 100 competencies', each(all.doctors, () => ['/udskrift/kompetencer.json'])],
		['Brugere, of a place', each(all.office, () => ['/sekretariat/brugere?sted=geriatrisk&region=1'])],
	];
}

/* Requests that wait for these approvers, as forms that approve them; each works once. */
export async function approvals(all, n) {
	const out = [];
	for (const who of all.approvers) {
		await who.ask('/vejleder/anmodninger');
		for (const id of asked_of(who, Math.ceil(n / all.approvers.length)))
			out.push(request(who, `/vejleder/anmodninger/${id}`, { formular: who.token, svar: 'godkend' }));
	}
	// in turn, so that no department's come all at once
	return out.map((r, i) => [i % Math.ceil(n / all.approvers.length), r]).sort((a, b) => a[0] - b[0]).map(([, r]) => r);
}

/* What the searches lead to, where what was found has an address of its own. */
async function found(who, q) {
	await who.ask('/sekretariat/brugere');
	await who.post('/sekretariat/brugere', { q });
	return who.location === null ? [] : [request(who, who.location)];
}

/* Searches of the secretariats: part of a name, an e-mail address, a mobile, a CPR number; both what is
 * sent and the page that it leads to. */
export async function searches(all) {
	const some = sql('SELECT p.email, b.digits, RIGHT(p.mobile, 8) FROM person p JOIN bench_person b USING (id) WHERE p.id % 1009 = 7');
	const names = ['gaard', 'krag', 'anne mette', 'øst', 'maja dalsgaard', 'sen', 'mikkel toft', 'ørnskov kirk', 'bjerre', 'th'];
	const kinds = [['a part of the name', names], ['e-mail address', some.map(([email]) => email)], ['mobile number', some.map(([, , mobile]) => mobile)],
		['CPR number', some.map(([, digits]) => digits)]];
	const out = [];
	for (const [kind, words] of kinds) {
		const asked = [];
		for (const who of all.office)
			for (const q of words.slice(0, 20)) {
				const page = await found(who, q);
				asked.push(request(who, '/sekretariat/brugere', { formular: who.token, q }), ...page);
			}
		out.push([`Search by ${kind}`, asked]);
	}
	return out;
}
