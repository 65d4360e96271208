// What a person sent and no server heard: said where messages stand, for nothing else would tell. Live regions have their own marker.
const toasts = document.getElementById("toasts");

document.addEventListener("htmx:error", ({ detail }) => {
    const source = detail.ctx?.sourceElement;
    if (!toasts || !source || source.matches("[data-topic]") || detail.ctx.response) return;
    toasts.replaceChildren(document.getElementById("unheard").content.cloneNode(true));
});

document.addEventListener("htmx:before:request", ({ detail }) => {
    if (!detail.ctx?.sourceElement?.matches("[data-topic]")) toasts?.replaceChildren();
});
