// What the guard stopped is told beside the field in which it stands; nothing that was typed is touched. The answer says which field.
const toasts = document.getElementById("toasts");

function forget(form) {
    for (const message of form.querySelectorAll("[data-guard]")) {
        const field = form.querySelector(`[aria-describedby~="${message.id}"]`);
        field?.removeAttribute("aria-invalid");
        field?.setAttribute("aria-describedby", field.getAttribute("aria-describedby").replace(message.id, "").trim());
        message.remove();
    }
}

function place(message, form) {
    const field = [...form.elements].find(element => element.name === message.dataset.guard && element.type !== "hidden");
    if (!field) return null;
    field.before(message);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${message.id}`.trim());
    return field;
}

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const form = ctx.sourceElement?.closest?.("form");
    if (!form) return;
    // Something that was only looked up meanwhile does not take away a box that is to be ticked.
    const isQuiet = ctx.sourceElement.matches("[data-quiet]");
    const told = ctx.response?.status === 422 ? [...toasts?.querySelectorAll("[data-guard]") ?? []] : [];
    if (!isQuiet || told.length) forget(form);
    const fields = told.map(message => place(message, form)).filter(field => field);
    if (told.length && fields.length === told.length) toasts.replaceChildren();
    if (told.length) form.dispatchEvent(new CustomEvent("guard:stopped", { bubbles: true }));
    // The rows of an earlier search are no answer to this one; the next answer brings its own.
    const list = told.length && form.matches("[data-filters]") && document.querySelector(form.getAttribute("hx-target"));
    if (list) list.hidden = true;
    if (!isQuiet) fields[0]?.focus();
});
