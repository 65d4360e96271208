// Whether the server is heard, as <body data-live="connecting|on|stale"> and the event live:state. Dates are compared, not
// ticks counted: a phone that wakes has not ticked.
const silence = 4500;
let heardAt = Date.now();

function show(state) {
    if (document.body.dataset.live === state) return;
    document.body.dataset.live = state;
    document.dispatchEvent(new CustomEvent("live:state", { detail: state }));
}

const lose = () => show("stale");
const check = () => { if (document.querySelector("[data-topic]") && Date.now() - heardAt > silence) lose(); };

document.addEventListener("live:heard", () => { heardAt = Date.now(); show("on"); });
document.addEventListener("live:refused", lose);
document.addEventListener("visibilitychange", check);
addEventListener("pageshow", check);
addEventListener("offline", lose);
setInterval(check, 500);
