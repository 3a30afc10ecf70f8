"use strict";
// Keys, colours, scrolling together, dropping files. Every page works without this script: it only presses the buttons
// and follows the links that are there.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const help = document.getElementById("help");
  const opener = document.getElementById("help-open");
  const said = document.getElementById("said");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());

  // Colours are kept for the next page.
  const themes = [...document.querySelectorAll("input[name=theme]")];
  try {
    const kept = document.getElementById(`theme-${localStorage.getItem("theme")}`);
    if (kept) kept.checked = true;
    for (const theme of themes) {
      theme.addEventListener("change", () => localStorage.setItem("theme", theme.id.slice(6)));
    }
  } catch {
    // Storage may be switched off; the colours then hold for this page alone.
  }

  // The finding that keys act on: the item with the focus, or the one of a question's page.
  const items = () => [...document.querySelectorAll(".item")].filter((item) => item.offsetParent !== null || item.getClientRects().length);
  const whole = document.body.classList.contains("question");
  let current = null;

  function visit(item) {
    if (!item) return;
    current = item.id;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  function now() {
    return current ? document.getElementById(current) : null;
  }

  function follow(id) {
    const link = document.getElementById(id);
    if (link) link.click();
    return Boolean(link);
  }

  function step(by) {
    if (whole) {
      follow(by > 0 ? "after" : "before");
      return;
    }
    const all = items();
    const at = all.indexOf(now());
    visit(at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  function open() {
    const item = now();
    const link = item && item.querySelector("a.open");
    if (link) link.click();
    return Boolean(link);
  }

  function press(key) {
    const place = whole ? document.querySelector(".panel") : now();
    const button = place && place.querySelector(`button[data-key="${key}"]`);
    if (!button) return false;
    if (place.id) current = place.id;
    button.click();
    return true;
  }

  function note() {
    const field = document.getElementById("reason");
    if (field) {
      field.focus();
      return true;
    }
    const link = now() && now().querySelector("a.open");
    if (link) location.href = `${link.href}#reason`;
    return Boolean(link);
  }

  function pick() {
    const box = now() && now().querySelector(".pick");
    if (box) box.click();
    return Boolean(box);
  }

  function search() {
    const field = document.getElementById("q");
    if (field) field.select();
    return Boolean(field);
  }

  function back() {
    if (whole) return follow("list");
    location.href = "/";
    return true;
  }

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest && event.target.closest(".item");
    if (item) current = item.id;
  });

  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const actions = {
    j: () => step(1) || true,
    k: () => step(-1) || true,
    e: note,
    x: pick,
    s: () => follow("side"),
    b: back,
    "/": search,
    "?": () => help.showModal() || true,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
    if (typing(event.target)) {
      // Out of a field, back to the keys.
      if (event.key === "Escape") {
        event.target.blur();
        const place = whole ? document.getElementById("case") : now();
        if (place) place.focus({ preventScroll: true });
      }
      return;
    }
    if (event.key === "Enter") {
      if (event.target.classList.contains("item") && open()) event.preventDefault();
      return;
    }
    const action = actions[event.key] || ("adncfu".includes(event.key) && event.key.length === 1 ? () => press(event.key) : null);
    if (action && action()) event.preventDefault();
  });

  // What was decided is put in place of what was there; the focus stays with it, and it is said aloud.
  document.addEventListener("htmx:afterSwap", (event) => {
    const place = now();
    if (!place || event.detail.target.id === "changes" || event.detail.target.id === "desk") return;
    const alert = place.querySelector(".alert");
    const standing = place.querySelector(".ruling b");
    if (place.classList.contains("item")) place.focus({ preventScroll: true });
    else if (place.classList.contains("panel")) place.focus({ preventScroll: true });
    said.textContent = alert ? "" : standing ? standing.textContent.trim() : "";
  });
  document.addEventListener("htmx:responseError", (event) => {
    said.textContent = "Not recorded.";
    const line = document.createElement("p");
    line.className = "notice alert";
    line.setAttribute("role", "alert");
    const told = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").querySelector("p.notice, p");
    line.textContent = `Not recorded. ${told ? told.textContent : ""}`;
    document.getElementById("changes").replaceChildren(line);
  });
  document.addEventListener("htmx:sendError", () => {
    const line = document.createElement("p");
    line.className = "notice alert";
    line.setAttribute("role", "alert");
    line.textContent = "The review does not answer: it was stopped, or the connection is gone. Nothing was recorded since.";
    document.getElementById("changes").replaceChildren(line);
  });

  // Filters that let everything pass do not stand in the address.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") return;
    for (const [name, value] of [...event.detail.formData.entries()]) {
      if (value === "") event.detail.formData.delete(name);
    }
  });

  // How many are picked.
  document.addEventListener("change", (event) => {
    if (!event.target.classList.contains("pick")) return;
    const number = document.querySelectorAll(".pick:checked").length;
    const line = document.getElementById("picked");
    if (line) line.textContent = `${number} picked`;
  });

  // Side by side: words in one article bring those of the same finding in the other, and the finding, into view.
  // Words on which several findings lie are cut into pieces: all of them, as far as these words go.
  function lightWords(first, length) {
    let left = length;
    for (let piece = first; piece && left > 0; piece = piece.nextSibling) {
      if (piece.nodeName === "SUP") continue;
      if (piece.nodeName === "MARK") piece.classList.add("lit");
      left -= [...piece.textContent].length;
    }
  }

  function light(finding, from) {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const item of document.querySelectorAll(".strip .current")) item.classList.remove("current");
    if (!finding) return;
    finding.classList.add("current");
    if (!finding.contains(from)) finding.scrollIntoView({ block: "nearest" });
    const shown = new Set();
    for (const link of finding.querySelectorAll("a.words")) {
      const words = document.getElementById(link.hash.slice(1));
      if (!words) continue;
      lightWords(words, Number(link.dataset.length));
      const leaf = words.closest(".leaf");
      if (leaf && !shown.has(leaf) && !words.contains(from)) {
        shown.add(leaf);
        leaf.scrollTop += words.getBoundingClientRect().top - leaf.getBoundingClientRect().top - leaf.clientHeight / 3;
      }
    }
  }

  const strip = document.querySelector(".strip");
  if (strip) {
    document.querySelector(".spread").addEventListener("click", (event) => {
      const link = event.target.closest("a.words, sup a");
      const item = event.target.closest(".strip .item");
      if (link && link.closest("sup")) {
        const finding = document.getElementById(link.hash.slice(1));
        if (finding) {
          event.preventDefault();
          light(finding, link);
        }
      } else if (link) {
        event.preventDefault();
        light(item, link);
      } else if (event.target.closest(".leaf mark")) {
        const words = event.target.closest("mark");
        const known = [...strip.querySelectorAll("a.words")].find((one) => one.hash === `#${words.id}`);
        light(known ? known.closest(".item") : null, words);
      } else if (item && !event.target.closest("a")) {
        visit(item);
      }
    });
    strip.addEventListener("focusin", (event) => {
      const item = event.target.closest(".item");
      if (item && event.target === item) light(item, item);
    });
    const asked = location.hash && [...strip.querySelectorAll("a.words")].find((one) => one.hash === location.hash);
    light(strip.querySelector(".chosen") || (asked && asked.closest(".item")), strip);
  }

  // Files dropped anywhere on the form are those of its field.
  const drop = document.getElementById("drop");
  if (drop) {
    const files = document.getElementById("files");
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) {
        files.files = event.dataTransfer.files;
        drop.requestSubmit();
      }
    });
  }

  if (location.hash.startsWith("#item-")) visit(document.getElementById(location.hash.slice(1)));
  if (location.hash === "#reason") note();
})();
