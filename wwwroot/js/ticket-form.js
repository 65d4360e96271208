// The ten-second form: shows the severity on the button while the choices change, and sends once however often it is tapped.
const forms = () => document.querySelectorAll("form[data-severities]");

function severity(form) {
    const chosen = name => form.elements[name]?.value;
    return JSON.parse(form.dataset.severities)[chosen(form.dataset.rows)]?.[chosen(form.dataset.columns)];
}

function show(form) {
    const button = form.querySelector("[data-send]"), found = severity(form);
    button.dataset.plain ??= button.textContent;
    button.textContent = found ? button.dataset.send.replace("{0}", found) : button.dataset.plain;
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

document.addEventListener("htmx:finally:request", ({ detail }) => done(detail.ctx.sourceElement));
document.addEventListener("htmx:after:swap", showAll);
addEventListener("pageshow", () => { document.querySelectorAll("[data-sending]").forEach(done); showAll(); });
