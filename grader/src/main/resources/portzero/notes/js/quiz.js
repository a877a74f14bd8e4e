// Quizzes are answered in their place. The answer and its explanation stay in the fold-out below each.

/** Adds the button, and says what check() found: {right, text}. */
function answerable(quiz, fieldset, check, label = "Check") {
  const verdict = announcer("verdict");
  const button = element("button", {type: "button", class: "check"}, label);
  button.addEventListener("click", () => {
    const {right, text, open = right} = check();
    verdict.textContent = text;
    quiz.classList.toggle("right", right);
    quiz.classList.toggle("wrong", !right);
    quiz.querySelector(".answer").open ||= open;
  });
  fieldset.append(element("div", {class: "act"}, button, verdict));
  return () => {
    verdict.textContent = "";
    quiz.classList.remove("right", "wrong");
  };
}

function choice(quiz, fieldset) {
  const items = [...quiz.querySelectorAll(".options > li")];
  const several = items.filter(item => "right" in item.dataset).length > 1;
  const name = idOf(quiz);
  const inputs = items.map(item => {
    const input = element("input", {type: several ? "checkbox" : "radio", name});
    const label = element("label", {}, input, element("span", {}, ...item.childNodes));
    item.replaceChildren(label);
    return {input, right: "right" in item.dataset};
  });
  const clear = answerable(quiz, fieldset, () => {
    const chosen = inputs.filter(({input}) => input.checked);
    const missed = inputs.filter(({input, right}) => right && !input.checked);
    if (chosen.length === 0) {
      return {right: false, text: several ? "Choose one or more." : "Choose one."};
    }
    if (chosen.some(({right}) => !right)) {
      return {right: false, text: several && chosen.length > 1
          ? "Not yet: not all that you chose is right." : "Not yet. Try another, or open the answer."};
    }
    return missed.length > 0
        ? {right: false, text: "Right so far, but there is more."}
        : {right: true, text: "Right. The explanation is below."};
  });
  quiz.addEventListener("change", clear);
}

function order(quiz, fieldset) {
  const list = element("ol", {class: "steps"});
  list.append(...quiz.querySelector(".steps").children);
  quiz.querySelector(".steps").replaceWith(list);
  const moved = announcer("unseen");
  const move = (item, by) => {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) {
      return;
    }
    by < 0 ? other.before(item) : other.after(item);
    const at = [...list.children].indexOf(item) + 1;
    moved.textContent = `Now step ${at} of ${list.children.length}`;
    clear();
  };
  for (const item of list.children) {
    const text = element("span", {class: "step"}, ...item.childNodes);
    const words = text.textContent.trim();
    const buttons = [[-1, "↑", "up"], [1, "↓", "down"]].map(([by, sign, where]) => {
      const button = element("button", {type: "button", "aria-label": `Move ${where}: ${words}`}, sign);
      button.addEventListener("click", () => {
        move(item, by);
        button.focus();
      });
      return button;
    });
    item.replaceChildren(text, element("span", {class: "moves"}, ...buttons));
  }
  const clear = answerable(quiz, fieldset, () => {
    const right = [...list.children].filter((item, at) => Number(item.dataset.step) === at).length;
    return right === list.children.length
        ? {right: true, text: "Right. The explanation is below."}
        : {right: false, text: `Not yet: ${right} of ${list.children.length} steps are in their places.`};
  });
  fieldset.append(moved);
}

function predict(quiz, fieldset) {
  const lines = text => text.trim().split("\n").map(line => line.trim().replace(/\s+/g, " "));
  const printed = lines(quiz.querySelector(".answer pre").textContent);
  const input = element("textarea", {rows: Math.min(printed.length, 8), spellcheck: "false", autocapitalize: "off"});
  fieldset.append(element("label", {class: "prediction"}, "What you think it prints", input));
  const clear = answerable(quiz, fieldset, () => {
    if (input.value.trim() === "") {
      return {right: false, text: "Write down what you expect, then compare."};
    }
    const wrong = printed.findIndex((line, at) => lines(input.value)[at] !== line);
    if (wrong < 0 && lines(input.value).length === printed.length) {
      return {right: true, text: "Right, to the letter."};
    }
    const line = wrong < 0 ? printed.length + 1 : wrong + 1;
    return {right: false, open: true, text: `It prints something else from line ${line} on. See below.`};
  }, "Compare");
  input.addEventListener("input", clear);
}

document.querySelectorAll(".quiz").forEach(quiz => {
  ({choice, order, predict})[quiz.dataset.quiz](quiz, quiz.querySelector("fieldset"));
});
