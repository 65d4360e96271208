// How photos travel: never with the ticket, which must not wait for a slow network, but behind it; with a bar that says how far.
let waiting = [];
const photosIn = root => [...root.querySelectorAll("[data-photo-list] > li")];
const isSender = form => form?.hasAttribute("data-photo-form");

// A request that tells how much of it has left: fetch cannot.
const told = bar => (url, { method, headers, body, signal }) => new Promise((answer, fail) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => Object.assign(bar, { max: total, value: loaded });
    request.onload = () => answer(new Response([204, 304].includes(request.status) ? null : request.responseText, {
        status: request.status, headers: request.getAllResponseHeaders().trim().split("\r\n").map(line => line.split(/:\s*(.*)/, 2)),
    }));
    request.onerror = request.onabort = () => fail(signal?.aborted ? signal.reason : new TypeError("No answer"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
});

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const form = ctx.request.form;
    if (!form?.querySelector("[data-photos]")) return;
    if (isSender(form)) {
        const bar = form.querySelector("progress");
        bar.hidden = false;
        ctx.transport = told(bar);
    } else ["Photos", "Small"].forEach(name => ctx.request.body.delete(name));
});

// The answer takes the form's place: what was chosen moves on to the form that sends it, or back into the one with messages.
document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    const form = ctx?.sourceElement;
    if (form?.matches?.("form") && (!isSender(form) || ctx.response.status >= 400)) waiting.push(...photosIn(form));
});
document.addEventListener("htmx:after:swap", send);
document.addEventListener("photos:ready", send);

function send() {
    const form = document.querySelector("[data-photo-form][data-late][hidden]"), fields = document.querySelector("[data-photos]");
    if (!waiting.length || !fields) return;
    fields.querySelector("[data-photo-list]").append(...waiting.splice(0));
    dispatchEvent(new CustomEvent("photos:show"));
    if (!form) return;
    form.hidden = false;
    form.requestSubmit();
}

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (isSender(ctx.sourceElement)) ctx.sourceElement.querySelector("progress").hidden = true;
});
addEventListener("beforeunload", event => { if (document.querySelector("[data-photo-form][data-sending]")) event.preventDefault(); });
