// A drawing of states that can be stepped through. What can happen is read from the table below it.

/** Scrolls a box sideways until the middle of a part of it is in the middle, as far as that goes. */
function uncover(box, part) {
  const middle = each => each.getBoundingClientRect().left + each.getBoundingClientRect().width / 2;
  box.scrollLeft += middle(part) - middle(box);
}

document.querySelectorAll(".states").forEach(machine => {
  const transitions = [...machine.querySelectorAll("tbody tr")].map(row => {
    const [from, event, sends, to] = [...row.cells].map(cell => cell.textContent);
    return {from, event, sends, to};
  });
  const start = transitions[0].from;
  let steps = [];

  const where = announcer("where");
  const ways = element("div", {class: "ways", role: "group", "aria-label": "What can happen now"});
  const back = element("button", {type: "button"}, "Back");
  const again = element("button", {type: "button"}, "Start again");
  const trail = element("ol", {class: "trail", "aria-label": "The way here"});
  const panel = element("section", {class: "walk", "aria-label": "Step through the states"},
      where, ways, element("div", {class: "act"}, back, again), trail);

  const sent = ({sends}) => sends === "nothing" ? "nothing is sent" : `sends ${sends}`;

  function show(focus) {
    const last = steps.at(-1);
    const state = last ? last.to : start;
    const edge = last ? `${last.from} ${last.to}` : null;
    machine.querySelectorAll("[data-state]").forEach(box => box.classList.toggle("now", box.dataset.state === state));
    machine.querySelectorAll("[data-edge]").forEach(each => each.classList.toggle("taken", each.dataset.edge === edge));
    uncover(machine.querySelector(".scroll"), machine.querySelector(".now"));
    where.replaceChildren("The connection is in ", element("strong", {}, state), ".");
    ways.replaceChildren(...transitions.filter(({from}) => from === state).map(way => {
      const button = element("button", {type: "button"}, element("strong", {}, way.event),
          element("span", {}, `${sent(way)}, goes to ${way.to}`));
      button.addEventListener("click", () => { steps.push(way); show(true); });
      return button;
    }));
    trail.replaceChildren(...steps.map(step => element("li", {}, `${step.event}: ${step.to}`)));
    back.disabled = steps.length === 0;
    again.disabled = steps.length === 0;
    if (focus) {
      ways.querySelector("button").focus({preventScroll: true});
    }
  }

  back.addEventListener("click", () => { steps.pop(); show(steps.length === 0); });
  again.addEventListener("click", () => { steps = []; show(true); });
  machine.querySelector("figure").after(panel);
  show(false);
});
