// data-copy names a field whose text goes to the clipboard; data-copied is said then. Without a clipboard the text is selected instead.
const show = () => document.querySelectorAll("[data-copy][hidden]").forEach(button => button.hidden = false);

document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("[data-copy]");
    const field = button && document.querySelector(button.dataset.copy);
    if (!field) return;
    try {
        await navigator.clipboard.writeText(field.value);
    } catch {
        field.select();
        if (!document.execCommand("copy")) return;
    }
    button.dataset.before ??= button.textContent;
    button.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => button.textContent = button.dataset.before, 2500);
});
document.addEventListener("htmx:after:swap", show);
show();
