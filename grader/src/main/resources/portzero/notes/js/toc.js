// The list of a page's sections is folded where there is little room. Elsewhere the style sheet shows it in any case;
// opened, it is also said to be open.

const contents = document.querySelector(".toc details");
const room = matchMedia("(min-width: 62rem)");
const unfold = () => { contents.open = room.matches; };
if (contents) {
  unfold();
  room.addEventListener("change", unfold);
}
