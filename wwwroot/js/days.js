// A day that the browser cannot read is sent as such: an empty field would mean that no day was chosen.
document.addEventListener("formdata", ({ target, formData }) => {
    for (const field of target.elements)
        if (field.type === "date" && field.name && field.validity.badInput) formData.set(field.name, "?");
});
