/* Filter, sort, copy, keyboard. Instant navigation runs it again on every page. */
(() => {
"use strict";
if (window.mkdocsPlans) return window.mkdocsPlans();

const FILTERS = ["text", "status", "owner", "tag", "folder", "is"];
const KEYS = [...FILTERS, "sort"];
const OURS = RegExp(`^([0-9]+\\.)?(${KEYS.join("|")})(=|$)`);
const LINKS = ".plans-title a, th[scope=row] > a";
const ITEMS = "[data-plans=card], [data-plans=row]";
const COLUMN = "[data-plans=column]";
const PARTS = COLUMN + ", tbody, details, .plans-scroll";
const { compare } = new Intl.Collator([], { numeric: true });
let views;

const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const lower = text => text.toLowerCase();
const words = node => node?.textContent.replace(/\s+/g, " ").trim() ?? "";

// The second view of a page has the keys `2.text`, `2.status` and so on.
// Commas part the values of a key; one in a value is %2C.
const parts = () => location.search.slice(1).split("&").filter(Boolean);
const decode = value => lower(new URLSearchParams("v=" + value).get("v"));
const values = (written = "") => written.split(",").map(decode).filter(Boolean);
const written = ({ state }, prefix = "") =>
	KEYS.filter(key => state[key].length).map(key => prefix + key + "=" + state[key].map(encodeURIComponent));

function change(view, key, chosen) {
	view.state[key] = chosen;
	apply(view);
}

const holds = ({ state }, key, chosen) => chosen != "" && chosen.every(value => state[key].includes(value));

function toggle(view, key, chosen) {
	const before = view.state[key];
	// Flags add up, other values replace each other.
	const more = key === "is" ? [...before, ...chosen] : chosen;
	change(view, key, holds(view, key, chosen) ? before.filter(value => !chosen.includes(value)) : more);
}

function reset(view) {
	for (const key of FILTERS) view.state[key] = [];
	apply(view);
}

function item(node) {
	const { path, owner = "", tags = "", is = "" } = node.dataset;
	return {
		node,
		text: lower(words(node) + " " + path),
		status: [node.closest("[data-status]").dataset.status],
		owner: lower(owner).split("\t"),
		tag: lower(tags).split("\t"),
		folder: [lower(path).replace(/(^|\/[^/]*\/|^[^/]*\/)plan\.md$|(^|\/)[^/]*$/, "")],
		is: is.split(" "),
	};
}

// Words and flags must all fit, else one value.
function filter({ state }) {
	const wanted = { ...state, text: lower(state.text + "").split(/\s+/) };
	const keys = FILTERS.filter(key => state[key].length);
	const fit = key => /^text|is$/.test(key) ? "every" : "some";
	return each => keys.every(key => wanted[key][fit(key)](value => each[key].includes(value)));
}

function apply(view) {
	const { node, form, items, output, state } = view;
	const on = FILTERS.some(key => state[key].length);
	const fits = filter(view);
	for (const each of items) each.node.hidden = !fits(each);
	const shown = items => items.filter(each => !each.node.hidden).length;
	for (const part of view.parts) {
		const count = shown(part.items);
		for (const number of part.numbers) number.textContent = number.textContent.replace(/\d+/, count);
		if (part.hides) part.node.hidden = on && !count;
		if (part.folds && on !== view.on) [part.node.open, part.was] = [on || part.was, part.node.open];
	}
	view.on = on;
	sort(view);
	for (const field of all("[name]", form)) {
		const now = state[field.name];
		if (field.type === "checkbox") field.checked = now.includes(field.value);
		else field.value = now;
		// Links may bring more.
		if (field.selectedIndex < 0) field.add(new Option(now, now, true, true));
	}
	form.querySelector("[type=reset]").disabled = !on;
	for (const button of all("button[data-set]", node)) button.ariaPressed = holds(view, ...setting(button));
	const count = shown(items);
	const printed = form.nextElementSibling;
	const said = form.dataset[count ? "shown" : "none"].replace("{n}", count).replace("{total}", items.length);
	output.textContent = said;
	printed.hidden = !on;
	printed.textContent = [...FILTERS.flatMap(key => state[key]), said, form.dataset.hidden.replace("{n}", items.length - count)].join(" · ");
	for (const tab of all(".plans-tabs a", view.prefix ? node : document)) tab.search = written(view).join("&");
	const url = new URL(location);
	url.search = [...views.flatMap(each => written(each, each.prefix)), ...parts().filter(part => !OURS.test(part))].join("&");
	// Pages on disk may not change their address.
	try { history.replaceState(history.state, "", url); } catch { }
}

function setting({ dataset }) {
	const [key, chosen] = dataset.set.split("=");
	return [key, values(chosen)];
}

function sort(view) {
	const [by = ""] = view.state.sort;
	if (by === view.sorted) return;
	view.sorted = by;
	const down = by[0] === "-";
	const sorts = ({ dataset }) => dataset.sort === by.replace("-", "");
	const head = all("thead button", view.node);
	for (const button of head) button.parentNode.ariaSort = sorts(button) ? down ? "descending" : "ascending" : null;
	const column = head.findIndex(sorts);
	const key = ({ cells: { [column]: cell } }) => cell?.dataset.v ?? words(cell);
	for (const { node, items } of view.parts.filter(part => part.node.rows)) {
		const found = items.map(({ node: row }) => [row, key(row)]);
		// Rows without a value stay last in both directions.
		found.sort(([, a], [, b]) => !a - !b || a !== b && (down ? compare(b, a) : compare(a, b)));
		node.append(...found.map(([row]) => row));
	}
}

// Lays out the rows of a long table one by one, in sight only. On phones they flow.
function hasten(table, at, [{ offsetWidth, tHead }]) {
	if (table.rows.length < 200 || !offsetWidth || innerWidth < 600) return;
	table.style = "--plans-grid:" + all("th", tHead).map(th => `minmax(0,${th.offsetWidth}fr)`).join(" ");
	table.classList.add("plans-long");
	// Else not every browser takes them for rows.
	for (const row of table.rows) {
		row.role = "row";
		for (const cell of row.cells) cell.role ||= cell.scope ? "rowheader" : "cell";
	}
}

function rows({ node, form }) {
	const found = all(ITEMS, node).filter(each => !each.hidden);
	const head = all("th", node.querySelector("thead") || form).map(words);
	if (head.length) return [head, ...found.map(row => [...row.cells].map(words))];
	return [form.dataset.head.split("\t"), ...found.map(card => [
		card.closest(COLUMN).querySelector(".plans-name"),
		...[".plans-id", ".plans-title", ".plans-owner", ".plans-progress"].map(part => card.querySelector(part)),
	].map(words))];
}

// A spreadsheet must not take a text for a formula.
const quoted = cell => `"${cell.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
const csv = rows => rows.map(row => row.map(quoted).join()).join("\r\n");
const escaped = cell => cell.replace(/[\\|<>*_`[\]]/g, "\\$&");
const markdown = ([head, ...rows]) =>
	[head, head.map(() => "---"), ...rows].map(row => `| ${row.map(escaped).join(" | ")} |`).join("\n");

