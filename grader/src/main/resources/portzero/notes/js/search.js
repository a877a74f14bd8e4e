// Search over all pages. The index is a script, because a page from a file may not fetch anything else.

const BEST = 12;
const EXCERPT = 150;
let entries = null;

/** The index calls this with [address, page, section, text] for each section. */
window.portzeroIndex = sections => {
  entries = sections.map(([href, page, section, text]) => ({
    href, page, section, text, inSection: plain(section), inPage: plain(page), inText: plain(text)
  }));
  search();
};

/** Small letters, one sign for each sign, and TIME_WAIT the same as TIME-WAIT. */
function plain(text) {
  return text.toLowerCase().replace(/[_\-–—/.(),:;]/g, " ").replace(/[’‘]/g, "'");
}

/** How well a word of the question fits a text: as a word of it, as the beginning of one, within one, or not at all. */
function fit(text, word) {
  const at = text.indexOf(word);
  if (at < 0) {
    return 0;
  }
  const padded = ` ${text} `;
  return padded.includes(` ${word} `) ? 4 : padded.includes(` ${word}`) ? 3 : word.length > 2 ? 1 : 0;
}

/** Zero unless every word occurs. A heading weighs more than the title of the page, and that more than the text. */
function score(entry, words) {
  let sum = 0;
  for (const word of words) {
    const best = 10 * fit(entry.inSection, word) + 4 * fit(entry.inPage, word) + fit(entry.inText, word);
    if (best === 0) {
      return 0;
    }
    sum += best + Math.min(entry.inText.split(word).length - 1, 5) / 2;
  }
  const phrase = words.join(" ");
  return sum + (entry.inSection === phrase ? 60 : entry.inSection.includes(phrase) ? 30 : 0)
      + (words.length > 1 && entry.inText.includes(phrase) ? 40 : 0);
}

/** The text with each beginning of a word that was asked for marked. */
function marked(text, words) {
  const found = plain(text);
  const parts = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const word = words.find(each => found.startsWith(each, at) && (each.length > 2 || !/\w/.test(found[at - 1] ?? " ")));
    if (word) {
      parts.push(text.slice(from, at), element("mark", {}, text.slice(at, at + word.length)));
      from = at += word.length;
    } else {
      at++;
    }
  }
  return [...parts, text.slice(from)];
}

function excerpt(entry, words) {
  const phrase = entry.inText.indexOf(words.join(" "));
  const hits = phrase >= 0 ? [phrase] : words.map(word => entry.inText.indexOf(word)).filter(at => at >= 0);
  const around = Math.max(0, Math.min(...hits, entry.text.length) - EXCERPT / 3);
  const start = hits.length === 0 || around < 20 ? 0 : entry.text.indexOf(" ", around) + 1;
  const end = start + EXCERPT >= entry.text.length ? entry.text.length : entry.text.lastIndexOf(" ", start + EXCERPT);
  return [start > 0 ? "… " : "", ...marked(entry.text.slice(start, end), words), end < entry.text.length ? " …" : ""];
}

const field = element("input", {type: "search", placeholder: "Search  /", "aria-label": "Search the notes",
  autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go"});
const found = element("ol", {class: "results", hidden: true, "aria-label": "Search results"});
const count = announcer("unseen");
const box = element("div", {class: "search", role: "search"}, field, found, count);

function load() {
  if (!document.getElementById("search-index")) {
    document.head.append(element("script", {id: "search-index", src: `${home}search-index.js`}));
  }
}

function search() {
  const words = plain(field.value).split(/\s+/).filter(word => word !== "");
  if (words.length === 0 || entries === null) {
    close();
    return;
  }
  const best = entries.map(entry => ({entry, points: score(entry, words)}))
      .filter(({points}) => points > 0)
      .sort((one, other) => other.points - one.points)
      .slice(0, BEST);
  found.replaceChildren(...best.map(({entry}) => element("li", {},
      element("a", {href: home + entry.href},
          element("strong", {}, ...marked(entry.section, words)),
          element("span", {class: "where"}, entry.section === entry.page ? "" : entry.page),
          element("span", {class: "excerpt"}, ...excerpt(entry, words))))));
  if (best.length === 0) {
    found.append(element("li", {class: "nothing"}, "Nothing found. Try fewer or shorter words."));
  }
  found.hidden = false;
  count.textContent = best.length === 0 ? "Nothing found" : `${best.length === BEST ? "The best " : ""}${best.length} found`;
}

function close() {
  found.hidden = true;
  count.textContent = "";
}

function moveAmongResults(event) {
  if (event.key === "ArrowDown" && found.hidden) {
    search();
  }
  const stops = [field, ...found.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1}[event.key];
  if (to !== undefined && !found.hidden) {
    stops[Math.max(0, Math.min(to, stops.length - 1))].focus();
    event.preventDefault();
  } else if (event.key === "Enter" && at === 0 && stops.length > 1) {
    stops[1].click();
    event.preventDefault();
  } else if (event.key === "Escape") {
    if (found.hidden) {
      field.value = "";
    }
    close();
    field.focus();
    event.preventDefault();
  }
}

if (tools) {
  tools.prepend(box);
  field.addEventListener("focus", load);
  field.addEventListener("input", () => { load(); search(); });
  box.addEventListener("keydown", moveAmongResults);
  box.addEventListener("click", event => event.target.closest("a") && close());
  document.addEventListener("click", event => !box.contains(event.target) && close());
  box.addEventListener("focusout", event => event.relatedTarget && !box.contains(event.relatedTarget) && close());
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
      event.preventDefault();
    }
  });
}
