// Whether the server is heard, as <body data-live="connecting|on|stale|refused"> and the event live:state. Only a beat counts, and
// only of a server that follows its log: to be connected is not to be current. Dates are compared, not ticks counted: a phone
// that wakes has not ticked.
const silence = 4400, mostBehind = 3;
let heardAt = Date.now();

function show(state) {
    if (document.body.dataset.live === state) return;
    document.body.dataset.live = state;
    document.dispatchEvent(new CustomEvent("live:state", { detail: state }));
}

const lose = () => { if (document.body.dataset.live !== "refused") show("stale"); };
const check = () => { if (document.querySelector("[data-topic]") && Date.now() - heardAt > silence) lose(); };

document.addEventListener("live:beat", ({ detail: { behind } }) => {
    if (behind < 0 || behind > mostBehind) return;
    heardAt = Date.now();
    show("on");
});
document.addEventListener("live:refused", () => show("refused"));
document.addEventListener("visibilitychange", check);
addEventListener("pageshow", check);
addEventListener("offline", lose);
setInterval(check, 250);
