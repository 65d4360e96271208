// What a person sent and no server heard: said where messages stand, for nothing else would tell. Live regions have their own marker,
// and what only looks something up (data-quiet) asks again by itself. It goes when it is closed, or the server is heard again.
const toasts = document.getElementById("toasts"), pause = 2000;
let timer;

const isPersons = ctx => ctx?.sourceElement && !ctx.sourceElement.matches("[data-topic], [data-quiet]");

function close() {
    clearInterval(timer);
    toasts?.replaceChildren();
}

const listen = () => fetch("/health/live", { cache: "no-store" }).then(answer => answer.ok && close(), () => {});

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (!toasts || !isPersons(ctx) || ctx.response) return;
    close();
    toasts.replaceChildren(document.getElementById("unheard").content.cloneNode(true));
    timer = setInterval(listen, pause);
});

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => { if (isPersons(ctx)) close(); });
toasts?.addEventListener("click", event => { if (event.target.closest("button")) close(); });
