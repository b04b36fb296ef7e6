// SPDX-License-Identifier: MPL-2.0
//
// The days between which may be sent, as midnight passes: between the page and the click, and between the order and
// the making of it (R-STPS-07, R-STPS-10, R-STPS-12).
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { control, count, one, person, sql } from './lib.mjs';
import { at, kbu, let_time_pass, make_ready, order, sender, specialist, state } from './sending.mjs';

function back() {
	control('restart', 'journal', 'LOGBOOK_TODAY=');
	sql(`UPDATE session SET made = UTC_TIMESTAMP(), seen = UTC_TIMESTAMP() WHERE person IN (${person(kbu)}, ${person(specialist)}) AND ended IS NULL`);
}
after(back);

/* The clock of the doctor's pages stands at that day; who is logged in stays so, as at any midnight. */
function midnight_into(day, email) {
	control('restart', 'journal', `LOGBOOK_TODAY=${day}`);
	sql(`UPDATE session SET made = TIMESTAMP('${day}', TIME(UTC_TIMESTAMP())), seen = TIMESTAMP('${day}', TIME(UTC_TIMESTAMP())) WHERE person = ${person(email)} AND ended IS NULL`);
}
const training = (email) => sql(`SELECT id, until FROM training_course WHERE doctor = ${person(email)} AND stage IN ('KBU', 'HU') AND cancelled IS NULL ORDER BY since DESC LIMIT 1`)[0];
const orders = (email) => count(`submission WHERE doctor = ${person(email)}`);
const danish = (day) => day.split('-').reverse().join('.');

for (const [name, email, slug, kind, months] of [
	['T_160 R_STPS_07', kbu, 'selvstaendigt-virke', 'PRACTICE', 1],
	['T_161 R_STPS_10', specialist, 'speciallaege', 'SPECIALIST', 6]])
	test(`${name} midnight into the first day: a page of the day before orders nothing before, and works after it; what is made on a clock behind waits`, async (t) => {
		t.after(back);
		const b = await make_ready(email), from = `${at}/afsend/${slug}`, [, until] = training(email);
		const [[first, eve]] = sql(`SELECT '${until}' - INTERVAL ${months} MONTH, '${until}' - INTERVAL ${months} MONTH - INTERVAL 1 DAY`);
		const form = Object.fromEntries((await b.get(from)).form(from).fields), was = orders(email);
		midnight_into(eve, email);
		let page = await b.get(at);
		assert.ok(page.text.includes(danish(first)), `it says from when: ${first}`);
		assert.ok(!page.links.includes(from));
		assert.equal((await b.get(from)).status, 409);
		page = await b.post(from, { ...form, samtykke: '1' });
		assert.equal(page.status, 409);
		assert.match(page.text, /Ét krav mangler/);
		assert.equal(orders(email), was);

		midnight_into(first, email);
		page = await b.post(from, { ...form, samtykke: '1' });
		assert.equal(page.status, 303, page.text);
		assert.equal(orders(email), was + 1);
		const id = Number(/afsendelse\/(\d+)/.exec(page.location)[1]);
		/* A machine whose clock has not passed midnight leaves it; it is not stopped for that. */
		sender({ LOGBOOK_TODAY: eve });
		assert.equal(state(id), 'ORDERED');
		sender({ LOGBOOK_TODAY: first });
		assert.equal(state(id), 'BUILT', one(`SELECT GROUP_CONCAT(words) FROM submission_step WHERE submission = ${id}`));
		assert.equal(one(`SELECT DATE(CONVERT_TZ(built, '+00:00', '+01:00')) BETWEEN '${first}' AND '${first}' + INTERVAL 1 DAY FROM submission_now WHERE submission = ${id}`), '1');
		let_time_pass(id); /* the certificate of the try-out is younger */
		sender();
		assert.equal(state(id), 'SENT');
	});

test('T_161 R_STPS_12 midnight into the end of training, between order and making: the last attestation of time may not be missing any more', async () => {
	const [course, until] = training(specialist), eve = one(`SELECT '${until}' - INTERVAL 1 DAY`);
	/* As the try-out begins: the last employment ends with the training, and its time is not attested. */
	const [[last, was, signed]] = sql(`SELECT e.id, e.until, COALESCE(n.status, '') FROM element e LEFT JOIN attestation_now n ON n.element = e.id AND n.kind = 'TIME'
		WHERE e.course = ${course} AND e.cancelled IS NULL ORDER BY e.until DESC LIMIT 1`);
	const set = (day, status) => sql(`UPDATE element SET until = '${day}' WHERE id = ${last}; UPDATE attestation_now SET status = '${status}' WHERE element = ${last} AND kind = 'TIME'`);
	set(until, 'RETURNED');
	try {
		const b = await make_ready(specialist), late = await order(b, 'SPECIALIST');
		let_time_pass(late);
		sender({ LOGBOOK_TODAY: until });
		assert.equal(state(late), 'STOPPED');
		assert.match((await b.get(`${at}/afsendelse/${late}`)).text, /Ikke opfyldt, da der skulle sendes: .*Attestation for tid på hvert delforløb/);
		const good = await order(b, 'SPECIALIST');
		let_time_pass(good);
		sender({ LOGBOOK_TODAY: eve });
		assert.equal(state(good), 'SENT', one(`SELECT GROUP_CONCAT(words) FROM submission_step WHERE submission = ${good}`));
	} finally {
		set(was, signed || 'RETURNED');
	}
});
