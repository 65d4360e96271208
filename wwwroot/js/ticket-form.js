// The ten-second form: shows the severity on the button while the choices change, and sends once however often it is tapped.
const forms = () => document.querySelectorAll("form[data-severities]");

const chosen = (form, name) => form.elements[name]?.value;

// For each pair of choices: plain, with the flag, with many users, with both. The rule itself is the server's.
function severity(form) {
    const found = JSON.parse(form.dataset.severities)[chosen(form, form.dataset.rows)]?.[chosen(form, form.dataset.columns)];
    const users = Number(form.elements.AffectedUsers?.value || form.elements.AffectedUsers?.placeholder);
    return found?.[(form.elements.Safety?.checked ? 1 : 0) + (users > Number(form.dataset.many) ? 2 : 0)];
}

// How many are affected when nobody says otherwise.
function suggest(form) {
    const users = form.elements.AffectedUsers, suggested = JSON.parse(form.dataset.suggestions ?? "{}")[chosen(form, form.dataset.rows)];
    if (users && suggested) users.placeholder = suggested;
}

// The folded line follows what is chosen under it.
function tell(form) {
    const line = form.querySelector("[data-chosen]"), details = line?.closest("details");
    const [module, kind] = ["ModuleId", "Kind"].map(name => form.elements[name]?.selectedOptions[0]?.textContent.trim());
    const label = details?.querySelector("label[for=Kind]")?.textContent;
    const flag = form.elements.Safety?.checked ? [form.elements.Safety.parentElement.textContent.trim()] : [];
    if (line) line.textContent = [`${label}: ${kind}`, module, ...flag].join(" · ");
}

function show(form) {
    suggest(form);
    tell(form);
    const button = form.querySelector("[data-send]"), found = severity(form);
    button.dataset.plain ??= button.textContent;
    button.textContent = found ? button.dataset.send.replace("{0}", JSON.parse(button.dataset.words)[found]) : button.dataset.plain;
}

const showAll = () => forms().forEach(show);
const done = form => form?.removeAttribute?.("data-sending");

document.addEventListener("change", event => {
    const form = event.target.closest("form[data-severities]");
    if (form) show(form);
});

// Capturing, so that a second tap is stopped before htmx hears of it.
document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (form.hasAttribute("data-sending")) { event.preventDefault(); event.stopImmediatePropagation(); }
    else form.setAttribute("data-sending", "");
}, true);

// What may be the same ticket appears under the field while one writes; not under the thumb that is on its way to an answer.
document.addEventListener("htmx:before:swap", event => {
    if (event.detail.ctx?.sourceElement.matches(".words") && document.activeElement?.id !== "WhatHappens") event.preventDefault();
});

document.addEventListener("htmx:finally:request", ({ detail }) => done(detail.ctx.sourceElement));
document.addEventListener("htmx:after:swap", showAll);
addEventListener("pageshow", () => { document.querySelectorAll("[data-sending]").forEach(done); showAll(); });
