"use strict";
/* A card's page: values and their boxes point at each other, issues lead to both, keys lead on. */
(() => {
  const data = JSON.parse(document.getElementById("card-data").textContent);
  const say = Store.words;
  const inspector = document.getElementById("inspector");
  const values = new Map();
  const boxes = new Map();
  let chosen = null;
  let issue = null;

  const add = (map, key, item) => map.set(key, [...(map.get(key) ?? []), item]);
  for (const item of document.querySelectorAll("[data-v]")) add(values, item.dataset.v, item);
  for (const item of document.querySelectorAll("[data-vs]")) for (const id of item.dataset.vs.split(" ")) add(boxes, id, item);

  const idsOf = (item) => (item.dataset.v ? [item.dataset.v] : item.dataset.vs.split(" "));
  const pointed = (event) => event.target.closest?.("[data-v], [data-vs]");

  /* The card's own values are one row. */
  const rowOf = (id) => data.rows[id] ?? data.rows["cards-0"];

  /* They have no box: what is printed of a choice stands in the options beside it. */
  function relatives(ids) {
    const more = new Set(ids);
    for (const id of ids) {
      if (boxes.has(id)) continue;
      for (const item of values.get(id) ?? []) {
        for (const other of item.closest(".form tr")?.querySelectorAll("[data-v]") ?? []) more.add(other.dataset.v);
      }
    }
    return [...more];
  }

  function paint(name, ids) {
    for (const item of document.querySelectorAll("." + name)) item.classList.remove(name);
    for (const id of ids) {
      for (const item of [...(values.get(id) ?? []), ...(boxes.get(id) ?? [])]) item.classList.add(name);
    }
  }

  const into = (item, block = "center") => item?.scrollIntoView({ block, inline: "nearest", behavior: "auto" });

  function choose(item) {
    const ids = relatives(idsOf(item));
    leaveIssue();
    const fromValue = Boolean(item.dataset.v);
    chosen = fromValue ? item : values.get(ids.find((id) => values.has(id)))?.[0] ?? null;
    paint("chosen", ids);
    if (fromValue) into(ids.map((id) => boxes.get(id)?.[0]).find(Boolean));
    else into(chosen);
    if (chosen && fromValue) chosen.classList.add("chosen");
    inspect();
  }

  function inspect() {
    inspector.hidden = !chosen && !issue;
    const said = inspector.querySelector(".said");
    said.hidden = !issue;
    if (issue) {
      said.className = "said " + (["error", "warning"].find((name) => issue.classList.contains(name)) ?? "");
      said.querySelector("b").textContent = issue.querySelector("strong").textContent;
      said.querySelector("span").textContent = issue.querySelector("p").textContent;
    }
    document.getElementById("accept").hidden = !issue || !isOpen(issue.dataset.issue);
    document.getElementById("correct").hidden = inspector.querySelector(".told").hidden = !chosen;
    if (!chosen) return;
    const row = rowOf(chosen.dataset.v);
    const table = Store.tables[row.t];
    const field = table.fields.find((f) => f.name === chosen.dataset.c);
    const now = Editor.shown(field, Editor.currentOf({ card: data.id, row })[field.name] ?? "");
    inspector.querySelector(".name").textContent = table.label + " · " + field.label;
    inspector.querySelector(".now").textContent = now || say("empty");
    inspector.querySelector(".raw").textContent = chosen.dataset.raw ? say("as printed") + ": " + chosen.dataset.raw : "";
  }

  function correct() {
    if (!chosen) return;
    const id = chosen.dataset.v;
    const open = data.findings.filter(([name, targets]) => targets.includes(id) && isOpen(name)).map(([name]) => data.rows[name]);
    Editor.correct({ card: data.id, row: rowOf(id) }, chosen.dataset.c, open, inspect);
  }

  const accepted = (name) => {
    const key = data.rows[name].k;
    return Store.pending().some((c) => c.card_id === data.id && c.table === "issues" && c.row_key === key);
  };
  const isOpen = (name) => Boolean(document.querySelector(`[data-issue="${name}"] .accept`)) && !accepted(name);

  function leaveIssue() {
    issue?.classList.remove("current");
    issue = null;
  }

  function goto(item) {
    leaveIssue();
    issue = item;
    item.classList.add("current");
    const [, targets, page, line, field] = data.findings.find(([name]) => name === item.dataset.issue);
    const ids = relatives(targets);
    paint("chosen", ids);
    const meant = targets.flatMap((id) => values.get(id) ?? []);
    chosen = meant.find((value) => value.dataset.c === field) ?? meant[0] ?? null;
    const box = ids.map((id) => boxes.get(id)?.[0]).find(Boolean);
    into(box ?? document.querySelector(`[data-page="${page}"], [data-line="${line}"]`), box ? "center" : "start");
    if (chosen) into(chosen);
    inspect();
  }

  function accept(item) {
    const name = item.dataset.issue;
    if (!isOpen(name)) return;
    Editor.accept(data.id, data.rows[name], item.querySelector("p").textContent, () => step(1));
  }

  function step(by) {
    const issues = [...document.querySelectorAll(".issue")];
    if (!issues.length) return;
    const place = issues.indexOf(issue);
    const next = place < 0 ? (by > 0 ? 0 : issues.length - 1) : (place + by + issues.length) % issues.length;
    goto(issues[next]);
    if (!chosen) into(issues[next], "nearest");
  }

  /* What was put right but is not in the dataset yet shows in its place. */
  function refresh() {
    for (const item of document.querySelectorAll(".fixed")) {
      item.classList.remove("fixed");
      item.removeAttribute("data-new");
    }
    const rows = new Map(Object.entries(data.rows).map(([id, row]) => [row.t + "\n" + row.k, id]));
    for (const c of Store.pending().filter((one) => one.card_id === data.id)) {
      const id = c.table === "cards" ? "cards-" + c.column : rows.get(c.table + "\n" + c.row_key);
      for (const item of values.get(id) ?? []) {
        if (item.dataset.c === c.column) {
          item.classList.add("fixed");
          item.dataset.new = Editor.shown(Store.tables[c.table].fields.find((f) => f.name === c.column), c.new);
        }
      }
    }
    for (const item of document.querySelectorAll(".issue")) {
      const done = accepted(item.dataset.issue);
      item.classList.toggle("done", done);
      const button = item.querySelector(".accept");
      if (button) button.textContent = done ? "✓ " + say("accepted") : say("Accept");
    }
    inspect();
  }

  /* Cards go on in the order of the list that was left, if this card stands in it. */
  const order = (() => {
    let listed = [];
    try {
      listed = JSON.parse(sessionStorage.getItem("pledgecards:order")) ?? [];
    } catch {
      /* Then in the order in which the pages were written. */
    }
    const place = listed.indexOf(data.id);
    if (place < 0) return data;
    document.getElementById("position").textContent = `${place + 1} / ${listed.length}`;
    return { before: listed[place - 1] ?? null, after: listed[place + 1] ?? null };
  })();
  for (const way of ["before", "after"]) {
    const link = document.getElementById(way);
    if (order[way]) link.href = order[way] + ".html";
    else link.classList.add("off");
  }
  const leave = (way) => order[way] && location.assign(order[way] + ".html");

  function help() {
    const keys = [["j / k · ← →", say("next / previous card")], ["n / p", say("next / previous issue")], ["e", say("correct the chosen value")], ["a", say("accept the chosen issue")], ["/", say("search in the list")]];
    const rows = keys.map(([key, text]) => element("tr", {}, element("td", {}, element("kbd", {}, key)), element("td", {}, text)));
    Editor.dialog(say("Keys"), [element("table", { class: "keys" }, ...rows)], [element("button", { class: "button", value: "close" }, say("Close"))]);
  }

  document.addEventListener("mouseover", (event) => {
    const item = pointed(event);
    paint("hot", item ? relatives(idsOf(item)) : []);
    if (item?.dataset.v) item.classList.add("hot");
  });
  document.addEventListener("click", (event) => {
    const article = event.target.closest(".issue");
    if (event.target.closest(".accept")) accept(article);
    else if (article) goto(article);
    else if (pointed(event)) choose(pointed(event));
  });
  document.addEventListener("dblclick", (event) => {
    if (event.target.closest("[data-v]")) correct();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (/INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) return;
    const keys = {
      j: () => leave("after"), ArrowRight: () => leave("after"), k: () => leave("before"), ArrowLeft: () => leave("before"),
      n: () => step(1), p: () => step(-1), e: correct, a: () => issue && accept(issue), "?": help,
      "/": () => location.assign("../index.html#find"),
      Enter: () => (event.target.matches(".issue") ? goto(event.target) : event.target.matches("[data-v]") && choose(event.target)),
      Escape: () => { chosen = null; paint("chosen", []); leaveIssue(); inspect(); },
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  document.getElementById("correct").addEventListener("click", correct);
  document.getElementById("accept").addEventListener("click", () => issue && accept(issue));
  document.getElementById("help").addEventListener("click", help);
  document.addEventListener("corrections", refresh);
  window.addEventListener("pageshow", refresh);
  refresh();
  document.documentElement.dataset.ready = "1";
})();
