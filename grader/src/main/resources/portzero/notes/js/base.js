// What all parts of the script use. The parts are joined to one file and share its scope.

/** The folder of the title page, with a slash at its end. */
const home = new URL("./", document.currentScript.src).href;

/** Makes an element; an attribute whose value is false or null is left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

let lastId = 0;

/** The id of an element; it gets one if it has none. */
function idOf(some) {
  some.id ||= `auto-${++lastId}`;
  return some.id;
}

/** What was remembered in an earlier page; null if nothing was, or if the browser forbids it. */
function recall(name) {
  try {
    return localStorage.getItem(`portzero-${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`portzero-${name}`, value);
  } catch {
    // It holds for this page only.
  }
}

/** A place whose text is read out whenever it changes. */
function announcer(classes) {
  return element("p", {class: classes, role: "status"});
}
