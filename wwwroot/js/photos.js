// Photos on a form: shown before they are sent, and taken away again one by one. The file fields hold what is sent; the row holds what is seen.
import { item } from "./photo-drawing.js";

const parts = fields => ({ tick: fields.querySelector("#NoCitizen"), file: fields.querySelector("[name=Photos]"), small: fields.querySelector("[name=Small]"),
    row: fields.querySelector("[data-photo-list]"), said: fields.querySelector(".photo-said") });

function held(files) {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    return transfer.files;
}

function show(fields) {
    const { tick, file, small, row, said } = parts(fields), items = [...row.children];
    file.files = held(items.map(item => item.photo.large));
    small.files = held(items.map(item => item.photo.small));
    if (tick?.checked && said.textContent === fields.dataset.first) said.textContent = "";
    if (tick) file.disabled = fields.hasAttribute("data-busy") || !tick.checked || items.length >= Number(fields.dataset.most);
    items.forEach((item, at) => item.querySelector("button").setAttribute("aria-label", fields.dataset.remove.replace("{0}", at + 1)));
}

async function choose(fields, files) {
    const { row, said } = parts(fields), told = new Set();
    fields.setAttribute("data-busy", "");
    for (const file of files) {
        if (row.children.length >= Number(fields.dataset.most)) told.add(fields.dataset.many);
        else await item(file).then(entry => row.append(entry), () => told.add(fields.dataset.unreadable));
    }
    fields.removeAttribute("data-busy");
    said.textContent = [...told].join(" ") || fields.dataset.chosen.replace("{0}", row.children.length);
    show(fields);
    row.lastElementChild?.scrollIntoView({ block: "nearest" });
    document.dispatchEvent(new CustomEvent("photos:ready"));
}

document.addEventListener("change", ({ target }) => {
    const fields = target.closest?.("[data-photos]");
    if (fields && target.name === "Photos") choose(fields, [...target.files]);
    else document.querySelectorAll("[data-photos]").forEach(show);
});
// A button that is closed says why when it is tapped.
document.addEventListener("click", ({ target }) => {
    const fields = target.closest?.(".photo-pick:has(:disabled)")?.closest("[data-photos]");
    if (!fields || fields.hasAttribute("data-busy")) return;
    const { tick, said } = parts(fields);
    said.textContent = tick.checked ? fields.dataset.many : fields.dataset.first;
    tick.focus();
});
document.addEventListener("click", ({ target }) => {
    const fields = target.matches("[data-photo-list] button") && target.closest("[data-photos]");
    if (!fields) return;
    target.closest("li").remove();
    show(fields);
    parts(fields).tick?.focus();
});
for (const name of ["photos:show", "pageshow"]) addEventListener(name, () => document.querySelectorAll("[data-photos]").forEach(show));
document.addEventListener("htmx:after:swap", () => document.querySelectorAll("[data-photos]").forEach(show));
