// Single keys for those who work here all day. Never while somebody types, never with Ctrl or Alt, and off when its person says so on
// the card (WCAG 2.1.4). A key does what a link or a button of the page does: where there is none, it does nothing.
const card = document.getElementById("shortcuts"), off = card?.querySelector("[data-shortcuts-off]"), stored = "shortcuts:off", arrival = "shortcuts:search";
const isOff = () => localStorage.getItem(stored) === "1";
const types = target => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const rows = () => [...document.querySelectorAll("main tbody th[scope=row] a")].filter(link => link.checkVisibility());

function move(step) {
    const all = rows(), at = all.indexOf(document.activeElement);
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
}

function search() {
    const field = document.querySelector("main input[type=search]");
    if (field) field.focus(), field.select();
    else sessionStorage.setItem(arrival, "1"), card.querySelector("[data-key='/']").click();
}

// The key led here: the field has the focus, as it would have had on the page before.
if (sessionStorage.getItem(arrival)) sessionStorage.removeItem(arrival), document.querySelector("main input[type=search]")?.focus();

const keys = {
    "?": () => card.open ? card.close() : card.showModal(),
    "/": search,
    n: () => card.querySelector("[data-key=n]")?.click(),
    j: () => move(1),
    k: () => move(-1),
    o: () => rows().includes(document.activeElement) && document.activeElement.click(),
    t: () => document.querySelector("#ticket form[action$='/assignment'] button")?.click(),
    r: () => document.querySelector("#ticket a[href$='/resolution']")?.click(),
};

document.addEventListener("keydown", event => {
    if (!card || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || types(event.target)) return;
    if (!keys[event.key] || (isOff() && !card.open) || (document.querySelector("dialog[open]") && event.key !== "?")) return;
    event.preventDefault();
    keys[event.key]();
});

if (off) off.checked = isOff();
off?.addEventListener("change", () => localStorage.setItem(stored, off.checked ? "1" : "0"));
