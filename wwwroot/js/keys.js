// Keys: Ctrl and Enter send what is being written. Escape closes what was opened beside a ticket, unless something was written in it.
document.addEventListener("keydown", event => {
    const form = event.target.closest?.("form[data-once]"), opened = event.target.closest?.("#ticket-form");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
    if (event.key !== "Escape" || !opened || [...opened.querySelectorAll("textarea")].some(field => field.value !== field.defaultValue)) return;
    opened.replaceChildren();
    document.querySelector("#ticket a.button")?.focus();
});
