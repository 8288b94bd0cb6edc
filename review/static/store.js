"use strict";
/* Corrections of this dataset: those that it already holds, and those made here, kept in the browser until they are exported. */
const Store = (() => {
  const registry = window.pledgeReview;
  const columns = ["card_id", "table", "row_key", "column", "old", "new", "by", "when", "why"];
  const place = "pledgecards:" + registry.dataset;
  let memory = { added: [], dropped: [] };
  let kept = true;

  const words = (english) => registry.words[english] ?? english;
  const fromRow = (row) => Object.fromEntries(columns.map((name, n) => [name, row[n]]));
  const identity = (c) => JSON.stringify([c.card_id, c.table, c.row_key, c.column, c.old, c.new]);
  const spot = (c) => JSON.stringify([c.card_id, c.table, c.row_key, c.column]);
  const earlier = registry.earlier.map((row) => ({ ...fromRow(row), state: row[columns.length] }));
  const known = new Set(earlier.map(identity));

  function read() {
    try {
      memory = JSON.parse(localStorage.getItem(place)) ?? memory;
    } catch {
      kept = false;
    }
    return memory;
  }

  function write() {
    try {
      localStorage.setItem(place, JSON.stringify(memory));
    } catch {
      kept = false;
    }
    document.dispatchEvent(new Event("corrections"));
  }

  /* Earlier ones first: a later correction may build on what they made. */
  function all() {
    const { added, dropped } = read();
    const gone = new Set(dropped);
    return [
      ...earlier.filter((c) => !gone.has(identity(c))),
      ...added.filter((c) => !known.has(identity(c))).map((c) => ({ ...c, state: "new" })),
    ];
  }

  const pending = () => all().filter((c) => c.state === "new");

  function add(correction) {
    read();
    const where = spot(correction);
    memory.added = memory.added.filter((c) => spot(c) !== where || known.has(identity(c)));
    if (correction.new !== correction.old) memory.added.push(correction);
    memory.dropped = memory.dropped.filter((id) => id !== identity(correction));
    write();
  }

  function drop(correction) {
    read();
    const id = identity(correction);
    memory.added = memory.added.filter((c) => identity(c) !== id);
    if (known.has(id)) memory.dropped.push(id);
    write();
  }

  /* What a spreadsheet would take for a formula gets an apostrophe; the converter takes it off again. */
  const guarded = (text) => (/^['=+\-@\t\r]/.test(text) ? "'" + text : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);

  function csv() {
    const lines = all().map((c) => columns.map((name) => quoted(guarded(String(c[name] ?? "")))).join(","));
    return [columns.join(","), ...lines, ""].join("\r\n");
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + csv()], { type: "text/csv;charset=utf-8" }));
    link.download = "corrections.csv";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function author(name) {
    try {
      if (name !== undefined) localStorage.setItem(place + ":by", name);
      return localStorage.getItem(place + ":by") ?? "";
    } catch {
      return name ?? "";
    }
  }

  /* The present moment with the offset of this computer: 2026-11-22T21:40:00+09:00. */
  function now() {
    const date = new Date();
    const minutes = -date.getTimezoneOffset();
    const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, "0");
    const local = new Date(date.getTime() + minutes * 60000).toISOString().slice(0, 19);
    return local + (minutes < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
  }

  read();
  return { add, all, author, csv, download, drop, now, pending, words, keeps: () => kept, tables: registry.tables, titles: registry.titles };
})();

/* A DOM element with attributes and children; text never becomes markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
