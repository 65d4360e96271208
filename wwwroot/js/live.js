// One connection to the hub, for the topics on the page. What it hears goes out as events on the document:
// live:beat { at, behind }, live:nudge (topics; null means all of them), live:refused.
const patience = 5000, waits = [0, 500, 1000, 2000];
let connection, watched = [], attempts = 0, timer;

const say = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const topics = () => [...new Set([...document.querySelectorAll("[data-topic]")].flatMap(region => region.dataset.topic.match(/\S+/g) ?? []))];

function build() {
    const made = new signalR.HubConnectionBuilder().configureLogging(signalR.LogLevel.None)
        .withUrl("/live", { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets }).build();
    Object.assign(made, { keepAliveIntervalInMilliseconds: 2000, serverTimeoutInMilliseconds: 4500 });
    const on = (name, act) => made.on(name, (...given) => { if (made === connection) act(...given); });
    on("nudge", names => say("live:nudge", names.includes("*") ? null : names));
    on("beat", (at, behind) => say("live:beat", { at, behind }));
    made.onclose(() => { if (made === connection) later(); });
    return made;
}

// Each attempt is a connection of its own: one that hangs in a network without answers cannot be stopped, only left behind.
async function connect() {
    const mine = connection = build(), started = mine.start();
    watched = [];
    started.then(() => mine === connection || mine.stop(), () => {});
    try {
        await Promise.race([started, new Promise((_, fail) => setTimeout(fail, patience))]);
        await watch();
        attempts = 0;
    } catch {
        if (mine !== connection) return;
        connection = undefined;
        mine.stop();
        if (await refused()) say("live:refused"); else later();
    }
}

async function watch() {
    const wanted = topics(), fresh = wanted.filter(topic => !watched.includes(topic)), first = !watched.length;
    if (!fresh.length || connection?.state !== "Connected") return;
    await connection.invoke("Watch", wanted);
    watched = wanted;
    say("live:nudge", first ? null : fresh); // what changed between the rendering and the watching
}

function later(now) {
    clearTimeout(timer);
    timer = setTimeout(connect, now ? 0 : (waits[attempts++] ?? 2000) + Math.random() * 400);
}

// A closed socket does not say why. Only a refusal stops the attempts; a silent server is asked again.
const refused = () => fetch("/live", { headers: { "HX-Request": "true" }, redirect: "manual" })
    .then(answer => [401, 403].includes(answer.status) || answer.type === "opaqueredirect", () => false);
const begin = () => { if (connection?.state !== "Connected" && topics().length) later(true); };
document.addEventListener("htmx:after:swap", () => connection ? watch().catch(() => {}) : begin());
document.addEventListener("session:renewed", begin);
addEventListener("online", begin);
begin();
