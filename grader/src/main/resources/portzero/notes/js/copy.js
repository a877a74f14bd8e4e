// A button on every program that copies it.

/** Works where the clipboard is closed to scripts, too: in a page that was not sent over https. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", {class: "unseen"});
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}

document.querySelectorAll("figure.code:not(.output)").forEach(figure => {
  const said = announcer("unseen");
  const button = element("button", {type: "button", class: "copy"}, "Copy");
  button.addEventListener("click", async () => {
    const copied = await copy(figure.querySelector("code").textContent);
    button.focus();
    button.textContent = copied ? "Copied" : "Not allowed";
    said.textContent = copied ? "Copied" : "The browser does not allow copying";
    setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 2000);
  });
  figure.prepend(button, said);
});
