// SPDX-License-Identifier: MPL-2.0
//
// R_MIT_05: login by MitID in a real browser, without scripts and by keyboard: it holds the form
// that leads to the provider against the policy of our page, and keeps our cookie on the way back.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { after, before, test } from 'node:test';
import { demo, somebody, stack } from '../integration/lib.mjs';
import { NSIS, provider_start, switch_off, switch_on } from '../integration/provider.mjs';
import { findings, go, heading, overflow, press, start, tab_to, window_of } from './lib.mjs';

const email = somebody('UL'), who = demo.people.find((p) => p.email === email);
let browser, provider;

before(async () => {
	provider = await provider_start();
	switch_on(provider);
	browser = await start();
});
after(async () => {
	await browser?.close();
	await switch_off(provider);
});

/* Asking the provider is what is wanted here; of anything else that is wrong nothing is forgiven. */
const wrong = (page) => page.wrong.filter((w) => !w.startsWith(`asks another site: ${provider.issuer}/`));

test('R_MIT_05 without scripts, by keyboard: there, and back to where one was on the way to', async () => {
	const page = await window_of(browser, null, null, { javaScriptEnabled: false, ignoreHTTPSErrors: true });
	provider.who = { sub: crypto.randomUUID(), loa: `${NSIS}High`, 'dk.cpr': who.cpr.replace('-', '') };
	await go(page, '/adgang/profil');
	assert.equal(await heading(page), 'Log ind');
	await tab_to(page, (f) => f.text === 'Log ind med MitID', 'the button');
	await press(page);
	assert.equal(page.url(), `${stack.URL}/adgang/profil`);
	assert.equal(await page.locator('.who a').innerText(), who.name);
	assert.deepEqual(wrong(page), []);
	await page.context().close();
});

for (const [width, scheme] of [[320, 'light'], [1280, 'light'], [320, 'dark']])
	test(`the login and a refusal at ${width} px, ${scheme}`, async () => {
		const page = await window_of(browser, null, null, { viewport: { width, height: 800 }, colorScheme: scheme, ignoreHTTPSErrors: true, bypassCSP: true });
		provider.who = { sub: crypto.randomUUID(), loa: `${NSIS}High`, 'dk.cpr': '0101010008' };
		await go(page, '/adgang/log-ind');
		assert.equal(await overflow(page), '');
		assert.deepEqual(await findings(page), []);
		if (process.env.PICTURES)
			await page.screenshot({ path: `${process.env.PICTURES}/login-${width}-${scheme}.png`, fullPage: true });
		await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.getByRole('button', { name: 'Log ind med MitID' }).click()]);
		assert.equal(await heading(page), 'Du er ikke bruger af logbogen');
		assert.equal(await overflow(page), '');
		assert.deepEqual(await findings(page), []);
		if (process.env.PICTURES)
			await page.screenshot({ path: `${process.env.PICTURES}/refused-${width}-${scheme}.png`, fullPage: true });
		await page.context().close();
	});
