// Tabs, by the pattern of the ARIA Authoring Practices: arrows move, the choice holds for all groups and pages.

const groups = [...document.querySelectorAll(".tabs")].map(group => {
  const list = element("div", {role: "tablist", "aria-label": "Language"});
  const tabs = [...group.querySelectorAll(":scope > .tab")].map(panel => {
    const label = panel.querySelector(".tab-label");
    const tab = element("button", {type: "button", role: "tab", "aria-controls": idOf(panel)}, label.textContent);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", idOf(tab));
    label.remove();
    list.append(tab);
    return {name: tab.textContent, tab, panel};
  });
  group.prepend(list);
  list.addEventListener("keydown", event => {
    const at = tabs.findIndex(({tab}) => tab === event.target);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
    if (to !== undefined) {
      const next = tabs[(to + tabs.length) % tabs.length];
      choose(next.name, group);
      next.tab.focus();
      event.preventDefault();
    }
  });
  tabs.forEach(({name, tab}) => tab.addEventListener("click", () => choose(name, group)));
  return {group, tabs, show: name => tabs.forEach(each => {
    const selected = each.name === name;
    each.tab.setAttribute("aria-selected", selected);
    each.tab.tabIndex = selected ? 0 : -1;
    each.panel.hidden = !selected;
  })};
});

/** Shows a language wherever there is a tab for it, and keeps the group that was acted on in its place on the screen. */
function choose(name, acted) {
  const before = acted.getBoundingClientRect().top;
  groups.filter(({tabs}) => tabs.some(tab => tab.name === name)).forEach(({show}) => show(name));
  scrollBy({top: acted.getBoundingClientRect().top - before, behavior: "instant"});
  remember("tab", name);
}

groups.forEach(({tabs, show}) => {
  const remembered = recall("tab");
  show(tabs.some(({name}) => name === remembered) ? remembered : tabs[0].name);
});
