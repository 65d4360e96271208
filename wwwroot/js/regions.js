// Live regions: a nudge makes a region fetch itself again. An answer that is no region is never shown in its place.
const pause = 2000, seldom = 30000;
const regions = topics => [...document.querySelectorAll("[data-topic]")]
    .filter(region => !topics || region.dataset.topic.split(/\s+/).some(topic => topics.includes(topic)));

// A thousand watchers must not ask in the same millisecond.
const nudge = region => setTimeout(() => htmx.trigger(region, "nudge", {}, false), Math.random() * 250);
const nudgeAll = ({ detail: topics }) => regions(topics).forEach(nudge);

const again = region => setTimeout(() => {
    if (region.isConnected && document.body.dataset.live === "on") nudge(region);
}, pause);

// What one may no longer see goes at once; the page says why, but is not asked over and over.
function leave(region) {
    region.replaceChildren();
    const key = `left:${location.pathname}`, last = Number(sessionStorage.getItem(key));
    sessionStorage.setItem(key, Date.now());
    if (Date.now() - last > seldom) location.reload();
}

const regionOf = event => {
    const source = event.detail.ctx?.sourceElement;
    return source?.matches("[data-topic]") ? source : null;
};

document.addEventListener("live:nudge", nudgeAll);
document.addEventListener("live:refused", nudgeAll); // the answer brings the sign-in dialog

document.addEventListener("htmx:before:swap", event => {
    const region = regionOf(event), status = event.detail.ctx?.response?.status;
    if (!region || status < 400) return;
    event.preventDefault();
    if ([401, 403, 404].includes(status)) leave(region);
    else if (status === 429 || status >= 500) again(region);
});

document.addEventListener("htmx:error", event => {
    const region = regionOf(event);
    if (region) again(region);
});
