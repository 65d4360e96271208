// What was typed survives until the server has acknowledged it, together with the id it was to be logged under: sent again after
// a lost answer, it is the same ticket. data-draft is the key and names the user and the place. What the guard has stopped stays in the page alone.
const stored = key => JSON.parse(sessionStorage.getItem(`draft:${key}`) ?? "null");
const forget = key => sessionStorage.removeItem(`draft:${key}`);
const kept = field => field.name && !["file", "password"].includes(field.type) && (field.type !== "hidden" || field.dataset.kept !== undefined);
const ticked = field => field.type === "radio" || field.type === "checkbox";

function save(form) {
    if (form.querySelector("[data-guard]")) return;
    const values = [...form.elements].filter(kept).filter(field => !ticked(field) || field.checked).map(field => [field.name, field.value]);
    sessionStorage.setItem(`draft:${form.dataset.draft}`, JSON.stringify(values));
}

function restore(form) {
    const draft = stored(form.dataset.draft);
    if (!draft || form.querySelector(".summary")) return; // a form that came back with messages knows better
    for (const field of [...form.elements].filter(kept)) {
        const values = draft.filter(([name]) => name === field.name).map(([, value]) => value);
        if (ticked(field)) field.checked = values.includes(field.value);
        else if (values.length) field.value = values[0];
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("guard:stopped", ({ target }) => { if (target.dataset.draft) forget(target.dataset.draft); });

const acknowledge = () => document.querySelectorAll("[data-acknowledged]").forEach(notice => forget(notice.dataset.acknowledged));

document.addEventListener("input", ({ target }) => { if (target.form?.dataset.draft) save(target.form); });
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement.dataset?.draft && ctx.response.status < 300) forget(ctx.sourceElement.dataset.draft);
});
document.addEventListener("htmx:after:swap", acknowledge);
acknowledge();
document.querySelectorAll("form[data-draft]").forEach(restore);
