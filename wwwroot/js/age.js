// The age of what is shown: how long ago each live region was last known to be true. A beat confirms every region that waits
// for nothing; a nudge opens a doubt that only a fetch begun after it can close.
const known = new WeakMap(), doubted = new WeakMap(), begun = new WeakMap();
const opened = Date.now(), page = document.documentElement, tooOld = 10;
let ahead = 0; // the portal's clock, which on a demonstration is not this machine's

const all = selector => [...document.querySelectorAll(selector)];
const fill = (text, value) => text.replace("{0}", value);

document.addEventListener("nudge", ({ target }) => doubted.set(target, Date.now()), true);
document.addEventListener("htmx:before:request", ({ detail }) => begun.set(detail.ctx, Date.now()));
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const at = begun.get(ctx) ?? Date.now();
    known.set(ctx.sourceElement, at);
    if (doubted.get(ctx.sourceElement) <= at) doubted.delete(ctx.sourceElement);
    show();
});
document.addEventListener("live:beat", ({ detail: { at, behind } }) => {
    ahead = Date.parse(at) - Date.now();
    if (behind >= 0) all("[data-topic]").filter(region => !doubted.has(region))
        .forEach(region => known.set(region, Date.now() - behind * 1000));
    show();
});

function since(seconds) {
    const [count, unit] = seconds < 60 ? [seconds, "second"] : seconds < 3600 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
    return new Intl.RelativeTimeFormat(page.lang).format(-Math.floor(count), unit);
}

function words(marker, state, at) {
    if (state === "lost") return fill(marker.dataset.ageLost, new Date(at + ahead).toLocaleTimeString(page.lang,
        { hour: "2-digit", minute: "2-digit", timeZone: page.dataset.zone }));
    const seconds = (Date.now() - at) / 1000;
    return seconds < 6 ? marker.dataset.ageNow : fill(marker.dataset.ageSince, since(seconds));
}

function tell(marker) {
    const regions = all(marker.dataset.age || "[data-topic]"), times = regions.map(region => known.get(region) ?? opened);
    const at = Math.min(...times, Date.now()), old = time => Date.now() - time > tooOld * 1000;
    // Nothing is shown any more to whoever may not see it: nothing has an age.
    marker.hidden = regions.length > 0 && regions.every(region => !region.hasChildNodes());
    const state = ["stale", "refused"].includes(document.body.dataset.live) ? "lost" : old(at) ? "stale" : "fresh";
    const text = words(marker, state, at), changed = marker.dataset.state && marker.dataset.state !== state;
    regions.forEach((region, i) => region.toggleAttribute("data-stale", old(times[i])));
    if (marker.textContent !== text) marker.textContent = text;
    marker.dataset.state = state;
    if (changed) all("[data-age-status]").forEach(status => { status.textContent = text; });
}

const show = () => all("[data-age]").forEach(tell);
document.addEventListener("live:state", show);
document.addEventListener("visibilitychange", show);
setInterval(show, 1000);
