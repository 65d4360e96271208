// data-copy names a field whose text goes to the clipboard, or a link whose address does; data-copied is said then. Without a clipboard (a
// page that is not encrypted) it is copied as people would: by selecting it.
const show = () => document.querySelectorAll("[data-copy][hidden]").forEach(button => button.hidden = false);

document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("[data-copy]");
    const field = button && document.querySelector(button.dataset.copy);
    if (!field) return;
    try {
        await navigator.clipboard.writeText(field.value ?? field.href);
    } catch {
        const box = field.select ? field : document.body.appendChild(Object.assign(document.createElement("textarea"), { value: field.href }));
        box.select();
        const isCopied = document.execCommand("copy");
        if (box !== field) box.remove();
        if (!isCopied) return;
    }
    button.dataset.before ??= button.textContent;
    button.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => button.textContent = button.dataset.before, 2500);
});
document.addEventListener("htmx:after:swap", show);
show();
