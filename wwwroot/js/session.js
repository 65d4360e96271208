// An expired session costs nobody what they typed: a request that is answered with 401 waits for the sign-in dialog that
// came with the answer, and is then sent again as if nothing had happened.
const inherited = "hx-headers:inherited", field = "__RequestVerificationToken", header = "X-Antiforgery-Token";
let asking, declined = false;

const headers = () => JSON.parse(document.body.getAttribute(inherited) || "{}");
const dialogIn = html => new DOMParser().parseFromString(html, "text/html").querySelector("dialog");

function renew(answer) {
    const token = answer.headers.get(header);
    if (!token) return;
    document.body.setAttribute(inherited, JSON.stringify({ ...headers(), [header]: token }));
    document.querySelectorAll(`input[name=${field}]`).forEach(input => { input.value = token; });
}

async function send(event, dialog) {
    if (event.target.method === "dialog") return;
    event.preventDefault();
    const answer = await fetch(event.target.action, { method: "POST", body: new FormData(event.target), headers: { "HX-Request": "true" } });
    renew(answer);
    if (answer.status === 204) return dialog.close("signed-in");
    const next = dialogIn(await answer.text());
    if (next) dialog.replaceChildren(...next.childNodes);
    (dialog.querySelector("[aria-invalid=true]") ?? dialog.querySelector("input[type=password]"))?.focus();
}

// Signed in by another way, in another tab: whoever comes back to this one goes on.
async function look(dialog) {
    if (document.visibilityState !== "visible") return;
    const answer = await fetch("/sign-in/again", { headers: { "HX-Request": "true" } });
    if (!answer.headers.get(header)) return;
    renew(answer);
    dialog.close("signed-in");
}

function ask(dialog) {
    const back = new AbortController(), looking = () => look(dialog).catch(() => {});
    document.addEventListener("visibilitychange", looking, back);
    addEventListener("focus", looking, back);
    document.body.append(dialog);
    dialog.addEventListener("submit", event => send(event, dialog).catch(() => {}));
    dialog.showModal();
    return new Promise((signedIn, cancelled) => dialog.addEventListener("close", () => {
        back.abort();
        dialog.remove();
        declined = dialog.returnValue !== "signed-in";
        if (declined) return cancelled(new DOMException("Not signed in", "AbortError"));
        document.dispatchEvent(new CustomEvent("session:renewed"));
        signedIn();
    }));
}

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    ctx.fetch = async (url, request) => {
        for (;;) {
            const answer = await (ctx.transport ?? fetch)(url, request);
            renew(answer);
            if (answer.status !== 401) return answer;
            const text = await answer.text(), dialog = dialogIn(text);
            if (!dialog) return new Response(text, answer);
            // Whoever closed the dialog is not asked again by a board, only by what they do themselves.
            if (ctx.sourceElement.matches("[data-quiet]")) throw new DOMException("Not signed in", "AbortError");
            if (declined && ctx.sourceElement.matches("[data-topic]")) throw new DOMException("Not signed in", "AbortError");
            clearTimeout(ctx.requestTimeout); // people take longer than machines
            await (asking ??= ask(dialog).finally(() => { asking = undefined; }));
            Object.assign(request.headers, headers());
            if (request.body?.has?.(field)) request.body.set(field, headers()[header]);
        }
    };
});
