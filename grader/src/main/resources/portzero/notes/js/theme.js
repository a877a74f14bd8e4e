// A button that switches between the colours of the system, light and dark.

const tools = document.querySelector(".tools");
const THEMES = {automatic: "light", light: "dark", dark: "automatic"};

function theme() {
  return document.documentElement.dataset.theme ?? "automatic";
}

if (tools) {
  const button = element("button", {type: "button", class: "theme"});
  const label = () => {
    button.textContent = {automatic: "Auto", light: "Light", dark: "Dark"}[theme()];
    button.setAttribute("aria-label", `${button.textContent}: colours are ${theme()}, press for ${THEMES[theme()]}`);
  };
  button.addEventListener("click", () => {
    const next = THEMES[theme()];
    if (next === "automatic") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = next;
    }
    remember("theme", next);
    label();
  });
  label();
  tools.append(button);
}
