// The definition of a term, shown while a link to it is pointed at or has the focus.

const popup = element("div", {class: "popup", hidden: true});
document.body.append(popup);
let shownFor = null;

function define(link) {
  shownFor = link;
  popup.innerHTML = document.getElementById(link.getAttribute("aria-describedby")).innerHTML;
  popup.hidden = false;
  const line = link.getClientRects()[0];
  const below = line.bottom + popup.offsetHeight + 8 < innerHeight;
  const left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - popup.offsetWidth - 8));
  popup.style.left = `${left + scrollX}px`;
  popup.style.top = `${(below ? line.bottom + 4 : line.top - popup.offsetHeight - 4) + scrollY}px`;
}

function forget() {
  shownFor = null;
  popup.hidden = true;
}

document.querySelectorAll("a.term").forEach(link => {
  // The way from the link to the definition must not close it, so that it can be read with a magnifier.
  let leaving;
  const stay = () => clearTimeout(leaving);
  const leave = () => { leaving = setTimeout(() => shownFor === link && forget(), 150); };
  link.addEventListener("mouseenter", () => { stay(); define(link); });
  link.addEventListener("mouseleave", leave);
  link.addEventListener("focus", () => define(link));
  link.addEventListener("blur", leave);
  popup.addEventListener("mouseenter", () => shownFor === link && stay());
  popup.addEventListener("mouseleave", () => shownFor === link && leave());
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    forget();
  }
});
