// SPDX-License-Identifier: MPL-2.0
//
// A department of one's own, for tests that would use up the try-out's: two doctors with a list of a
// hundred competencies, and whoever answers them.  Nothing is ever deleted, so close() ends all of it:
// then no other test finds these people.
import { one, quote, sql, today } from './lib.mjs';

const known = 'jonas.friis@logbog.example';

/* { doctor, id, element, unit, place, goals, strict, approver, role, colleague, main, uao, both, close }: as
 * logbook() of lib.mjs, with addresses of the others; both is UAO and VEJLEDER; strict is a goal that UAO
 * or tutor alone approve. */
export function department(name) {
	const mark = `${name}.${Date.now() % 1e8}`, email = (who) => `${who}.${mark}@logbog.example`;
	const roles = [['doctor', 'UL'], ['colleague', 'UL'], ['supervisor', 'VEJLEDER'], ['main', 'HOVEDVEJLEDER'], ['uao', 'UAO'], ['both', 'UAO'], ['both', 'VEJLEDER']];
	const person = (who) => `INSERT INTO person (name, email, mobile, born, cpr_kind, cpr_find, cpr_sealed)
		SELECT ${quote(`${who} i ${mark}`)}, ${quote(email(who))}, '+4500000000', born, cpr_kind, UNHEX(SHA2(${quote(email(who))}, 256)), cpr_sealed FROM person WHERE email = ${quote(known)};
		SET @${who} = LAST_INSERT_ID();
		INSERT INTO credential (person, password) SELECT @${who}, c.password FROM credential c JOIN person p ON p.id = c.person WHERE p.email = ${quote(known)};`;
	const training = (who) => `INSERT INTO training_course (doctor, stage, region, number, since, until)
		VALUES (@${who}, 'HU', @region, ${quote(mark)}, ${today()} - INTERVAL 1 YEAR, ${today()} + INTERVAL 1 YEAR);
		SET @course = LAST_INSERT_ID();
		INSERT INTO course_curriculum (course, curriculum, doctor) SELECT @course, id, @${who} FROM curriculum WHERE code = 'demo-hoveduddannelse';
		INSERT INTO element (course, doctor, seq, org_unit, since, until) VALUES (@course, @${who}, 1, @unit, ${today()} - INTERVAL 1 YEAR, ${today()} + INTERVAL 1 YEAR);
		SET @element_${who} = LAST_INSERT_ID();`;
	const [[unit, doctor, element, colleague, place, first]] = sql(`BEGIN;
		SELECT MIN(id) INTO @region FROM training_region WHERE code = 'OEST';
		INSERT INTO org_unit (code, kind, name, place, region) VALUES (RIGHT(${quote(mark)}, 20), 'AFDELING', ${quote(`Afdeling ${name}`)}, ${quote(`Afdeling ${mark}, Prøveby`)}, @region);
		SET @unit = LAST_INSERT_ID();
		${[...new Set(roles.map(([who]) => who))].map(person).join('\n')}
		SELECT COALESCE(MAX(id), 0) INTO @first FROM user_role;
		${roles.map(([who, role]) => `INSERT INTO user_role (person, role, org_unit, since) VALUES (@${who}, '${role}', ${role === 'UL' ? 'NULL' : '@unit'}, ${today()} - INTERVAL 1 YEAR);`).join('\n')}
		${training('doctor')} ${training('colleague')} COMMIT;
		SELECT @unit, @doctor, @element_doctor, @colleague, (SELECT place FROM org_unit WHERE id = @unit), @first`);
	const goals = (rule) => sql(`SELECT c.id, c.number, c.title FROM competency c JOIN curriculum l ON l.id = c.curriculum
		WHERE l.code = 'demo-hoveduddannelse' AND c.approver_rule = '${rule}' ORDER BY c.position`).map(([id, number, title]) => ({ id: Number(id), number, title }));
	return { doctor: email('doctor'), id: Number(doctor), element: Number(element), unit: Number(unit), place, goals: goals('ALLE'), strict: goals('UAO')[0],
		approver: email('supervisor'), role: 'VEJLEDER', colleague: Number(colleague), main: email('main'), uao: email('uao'), both: email('both'),
		close: () => sql(`UPDATE user_role SET until = since WHERE id > ${first} AND (org_unit = ${unit} OR person IN (${doctor}, ${colleague}));
			UPDATE element SET cancelled = ${today()} WHERE org_unit = ${unit};
			UPDATE training_course SET cancelled = ${today()} WHERE doctor IN (${doctor}, ${colleague})`) };
}

/* The id of the person with that role here. */
export const held_by = (email, role) => one(`SELECT h.id FROM user_role h JOIN person p ON p.id = h.person WHERE p.email = ${quote(email)} AND h.role = ${quote(role)} ORDER BY h.id LIMIT 1`);
