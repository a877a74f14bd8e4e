// A link to a section that is elsewhere now goes on to where it is.

function follow() {
  const stub = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (stub && stub.classList.contains("moved")) {
    location.replace(stub.querySelector("a").href);
  }
}

/** A page that has another name now: what is not itself a stub has kept its place in the new page. */
const movedPage = document.querySelector("a.moved-page");

addEventListener("hashchange", follow);
follow();
if (movedPage && !document.querySelector(".moved:target")) {
  location.replace(movedPage.href + location.hash);
}
