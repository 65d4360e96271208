// Filters act when they are changed; the address says only what was chosen. The button is for those without JavaScript.
const ofFilters = target => target.form?.matches("form[data-filters]") ? target.form : null;
const typed = target => target.matches("input:is([type=search], [type=text])");
let timer;

document.addEventListener("change", ({ target }) => {
    if (!typed(target)) ofFilters(target)?.requestSubmit();
});

// Typing searches by itself only where the list alone is fetched: a whole page would take the focus away.
document.addEventListener("input", ({ target }) => {
    const form = ofFilters(target);
    if (!form?.hasAttribute("hx-get") || !typed(target)) return;
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), 350);
});

// Rows that were asked for have not just arrived: no tint on them.
document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    if (!ctx?.sourceElement.matches?.("form[data-filters]")) return;
    document.body.dataset.asked = "";
    setTimeout(() => delete document.body.dataset.asked, 1000);
});

document.addEventListener("formdata", ({ target, formData }) => {
    if (!target.matches("form[data-filters]")) return;
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
});

// The kept filter that the list shows now; the page's chips do not come again with the list.
const asked = address => JSON.stringify([...new URL(address, location.href).searchParams].filter(([name, value]) => name !== "page" && value !== "").sort());

document.addEventListener("htmx:after:swap", () => {
    for (const chip of document.querySelectorAll("[data-chips] .chip")) {
        if (asked(chip.href) === asked(location.href)) chip.setAttribute("aria-current", "true");
        else chip.removeAttribute("aria-current");
    }
});
