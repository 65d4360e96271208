// Ticks in a list of tickets: counted, all that are shown with one press, gone when they have been acted on.
const ticks = () => [...document.querySelectorAll("input[type=checkbox][form=bulk]")];

function show() {
    const form = document.getElementById("bulk");
    if (!form) return;
    const all = ticks(), count = all.filter(tick => tick.checked).length, said = form.querySelector("[data-bulk-count]");
    form.hidden = !all.length;
    form.toggleAttribute("data-any", count > 0);
    said.textContent = count ? said.dataset.bulkCount.replace("{0}", count) : said.dataset.none;
    form.querySelector("[data-bulk-all]").hidden = false;
    form.querySelectorAll("[name=Act]").forEach(button => { button.disabled = !count; });
}

document.addEventListener("change", ({ target }) => { if (target.matches("input[form=bulk]")) show(); });
document.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-bulk-all]")) return;
    const missing = ticks().some(tick => !tick.checked);
    ticks().forEach(tick => { tick.checked = missing; });
    show();
});
document.addEventListener("htmx:after:swap", () => {
    if (document.querySelector("[data-bulk-done]:not([data-told])")) {
        document.querySelector("[data-bulk-done]").setAttribute("data-told", "");
        document.getElementById("bulk-said").scrollIntoView({ block: "nearest" });
        ticks().forEach(tick => { tick.checked = false; });
    }
    show();
});
show();
