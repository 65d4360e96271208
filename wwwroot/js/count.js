// How many characters are left: data-count names the field, data-left and data-over are the words; data-from is where it begins to tell.
function show(counter) {
    const field = document.getElementById(counter.dataset.count);
    if (!field) return;
    if (field.value.length < Number(counter.dataset.from ?? 0)) { counter.textContent = ""; return; }
    const left = Number(counter.dataset.max) - field.value.length;
    counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace("{0}", Math.abs(left));
    if (left < 0) counter.dataset.tone = "bad"; else delete counter.dataset.tone;
}

const showAll = () => document.querySelectorAll("[data-count]").forEach(show);
for (const name of ["input", "change", "htmx:after:swap"]) document.addEventListener(name, showAll);
showAll();
