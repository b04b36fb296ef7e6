// SPDX-License-Identifier: MPL-2.0
//
// The ways between the pages, and the pages that say where somebody stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { login, one, somebody, today } from './lib.mjs';

const nav = (page, kind) => [...new RegExp(`<nav class="${kind}".*?</nav>`, 's').exec(page.html)?.[0].matchAll(/<a href="([^"]*)"( aria-current="page")?>([^<]*)</g) ?? []]
	.map(([, at, here, label]) => ({ at, here: here !== undefined, label }));
const here = (links) => links.filter((l) => l.here).map((l) => l.label);

test('the menu is short for every role, and what belongs together is tabs below it', async () => {
	for (const [role, most] of [['UL', 6], ['VEJLEDER', 2], ['UAO', 3], ['VUS', 7], ['PROJEKTLEDER', 6]]) {
		const b = await login(somebody(role), role), home = await b.get((await b.get('/')).location ?? '/');
		const menu = nav(home, 'nav');
		assert.ok(menu.length >= 2 && menu.length <= most, `${role}: ${menu.map((m) => m.label)}`);
		assert.equal(new Set(menu.map((m) => m.label)).size, menu.length);
		for (const { at, label } of menu) {
			const page = await b.get(at), tabs = nav(page, 'tabs');
			assert.equal(page.status, 200, `${role} ${at}`);
			assert.deepEqual(here(nav(page, 'nav')), [label], `${role} ${at}`);
			if (tabs.length > 0)
				assert.ok(tabs.length > 1 && tabs[0].at === at && tabs[0].here && here(tabs).length === 1, `${role} ${at}`);
			for (const tab of tabs) {
				const there = await b.get(tab.at);
				assert.equal(there.status, 200, `${role} ${tab.at}`);
				assert.deepEqual([here(nav(there, 'nav')), here(nav(there, 'tabs'))], [[label], [tab.label]], tab.at);
			}
		}
	}
});

test('the pages of one doctor have one bar of tabs, the same on each, and only what the role may see', async () => {
	const doctor = one(`SELECT e.doctor FROM element e JOIN user_role h ON h.org_unit = e.org_unit AND h.role = 'UAO' AND h.until > ${today()} JOIN person p ON p.id = h.person AND p.email = '${somebody('UAO')}'
		JOIN course_curriculum k ON k.course = e.course AND k.left_on IS NULL WHERE e.cancelled IS NULL AND e.since <= ${today()} AND e.until > ${today()} LIMIT 1`);
	assert.ok(doctor);
	const uao = await login(somebody('UAO'), 'UAO'), list = await uao.get(`/vejleder/laeger/${doctor}/kompetencer`), tabs = nav(list, 'tabs');
	assert.deepEqual(here(tabs), ['Kompetencer']);
	assert.ok(tabs.length >= 8);
	for (const { at, label } of tabs) {
		const page = await uao.get(at);
		assert.equal(page.status, 200, at);
		assert.deepEqual(nav(page, 'tabs').map((t) => t.at), tabs.map((t) => t.at), at);
		assert.deepEqual(here(nav(page, 'tabs')), [label]);
		assert.deepEqual(here(nav(page, 'nav')), ['Mine læger']);
	}
	/* Outside reach nothing is said, not even where it would stand. */
	const stranger = one(`SELECT MAX(id) + 1000 FROM person`), none = await uao.get(`/vejleder/laeger/${stranger}/kompetencer`);
	assert.deepEqual([none.status, nav(none, 'tabs').length], [404, 0]);
});
