// Whoever goes on before their photos are sent is asked first. Links ask by themselves: phones do not ask when a page is left.
const unsent = () => [...document.querySelectorAll("[data-photos]")].find(fields => fields.dataset.unsent && fields.querySelector("[data-photo-list] > li"));
let agreed = false;

document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]"), fields = unsent();
    if (!fields || !link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (link.target === "_blank" || link.matches("[data-photo], [download], [hx-get]") || link.getAttribute("href").startsWith("#")) return;
    agreed = confirm(fields.dataset.unsent);
    if (agreed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    fields.closest("form").querySelector("[type=submit]").focus();
}, true);

addEventListener("beforeunload", event => { if (!agreed && unsent()) event.preventDefault(); });
addEventListener("pageshow", () => agreed = false);
