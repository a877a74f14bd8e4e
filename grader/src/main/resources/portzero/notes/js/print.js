// On paper nothing can be opened: answers are printed, and folded again afterwards.

const folded = () => document.querySelectorAll("details:not([open])");
addEventListener("beforeprint", () => folded().forEach(fold => { fold.open = true; fold.dataset.printed = ""; }));
addEventListener("afterprint", () => document.querySelectorAll("details[data-printed]").forEach(fold => {
  fold.open = false;
  delete fold.dataset.printed;
}));
