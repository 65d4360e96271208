// Dialogs: data-dialog opens, a form of method=dialog or a click beside it closes; the browser gives the focus back.
document.addEventListener("click", event => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) return document.querySelector(opener.dataset.dialog)?.showModal();
    if (event.target.matches("dialog[data-light]") && outside(event, event.target)) event.target.close();
});

function outside(event, dialog) {
    const box = dialog.getBoundingClientRect();
    return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

// A dialog that the server sends opens by itself; HX-Trigger: dialog:close closes what is open.
const open = () => document.querySelectorAll("dialog[data-open]:not(:modal)").forEach(dialog => {
    dialog.removeAttribute("data-open");
    dialog.removeAttribute("open");
    dialog.showModal();
});
document.addEventListener("htmx:after:swap", open);
document.addEventListener("dialog:close", () => document.querySelectorAll("dialog:modal").forEach(dialog => dialog.close()));
open();
