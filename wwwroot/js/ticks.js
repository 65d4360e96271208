// What is ticked in a form of locations, counted while it changes; and one press for all that are shown.
const boxes = form => [...form.querySelectorAll("input[type=checkbox][data-users]")];

function show(form) {
    const ticked = boxes(form).filter(box => box.checked), users = ticked.reduce((sum, box) => sum + Number(box.dataset.users), 0);
    const output = form.querySelector("[data-ticked]"), all = form.querySelector("[data-tick-all]");
    const written = number => number.toLocaleString(document.documentElement.lang);
    if (output) output.textContent = output.dataset.ticked.replace("{0}", written(ticked.length)).replace("{1}", written(users));
    if (all) all.hidden = false;
}

const showAll = () => document.querySelectorAll("form[data-ticks]").forEach(show);

document.addEventListener("click", ({ target }) => {
    const form = target.closest("[data-tick-all]")?.form;
    if (!form) return;
    const missing = boxes(form).some(box => !box.checked);
    boxes(form).forEach(box => { box.checked = missing; });
    show(form);
});
document.addEventListener("change", ({ target }) => { if (target.form?.hasAttribute("data-ticks")) show(target.form); });
document.addEventListener("htmx:after:swap", showAll);
showAll();
