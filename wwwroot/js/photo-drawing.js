// A photo made smaller and written anew in the browser, so that nothing of the camera's notes is left.
const longest = 1600, small = 320;

async function drawn(bitmap, side, quality) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height)), canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height].map(length => Math.max(1, Math.round(length * scale)));
    const picture = canvas.getContext("2d");
    picture.fillStyle = "#fff"; // what was transparent would turn black
    picture.fillRect(0, 0, canvas.width, canvas.height);
    picture.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
    return { canvas, file: new File([blob], "photo.jpg", { type: "image/jpeg" }) };
}

/** An entry of the row: the little picture, a button that takes it away, and as `photo` the files that are sent. Rejects what is no photo. */
export async function item(file) {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const [large, little] = [await drawn(bitmap, longest, .82), await drawn(bitmap, small, .75)], entry = document.createElement("li"), button = document.createElement("button");
    bitmap.close();
    Object.assign(button, { type: "button", textContent: "×" });
    entry.photo = { large: large.file, small: little.file };
    entry.append(little.canvas, button);
    return entry;
}
