/* mkdocs-plans: filter, sort, copy, keyboard. Instant navigation runs it again on every page with a view. */
(() => {
"use strict";
if (window.mkdocsPlans) return window.mkdocsPlans();

const FILTERS = ["q", "status", "owner", "tag", "folder", "is"];
const KEYS = [...FILTERS, "sort"];
const LINKS = ".plans-title a, th[scope=row] > a";
const VIEWS = "[data-plans=board], [data-plans=index]";
const ITEMS = "[data-plans=card], [data-plans=row]";
const COLUMN = "[data-plans=column]";
const PARTS = COLUMN + ", tbody, details";
const { compare } = new Intl.Collator(undefined, { numeric: true });
let views, state;

const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const lower = text => text.toLowerCase();
const words = element => element ? element.textContent.replace(/\s+/g, " ").trim() : "";
const values = key => state[key] || [];
const shown = ({ items }) => items.filter(each => each.shown);
const active = () => FILTERS.some(key => values(key).length);

// Commas part the values of a key; one in a value is written as %2C.
const parts = () => location.search.slice(1).split("&").filter(Boolean).map(part => part.split("="));
const decode = value => new URLSearchParams("v=" + value).get("v");

function write() {
	const own = KEYS.filter(key => values(key).length).map(key => key + "=" + values(key).map(encodeURIComponent));
	const others = parts().filter(([key]) => !KEYS.includes(key)).map(part => part.join("="));
	const search = [...own, ...others].join("&").replace(/^(?=.)/, "?");
	// Pages opened from disk may not change their address.
	try { history.replaceState(history.state, "", location.pathname + search + location.hash); } catch { }
	for (const tab of all(".plans-tabs a")) tab.href = tab.href.split(/[?#]/)[0] + search;
}

function change(key, chosen) {
	state[key] = chosen;
	write();
	views.forEach(apply);
}

function toggle(key, chosen) {
	const kept = values(key).filter(value => !chosen.includes(value));
	const on = values(key).length - kept.length === chosen.length;
	// Flags add up, other values replace each other.
	change(key, on ? kept : key === "is" ? [...kept, ...chosen] : chosen);
}

function reset() {
	state = { sort: values("sort") };
	change("is", []);
}

function item(element) {
	const { path, owner = "", tags = "", is = "" } = element.dataset;
	return {
		element,
		q: lower(words(element) + " " + path),
		status: [element.closest("[data-status]").dataset.status],
		owner: [lower(owner)],
		tag: lower(tags).split("\t"),
		folder: [lower(path).replace(/(^|\/[^/]*\/|^[^/]*\/)plan\.md$|(^|\/)[^/]*$/, "")],
		is: is.split(" "),
	};
}

// Words and flags must all fit, else one value.
function filter() {
	const wanted = FILTERS.map(key => [key, values(key).map(lower)]).filter(([, chosen]) => chosen.length);
	return each => wanted.every(([key, chosen]) => {
		if (key === "q") return chosen.join().split(/\s+/).every(word => each.q.includes(word));
		return chosen[key === "is" ? "every" : "some"](value => each[key].includes(value));
	});
}

function apply(view) {
	const on = active();
	const fits = filter();
	for (const each of view.items) {
		if (each.shown !== (each.shown = fits(each))) each.element.hidden = !each.shown;
	}
	for (const part of view.parts) {
		const count = shown(part).length;
		for (const number of part.numbers) number.textContent = number.textContent.replace(/\d+/, count);
		if (part.hides) part.element.hidden = on && !count;
		if (part.folds && on !== !!part.on) {
			part.on = on;
			[part.element.open, part.was] = [on || part.was, part.element.open];
		}
	}
	sort(view);
	show(view);
}

function show(view) {
	const { element, form, output } = view;
	const total = view.items.length;
	const count = shown(view).length;
	const said = form.dataset.shown.replace("{n}", count).replace("{total}", total);
	const rest = form.dataset.hidden.replace("{n}", total - count);
	const printed = form.nextElementSibling;
	form.elements.q.value = values("q").join();
	for (const select of all("select", form)) {
		const value = values(select.name).map(lower).join();
		// A link may bring others.
		if (![...select.options].some(option => option.value === value)) select.add(new Option(value, value));
		select.value = value;
	}
	for (const box of all("[type=checkbox]", form)) box.checked = values(box.name).includes(box.value);
	form.querySelector("[type=reset]").disabled = !active();
	for (const button of all("button[data-set]", element)) {
		const [key, chosen] = setting(button);
		button.ariaPressed = key === "is" ? values(key).includes(chosen[0]) : chosen != "" && chosen + "" === values(key) + "";
	}
	output.textContent = said;
	printed.hidden = !active();
	printed.textContent = [...FILTERS.flatMap(values), said, rest].join(" · ");
}

function setting({ dataset, textContent }) {
	const [key, chosen] = dataset.set.split("=");
	return [key, chosen === undefined ? [lower(textContent.trim())] : chosen.split(",").filter(Boolean)];
}

function sort(view) {
	const [by = ""] = values("sort");
	if (by === (view.sorted || "")) return;
	view.sorted = by;
	const down = by[0] === "-";
	for (const table of all("table", view.element)) {
		const head = all("thead th", table);
		const column = head.findIndex(th => th.firstChild.dataset.sort === by.replace(/^-/, ""));
		head.forEach((th, at) => { th.ariaSort = at !== column ? null : down ? "descending" : "ascending"; });
		const key = ({ cells: { [column]: cell } }) => cell ? cell.dataset.v ?? words(cell) : "";
		for (const body of table.tBodies) {
			const rows = all(ITEMS, body).map(row => ({ row, key: key(row), at: (row.plansAt ??= row.rowIndex) }));
			// Rows without a value stay last in both directions.
			rows.sort((a, b) => !a.key - !b.key || (down ? -1 : 1) * compare(a.key, b.key) || a.at - b.at);
			body.append(...rows.map(each => each.row));
		}
	}
}

function rows({ element, form }) {
	const found = all(ITEMS, element).filter(each => !each.hidden);
	const head = all("thead th", element.querySelector("table") || element).map(words);
	if (head.length) return [head, ...found.map(row => [...row.cells].map(words))];
	const said = [".plans-id", ".plans-title", "[data-set=owner]", ".plans-progress"];
	const cells = card => [card.closest(COLUMN).querySelector(".plans-name"), ...said.map(part => card.querySelector(part))];
	return [form.dataset.head.split("\t"), ...found.map(card => cells(card).map(words))];
}

// A spreadsheet must not take a text for a formula.
const quoted = cell => `"${cell.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
const escaped = cell => cell.replace(/[\\|<>*_`[\]]/g, "\\$&");
const csv = table => table.map(row => row.map(quoted).join()).join("\r\n");

function markdown(table) {
	const lines = table.map(row => `| ${row.map(escaped).join(" | ")} |`);
	lines.splice(1, 0, "|" + " --- |".repeat(table[0].length));
	return lines.join("\n");
}

async function copy(view, write) {
	await navigator.clipboard.writeText(write(rows(view)) + "\n");
	view.output.textContent = view.form.dataset.copied;
}

function next(link, key) {
	const visible = from => all(LINKS, from).filter(each => each.getClientRects().length);
	const view = link.closest(VIEWS);
	const column = link.closest(COLUMN);
	const here = visible(column || view);
	const at = here.indexOf(link);
	if (key === "ArrowDown") return here[at + 1];
	if (key === "ArrowUp") return here[at - 1];
	const columns = all(COLUMN, view).map(visible).filter(each => each.length);
	const side = (key === "ArrowRight") === (getComputedStyle(link).direction === "ltr") ? 1 : -1;
	const beside = columns[columns.findIndex(each => each.includes(link)) + side];
	return beside?.[at] || beside?.at(-1);
}

// Before the theme, which has its own use for `/`.
addEventListener("keydown", event => {
	const at = document.activeElement;
	const view = views.find(view => view.element.isConnected);
	if (!view || event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.key === "/" && !at.matches("input, select, textarea, [contenteditable]")) {
		view.form.elements.q.focus();
	} else if (event.key === "Escape" && active() && (at === document.body || at.closest(".plans"))) {
		reset();
	} else if (event.key.startsWith("Arrow") && at.closest(VIEWS) && at.matches(LINKS)) {
		const link = next(at, event.key);
		if (!link) return;
		link.focus();
	} else return;
	event.preventDefault();
	event.stopImmediatePropagation();
}, true);

function enhance(element) {
	const form = element.querySelector(".plans-filter");
	if (!form) return;
	const items = all(ITEMS, element).map(item);
	const view = { element, form, items, output: form.querySelector("output") };
	view.parts = all(PARTS, element).map(part => ({
		element: part,
		items: items.filter(each => part.contains(each.element)),
		numbers: all(".plans-number, .plans-more > summary", part).filter(each => each.closest(PARTS) === part),
		folds: part.matches(".plans-more, .plans-closed"),
		hides: !part.matches(COLUMN),
	}));
	form.hidden = false;
	for (const button of all("[data-set], [data-sort]", element)) button.disabled = false;
	// Older names of a status still find it.
	for (const { value, dataset } of all("[data-also]", form)) {
		state.status = values("status").map(each => dataset.also.split(",").includes(lower(each)) ? value : each);
	}
	form.addEventListener("input", ({ target: { name, type, value } }) => {
		if (type === "checkbox") toggle(name, [value]);
		else change(name, (name === "q" ? [value] : value.split(",")).filter(Boolean));
	});
	form.onsubmit = () => false;
	form.onreset = () => reset() || false;
	element.addEventListener("click", event => {
		const at = event.target.closest("[data-set], [data-sort], [data-copy]");
		if (!at) return;
		const by = at.dataset.sort;
		if (at.dataset.copy) copy(view, at.dataset.copy === "csv" ? csv : markdown);
		else if (by) change("sort", [values("sort")[0] === by ? "-" + by : by]);
		else toggle(...setting(at));
	});
	views.push(view);
}

window.mkdocsPlans = () => {
	views = [];
	state = {};
	for (const [key, value = ""] of parts()) {
		if (KEYS.includes(key)) state[key] = value.split(",").map(decode).filter(Boolean);
	}
	all(VIEWS).forEach(enhance);
	if (views.length) change("sort", values("sort"));
};
window.mkdocsPlans();
})();
