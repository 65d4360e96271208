// The portal's time, which on a demonstration is not this machine's: on a wall, and on paper as it is printed.
const page = document.documentElement, all = selector => [...document.querySelectorAll(selector)];
const opened = Date.now();

const now = element => new Date(Date.parse(element.dataset.now) + Date.now() - opened);
const write = (element, style) => now(element).toLocaleString(page.lang, { timeZone: page.dataset.zone, ...style });

const tick = () => all("[data-clock]").forEach(clock => { clock.textContent = write(clock, { hour: "2-digit", minute: "2-digit" }); });
addEventListener("beforeprint", () => all("[data-printed]").forEach(line => {
    line.textContent = line.dataset.printed.replace("{0}", write(line, { dateStyle: "long", timeStyle: "short" }));
}));
setInterval(tick, 1000);
tick();
