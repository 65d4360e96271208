// An expired session costs nobody what they typed: a request that is answered with 401 waits for the sign-in dialog that
// came with the answer, and is then sent again as if nothing had happened.
import { ask, dialogIn, field, header, headers, renew } from "./sign-in-again.js";

let asking, declined = false;

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
            await (asking ??= ask(dialog).then(() => { declined = false; }, no => { declined = true; throw no; }).finally(() => { asking = undefined; }));
            Object.assign(request.headers, headers());
            if (request.body?.has?.(field)) request.body.set(field, headers()[header]);
        }
    };
});
