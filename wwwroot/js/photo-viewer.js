// A photo large, in a dialog: arrows and buttons lead to the next. Without JavaScript the link shows the picture itself.
const viewer = () => document.getElementById("photo-viewer");
const links = () => [...document.querySelectorAll("a[data-photo]")];
let at = 0;

function show(next) {
    const all = links(), dialog = viewer();
    at = (next + all.length) % all.length;
    const picture = dialog.querySelector("img"), small = all[at].querySelector("img");
    picture.src = all[at].href;
    picture.alt = small.alt;
    picture.width = small.getAttribute("width");
    picture.height = small.getAttribute("height");
    dialog.querySelector("h2").textContent = small.alt;
    dialog.querySelector("[data-photo-steps]").hidden = all.length < 2;
    if (!dialog.open) dialog.showModal();
}

document.addEventListener("click", event => {
    const link = event.target.closest("a[data-photo]"), step = event.target.closest("[data-photo-step]");
    if (step) return show(at + Number(step.dataset.photoStep));
    if (!link || !viewer() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(links().indexOf(link));
});
document.addEventListener("keydown", ({ key }) => {
    if (viewer()?.open && ["ArrowLeft", "ArrowRight"].includes(key)) show(at + (key === "ArrowRight" ? 1 : -1));
});
