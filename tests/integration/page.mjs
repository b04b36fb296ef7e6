// SPDX-License-Identifier: MPL-2.0
//
// An answer, read as somebody does who has no browser: its words, links, forms and faults.

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const plain = (html) => html.replace(/&(#x?)?([0-9a-z]+);/gi, (all, number, name) => number
	? String.fromCodePoint(number === '#' ? Number(name) : parseInt(name, 16)) : entities[name] ?? all);

const attribute = (tag, name) => {
	const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
	return found ? plain(found[1] ?? '') : undefined;
};

/* What a browser would send of that form as it stands: [name, value], buttons left out. */
function fields_of(html) {
	const fields = [];
	for (const [whole, text] of html.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>([^<]*)<\/textarea>|<select\b[^>]*>.*?<\/select>/gs)) {
		const tag = /^<[^>]*>/.exec(whole)[0], name = attribute(tag, 'name'), type = attribute(tag, 'type');
		if (!name || type === 'file' || ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined))
			continue;
		if (tag.startsWith('<select')) {
			const options = [...whole.matchAll(/<option\b[^>]*>/g)].map((m) => m[0]);
			fields.push([name, attribute(options.find((o) => / selected\b/.test(o)) ?? options[0] ?? '', 'value') ?? '']);
			continue;
		}
		fields.push([name, tag.startsWith('<textarea') ? plain(text ?? '').replace(/^\n/, '') : attribute(tag, 'value') ?? '']);
	}
	return fields;
}

/* An answer. */
export class Page {
	constructor(status, headers, bytes, at) {
		Object.assign(this, { status, headers, bytes, at });
	}
	get html() {
		return this.bytes.toString('utf8');
	}
	get location() {
		return this.headers.location;
	}
	/* What can be read of it. */
	get text() {
		return plain(this.html.replace(/<(script|style|title)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
	}
	get heading() {
		return plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(this.html)?.[1] ?? '');
	}
	get links() {
		return [...this.html.matchAll(/<a\b[^>]*>/g)].map((m) => attribute(m[0], 'href')).filter((a) => a !== undefined);
	}
	/* Of the menu and of the tabs below it. */
	get menu() {
		return new Page(0, {}, Buffer.from([...this.html.matchAll(/<nav\b.*?<\/nav>/gs)].map((m) => m[0]).join(''))).links;
	}
	get forms() {
		return [...this.html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map((m) => ({
			action: attribute(m[0], 'action'), method: attribute(m[0], 'method'), html: m[1], fields: fields_of(m[1]) }));
	}
	/* The form that is sent there; a longer address may follow a "?". */
	form(action) {
		return this.forms.find((f) => f.action === action || f.action?.split('?')[0] === action);
	}
	/* The text of the element with that id. */
	id(name) {
		return plain(new RegExp(`id="${name}"[^>]*>([^<]*)<`).exec(this.html)?.[1] ?? '');
	}
	/* What is said to be wrong, in the summary and at fields. */
	get faults() {
		return [...this.html.matchAll(/class="form-error-message"[^>]*>(.*?)<\/span>\s*(?=<(?!span))/gs)].map((m) =>
			new Page(0, {}, Buffer.from(m[1])).text.replace(/^Fejl: /, ''));
	}
	get json() {
		return JSON.parse(this.html);
	}
	/* For saying what came instead of what was expected. */
	get brief() {
		return `${this.at}: ${this.status} ${this.location ?? ''} "${this.heading}" ${this.faults.join(' / ')}`;
	}
}
