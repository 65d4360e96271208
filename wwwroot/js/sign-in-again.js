// The dialog in which an expired session begins again, and the token against forged requests that goes on with it.
export const field = "__RequestVerificationToken", header = "X-Antiforgery-Token";
const inherited = "hx-headers:inherited";

export const headers = () => JSON.parse(document.body.getAttribute(inherited) || "{}");
export const dialogIn = html => new DOMParser().parseFromString(html, "text/html").querySelector("dialog");

export function renew(answer) {
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

/** Shows it until somebody is signed in; rejects when it is closed without. */
export function ask(dialog) {
    const back = new AbortController(), looking = () => look(dialog).catch(() => {});
    document.addEventListener("visibilitychange", looking, back);
    addEventListener("focus", looking, back);
    document.body.append(dialog);
    dialog.addEventListener("submit", event => send(event, dialog).catch(() => {}));
    dialog.showModal();
    return new Promise((signedIn, cancelled) => dialog.addEventListener("close", () => {
        back.abort();
        dialog.remove();
        if (dialog.returnValue !== "signed-in") return cancelled(new DOMException("Not signed in", "AbortError"));
        document.dispatchEvent(new CustomEvent("session:renewed"));
        signedIn();
    }));
}