function next({ node }, link, key) {
	const visible = from => all(LINKS, from).filter(each => each.checkVisibility());
	const columns = all(COLUMN, node).map(visible).filter(each => each.length);
	const here = columns.find(each => each.includes(link)) || visible(node);
	const at = here.indexOf(link);
	if (key === "ArrowDown") return here[at + 1];
	if (key === "ArrowUp") return here[at - 1];
	const side = (key === "ArrowRight") === link.matches(":dir(ltr)") ? 1 : -1;
	const beside = columns[columns.indexOf(here) + side] || [];
	return beside[at] || beside.at(-1);
}

// Before the theme, which has its own use for `/`.
addEventListener("keydown", event => {
	const { key, ctrlKey, metaKey, altKey, target: at } = event;
	const here = views.filter(({ node }) => node.isConnected);
	const own = here.find(({ node }) => node.contains(at));
	const view = own || here[0];
	if (!view || ctrlKey || metaKey || altKey) return;
	if (key === "/" && !at.matches("input, select, textarea, [contenteditable]")) view.form.elements.text.focus();
	else if (key === "Escape" && view.on && (own || at === document.body)) reset(view);
	else {
		const link = own && key.startsWith("Arrow") && at.matches(LINKS) && next(own, at, key);
		if (!link) return;
		link.focus();
	}
	event.preventDefault();
	event.stopImmediatePropagation();
}, true);

function enhance(node, at) {
	const form = node.querySelector(".plans-filter");
	if (!form) return [];
	const prefix = at ? at + 1 + "." : "";
	const given = new Map(parts().map(part => part.split("=")));
	const state = {};
	for (const key of KEYS) state[key] = values(given.get(prefix + key));
	state.owner = state.owner.map(name => name.replace(/^@/, ""));
	const items = all(ITEMS, node).map(item);
	const view = { node, form, items, prefix, state, sorted: "", on: false, output: form.querySelector("output") };
	view.parts = all(PARTS, node).map(part => ({
		node: part,
		items: items.filter(each => part.contains(each.node)),
		numbers: all(".plans-number, .plans-more > summary", part).filter(each => each.closest(PARTS) === part),
		folds: part.matches(".plans-more, .plans-closed"),
		hides: !part.matches(COLUMN),
	}));
	form.hidden = false;
	for (const button of all("[data-set], [data-sort]", node)) button.disabled = false;
	// Older names of a status find it too.
	for (const { value, dataset } of all("[data-also]", form)) {
		state.status = state.status.map(each => dataset.also.split(",").includes(each) ? value : each);
	}
	form.oninput = ({ target: { name, type, value } }) => {
		if (type === "checkbox") toggle(view, name, [value]);
		else change(view, name, (name === "text" ? [value] : value.split(",")).filter(Boolean));
	};
	form.onsubmit = () => false;
	form.onreset = () => !!reset(view);
	node.onclick = async ({ target }) => {
		const at = target.closest("[data-set], [data-sort], [data-copy]");
		if (!at) return;
		const { copy: kind, sort: by } = at.dataset;
		if (kind) {
			await navigator.clipboard.writeText((kind === "csv" ? csv : markdown)(rows(view)) + "\n");
			view.output.textContent = form.dataset.copied;
		} else if (by) change(view, "sort", [state.sort[0] === by ? "-" + by : by]);
		else toggle(view, ...setting(at));
	};
	all("table", node).forEach(hasten);
	return view;
}

(window.mkdocsPlans = () => {
	views = all(".plans:has(> .plans-top)").flatMap(enhance);
	views.forEach(apply);
})();
})();
