"use strict";
// Keys for moving between findings. The page works without this script: links, filters and colours need none of it.
(() => {
  const help = document.getElementById("help");
  const button = document.getElementById("help-open");
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());

  const shown = () => [...document.querySelectorAll(".finding")].filter((f) => f.offsetParent !== null);
  let current = null;
  let words = -1;

  function visit(finding) {
    if (!finding) return;
    current = finding;
    words = -1;
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "start" });
  }

  function step(by) {
    const all = shown();
    const at = all.indexOf(current);
    visit(at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  function open(first) {
    if (!current) return false;
    const links = [...current.querySelectorAll("a.words")];
    if (!links.length) return false;
    words = first ? 0 : (words + 1) % links.length;
    links[words].click();
    return true;
  }

  function explain() {
    const why = current && current.querySelector("details");
    if (why) why.open = !why.open;
  }

  function go(id) {
    if (document.getElementById(id)) location.hash = id;
  }

  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    if (finding && finding !== current) {
      current = finding;
      words = -1;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Enter") {
      if (event.target === current && open(true)) event.preventDefault();
      return;
    }
    const actions = {
      j: () => step(1),
      k: () => step(-1),
      n: () => open(false),
      b: () => visit(current),
      w: explain,
      m: () => go("matrix"),
      a: () => go("articles"),
      "?": () => help.showModal(),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
})();
