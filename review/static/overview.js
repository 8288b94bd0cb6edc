"use strict";
/* The overview: tiles, issues by kind, and three long tables that can be searched, filtered and sorted. */
(() => {
  const data = window.pledgeOverview;
  const say = Store.words;
  const { cards, files, bodies, codes, statuses } = data;
  const total = cards.card_id.length;
  const search = document.getElementById("search");
  const severity = document.getElementById("severity");
  const body = document.getElementById("body");
  const state = { tab: "cards", code: null, status: null, sorts: { cards: null, files: null, bodies: null } };
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const short = new Intl.NumberFormat(document.documentElement.lang, { notation: "compact", maximumFractionDigits: 1 });
  const range = (count) => Array.from({ length: count }, (_, n) => n);
  const fold = (text) => text.normalize("NFC").toLowerCase();
  const bodyName = (i) => (cards.body[i] < 0 ? "" : bodies[cards.body[i]]);
  const path = (i) => (cards.file[i] < 0 ? "" : files.path[cards.file[i]]);

  function won(amount) {
    return amount === null ? "" : short.format(amount);
  }

  /* What is searched: made once, when the page stands, so that an answer is one pass over short texts. */
  const texts = {};
  const textsOf = {
    cards: () => range(total).map((i) => fold([cards.title[i], cards.pledge_no[i], cards.department[i], bodyName(i), path(i), cards.card_id[i]].join("\n"))),
    files: () => files.path.map((name, i) => fold(name + "\n" + (files.error[i] ?? ""))),
    bodies: () => perBody.map((row) => fold(row.body < 0 ? say("local government unknown") : bodies[row.body])),
  };

  const perBody = (() => {
    const rows = new Map();
    for (let i = 0; i < total; i++) {
      const key = cards.body[i];
      const row = rows.get(key) ?? { body: key, cards: 0, review: 0, errors: 0, warnings: 0, won: 0 };
      row.cards++;
      row.review += cards.errors[i] + cards.warnings[i] > 0;
      row.errors += cards.errors[i];
      row.warnings += cards.warnings[i];
      row.won += cards.budget_total_won[i] ?? 0;
      rows.set(key, row);
    }
    return [...rows.values()];
  })();

  const badge = (kind, count) => (count ? element("b", { class: "badge " + kind }, String(count)) : "");
  const column = (name, label, width, value, cell, more = {}) => ({ name, label, width, value, cell: cell ?? ((i) => String(value(i) ?? "")), ...more });
  const kinds = (list) => list.map((code) => codes[code].title).join(", ");
  const right = { right: true };
  const columns = {
    cards: [
      column("errors", say("errors"), "48px", (i) => cards.errors[i], (i) => badge("error", cards.errors[i]), right),
      column("warnings", say("warnings"), "48px", (i) => cards.warnings[i], (i) => badge("warning", cards.warnings[i]), right),
      column("no", say("No."), "46px", (i) => cards.pledge_no[i], null, right),
      column("title", say("title"), "minmax(200px, 3fr)", (i) => cards.title[i] ?? "", (i) => cards.title[i] ?? element("i", {}, say("(untitled)")), { title: (i) => cards.title[i] }),
      column("body", say("body"), "minmax(100px, 1.1fr)", bodyName, (i) => bodyName(i) || element("i", { title: say("local government unknown") }, say("unknown"))),
      column("department", say("department"), "minmax(84px, .9fr)", (i) => cards.department[i] ?? "", null, { from: 830 }),
      column("stage", say("stage"), "84px", (i) => cards.stage[i] ?? "", null, { title: (i) => cards.stage[i], from: 920 }),
      column("budget", say("budget"), "76px", (i) => cards.budget_total_won[i], (i) => won(cards.budget_total_won[i]), { ...right, from: 740 }),
      column("kinds", say("Issues"), "minmax(120px, 1.5fr)", (i) => kinds(cards.codes[i]), null, { title: (i) => kinds(cards.codes[i]) }),
      column("file", say("file"), "minmax(90px, 1fr)", path, null, { title: path, from: 1010 }),
    ],
    files: [
      column("status", say("status"), "120px", (i) => files.status[i], (i) => element("b", { class: "badge " + statuses[files.status[i]] }, say(statuses[files.status[i]]))),
      column("file", say("file"), "minmax(180px, 2fr)", (i) => files.path[i], null, { title: (i) => files.path[i] }),
      column("cards", say("cards"), "70px", (i) => files.cards[i], null, right),
      column("pages", say("pages"), "70px", (i) => files.pages[i], null, { ...right, from: 760 }),
      column("coverage", say("coverage"), "90px", (i) => files.coverage[i], (i) => (files.coverage[i] === null ? "" : (100 * files.coverage[i]).toFixed(1) + "%"), right),
      column("reason", say("reason"), "minmax(180px, 3fr)", (i) => files.error[i] ?? "", (i) => files.error[i] ?? kinds(files.codes[i]), { title: (i) => files.error[i] }),
    ],
    bodies: [
      column("body", say("body"), "minmax(180px, 2fr)", (i) => (perBody[i].body < 0 ? "" : bodies[perBody[i].body]), (i) => (perBody[i].body < 0 ? element("i", {}, say("local government unknown")) : bodies[perBody[i].body])),
      column("cards", say("cards"), "90px", (i) => perBody[i].cards, (i) => number.format(perBody[i].cards), right),
      column("review", say("to review"), "110px", (i) => perBody[i].review, (i) => number.format(perBody[i].review), right),
      column("share", say("share with issues"), "130px", (i) => perBody[i].review / perBody[i].cards, (i) => bar(perBody[i].review / perBody[i].cards), { from: 810 }),
      column("errors", say("errors"), "60px", (i) => perBody[i].errors, (i) => badge("error", perBody[i].errors), right),
      column("warnings", say("warnings"), "60px", (i) => perBody[i].warnings, (i) => badge("warning", perBody[i].warnings), right),
      column("budget", say("budget"), "90px", (i) => perBody[i].won, (i) => won(perBody[i].won), right),
    ],
  };
  const bar = (share) => element("span", { class: "meter", title: Math.round(share * 100) + "%" }, element("i", { style: `width:${share * 100}%` }));

  const first = {
    cards: (a, b) => cards.errors[b] - cards.errors[a] || cards.warnings[b] - cards.warnings[a] || a - b,
    files: (a, b) => rank[files.status[a]] - rank[files.status[b]] || a - b,
    bodies: (a, b) => perBody[b].errors - perBody[a].errors || perBody[b].warnings - perBody[a].warnings || perBody[b].cards - perBody[a].cards,
  };
  const rank = statuses.map((status) => ["failed", "partial", "ok", "skipped"].indexOf(status));
  const orders = {};
  const counts = { cards: total, files: files.path.length, bodies: perBody.length };

  function order(tab) {
    const sort = state.sorts[tab];
    const key = tab + JSON.stringify(sort);
    if (orders[key]) return orders[key];
    const rows = range(counts[tab]).sort(first[tab]);
    if (sort) {
      const { value } = columns[tab].find((column) => column.name === sort.column);
      const keys = rows.map(value);
      const places = range(rows.length).sort((a, b) => {
        const [one, other] = [keys[a] ?? null, keys[b] ?? null];
        if (one === null || other === null) return (one === null) - (other === null) || a - b;
        const sign = typeof one === "number" ? one - other : one < other ? -1 : one > other ? 1 : 0;
        return (sort.down ? -sign : sign) || a - b;
      });
      return (orders[key] = places.map((place) => rows[place]));
    }
    return (orders[key] = rows);
  }

  function wanted(tab, asked = search.value) {
    const words = fold(asked).split(/\s+/).filter(Boolean);
    const haystack = words.length ? (texts[tab] ??= textsOf[tab]()) : [];
    const tests = [];
    if (tab === "cards") {
      if (severity.value === "errors") tests.push((i) => cards.errors[i] > 0);
      if (severity.value === "review") tests.push((i) => cards.errors[i] + cards.warnings[i] > 0);
      if (severity.value === "warnings") tests.push((i) => cards.warnings[i] > 0);
      if (severity.value === "none") tests.push((i) => cards.errors[i] + cards.warnings[i] === 0);
      if (body.value !== "") tests.push((i) => cards.body[i] === Number(body.value));
      if (state.code !== null) tests.push((i) => cards.codes[i].includes(state.code));
    }
    if (tab === "files") {
      if (state.status !== null) tests.push((i) => files.status[i] === state.status);
      if (state.code !== null) tests.push((i) => files.codes[i].includes(state.code));
    }
    return order(tab).filter((i) => words.every((word) => haystack[i].includes(word)) && tests.every((test) => test(i)));
  }

  const open = {
    cards: (i) => (cards.page[i] ? "cards/" + cards.card_id[i] + ".html" : null),
    files: () => null,
    bodies: () => null,
  };
  const table = new LongTable(document.getElementById("table"), (i) => open[state.tab](i));

  function show() {
    table.show(columns[state.tab], state.sorts[state.tab]);
    for (const tab of document.querySelectorAll("#tabs button")) tab.setAttribute("aria-pressed", tab.dataset.tab === state.tab);
    for (const item of document.querySelectorAll("#codes li")) item.setAttribute("aria-pressed", Number(item.dataset.code) === state.code);
    for (const tile of document.querySelectorAll("[data-status]")) tile.setAttribute("aria-pressed", Number(tile.dataset.status) === state.status);
    severity.hidden = body.hidden = state.tab !== "cards";
    fill();
  }

  function fill() {
    const began = performance.now();
    const rows = wanted(state.tab);
    table.fill(rows);
    document.getElementById("count").textContent = number.format(rows.length) + " / " + number.format(counts[state.tab]) + " " + say("shown");
    document.documentElement.dataset.answered = (performance.now() - began).toFixed(1);
    clearTimeout(state.timer);
    state.timer = setTimeout(remember, 300);
  }

  /* So that "back" from a card's page finds the list as it was left. */
  function remember() {
    const kept = { tab: state.tab, code: state.code, status: state.status, sorts: state.sorts, search: search.value, severity: severity.value, body: body.value };
    try {
      history.replaceState(kept, "");
    } catch {
      /* Some browsers refuse it for local files; the view is then not remembered. */
    }
  }

  /* The cards in the order in which they are listed, for "next card" on their pages. */
  document.getElementById("table").addEventListener("click", (event) => {
    if (event.target.closest("a.line") && state.tab === "cards") {
      remember();
      try {
        sessionStorage.setItem("pledgecards:order", JSON.stringify(table.rows.filter((i) => cards.page[i]).map((i) => cards.card_id[i])));
      } catch {
        /* Without it the pages go on in their own order. */
      }
    }
    const line = event.target.closest(".line");
    if (line && state.tab === "bodies") {
      body.value = String(perBody[Number(line.dataset.i)].body);
      state.tab = "cards";
      show();
    }
    const sort = event.target.closest("[data-sort]")?.dataset.sort;
    if (sort) {
      const now = state.sorts[state.tab];
      const numeric = columns[state.tab].find((column) => column.name === sort).right;
      if (!now || now.column !== sort) state.sorts[state.tab] = { column: sort, down: Boolean(numeric) };
      else if (now.down === Boolean(numeric)) now.down = !now.down;
      else state.sorts[state.tab] = null;
      show();
    }
  });

  function tile(label, figure, more = {}, ...children) {
    return element(more["data-status"] !== undefined || more["data-go"] ? "button" : "div", { class: "tile", type: "button", ...more }, element("strong", {}, figure), element("span", {}, label), ...children);
  }

  function tiles() {
    const review = range(total).filter((i) => cards.errors[i] + cards.warnings[i] > 0).length;
    const withErrors = range(total).filter((i) => cards.errors[i] > 0).length;
    const shares = files.coverage.filter((share, i) => share !== null && files.cards[i] > 0).sort((a, b) => a - b);
    const steps = new Array(20).fill(0);
    for (const share of shares) steps[Math.min(19, Math.floor(share * 20))]++;
    const most = Math.max(1, ...steps);
    const chart = element("span", { class: "steps" }, ...steps.map((count, n) => element("i", { style: `height:${count ? Math.max(6, (100 * count) / most) : 0}%`, title: `${n * 5}–${n * 5 + 5}%: ${number.format(count)}` })));
    const middle = shares.length ? (100 * shares[Math.floor(shares.length / 2)]).toFixed(1) + "%" : "–";
    document.getElementById("tiles").replaceChildren(
      tile(say("cards"), number.format(total)),
      tile(say("Local governments"), number.format(bodies.length), { "data-go": "bodies" }),
      tile(say("to review"), number.format(review), { class: review ? "tile warning" : "tile", "data-go": "review" }),
      tile(say("With errors"), number.format(withErrors), { class: withErrors ? "tile error" : "tile", "data-go": "errors" }),
      element("div", { class: "tile group" }, element("span", {}, say("files") + " " + number.format(files.path.length)),
        ...statuses.map((status, n) => element("button", { type: "button", class: "badge " + status, "data-status": n }, say(status) + " " + number.format(files.status.filter((s) => s === n).length)))),
      tile(say("Text coverage") + " (" + say("median") + ")", middle, {}, chart),
    );
  }

  function codeList() {
    const sums = codes.map(() => 0);
    for (let i = 0; i < total; i++) for (const code of cards.codes[i]) sums[code]++;
    files.codes.forEach((list, i) => list.forEach((code) => { if (!sums[code] || codes[code].file) { codes[code].file = true; sums[code]++; } }));
    const most = Math.max(1, ...sums);
    const weight = { error: 0, warning: 1, info: 2 };
    const sorted = range(codes.length).sort((a, b) => weight[codes[a].severity] - weight[codes[b].severity] || sums[b] - sums[a]);
    document.getElementById("codes").replaceChildren(
      ...sorted.map((code) => element("li", { "data-code": code, tabindex: 0, role: "button", title: codes[code].meaning || codes[code].code },
        element("i", { class: "dot " + codes[code].severity }), element("span", {}, codes[code].title),
        element("b", {}, number.format(sums[code])), element("span", { class: "meter " + codes[code].severity }, element("i", { style: `width:${(100 * sums[code]) / most}%` })))),
    );
    if (!codes.length) document.getElementById("codes").append(element("li", { class: "quiet" }, say("No issues.")));
  }

  function chooseCode(item) {
    const code = Number(item.dataset.code);
    state.code = state.code === code ? null : code;
    if (state.code !== null && state.tab !== "files") state.tab = codes[code].file ? "files" : "cards";
    else if (state.code !== null && !codes[code].file) state.tab = "cards";
    show();
  }

  document.getElementById("codes").addEventListener("click", (event) => {
    const item = event.target.closest("[data-code]");
    if (item) chooseCode(item);
  });
  document.getElementById("codes").addEventListener("keydown", (event) => {
    const item = event.target.closest("[data-code]");
    if (item && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      chooseCode(item);
    }
  });
  document.getElementById("tiles").addEventListener("click", (event) => {
    const status = event.target.closest("[data-status]")?.dataset.status;
    const go = event.target.closest("[data-go]")?.dataset.go;
    if (status !== undefined) {
      state.status = state.status === Number(status) ? null : Number(status);
      state.tab = "files";
      show();
    } else if (go === "bodies") {
      state.tab = "bodies";
      show();
    } else if (go) {
      [state.tab, state.code, severity.value] = ["cards", null, go];
      show();
    }
  });
  document.getElementById("tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-tab]")?.dataset.tab;
    if (tab) {
      state.tab = tab;
      show();
    }
  });
  document.getElementById("clear").addEventListener("click", () => {
    Object.assign(state, { code: null, status: null, sorts: { cards: null, files: null, bodies: null } });
    search.value = severity.value = body.value = "";
    show();
  });
  search.addEventListener("input", fill);
  severity.addEventListener("change", fill);
  body.addEventListener("change", fill);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key === "Enter" && event.target === search) document.querySelector("a.line")?.click();
  });

  body.append(...bodies.map((name, n) => element("option", { value: n }, name)));
  if (cards.body.includes(-1)) body.append(element("option", { value: -1 }, say("local government unknown")));
  tiles();
  codeList();
  const before = history.state;
  if (before?.sorts) {
    Object.assign(state, { tab: before.tab, code: before.code, status: before.status, sorts: before.sorts });
    [search.value, severity.value, body.value] = [before.search, before.severity, before.body];
  }
  show();
  if (location.hash === "#find") search.focus();
  document.documentElement.dataset.ready = performance.now().toFixed(0);
  /* Else the first search would wait for its texts, and for the browser to compile it. */
  setTimeout(() => wanted("cards", "a b"), 50);
})();
