"use strict";
/* Dialogs: putting a value right, accepting an issue, and the list of what was put right. */
const Editor = (() => {
  const say = Store.words;
  const problems = {
    int: [/^[-+]?(\d+|\d{1,3}(,\d{3})+)$/, say("a whole number, in digits")],
    float: [/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/, say("a number")],
    date: [/^\d{4}-\d{2}-\d{2}$/, say("a day like 2020-12-31")],
  };
  const kindOf = (field) => field.type.replace(/\d+$/, "");

  function problem(field, text) {
    if (!text) return field.null ? "" : say("must not be empty");
    const rule = problems[kindOf(field)];
    return rule && !rule[0].test(text) ? rule[1] : "";
  }

  function input(field, value) {
    const options = field.values ?? (field.type === "bool" ? ["true", "false"] : null);
    if (!options) {
      const long = field.type === "string" && value.length > 40;
      const made = element(long ? "textarea" : "input", { name: field.name, autocomplete: "off", spellcheck: "false" });
      if (long) made.rows = 3;
      if (kindOf(field) === "date") made.placeholder = "2020-12-31";
      made.value = value;
      return made;
    }
    const names = field.names ?? { true: say("yes"), false: say("no") };
    const made = element("select", { name: field.name });
    if (field.null) made.append(element("option", { value: "" }, say("empty")));
    for (const option of options) made.append(element("option", { value: option }, names[option] ?? option));
    made.value = value;
    return made;
  }

  function dialog(title, body, buttons) {
    const made = element("dialog", { class: "editor" });
    const form = element("form", { method: "dialog" }, element("h2", {}, title), ...body, element("footer", {}, ...buttons));
    made.append(form);
    made.addEventListener("close", () => made.remove());
    document.body.append(made);
    made.showModal();
    return { made, form };
  }

  const cancel = () => element("button", { class: "button", value: "cancel", formnovalidate: true }, say("Cancel"));
  const save = () => element("button", { class: "button strong", value: "save" }, say("Save"));

  /* Who and why: asked for with every correction; the name is remembered. */
  function signature() {
    const by = element("input", { name: "by", autocomplete: "name" });
    by.value = Store.author();
    const why = element("input", { name: "why", autocomplete: "off" });
    return { by, why, rows: [row(say("Name"), by), row(say("Why"), why)] };
  }

  function row(label, control, note) {
    return element("label", { class: "row" }, element("span", {}, label), control, note ? element("small", {}, note) : null);
  }

  function signed({ by, why }, warn) {
    if (!by.value.trim()) return warn(say("Please give your name."), by);
    if (!why.value.trim()) return warn(say("Please say why."), why);
    Store.author(by.value.trim());
    return { by: by.value.trim(), when: Store.now(), why: why.value.trim() };
  }

  /* where: {card, row: {t, k, c}}; column: the one that is meant; issues: open ones of the value, as rows. */
  function correct(where, column, issues, done) {
    const table = Store.tables[where.row.t];
    const current = currentOf(where);
    const fields = [...table.fields].sort((a, b) => (b.name === column) - (a.name === column));
    const controls = fields.map((field) => ({ field, control: input(field, current[field.name] ?? "") }));
    const sign = signature();
    const message = element("p", { class: "problem", role: "alert" });
    const also = element("input", { type: "checkbox", name: "accept" });
    also.checked = true;
    const others = element("details", {}, element("summary", {}, say("Other columns")), ...controls.slice(1).map(labelled));
    const { made, form } = dialog(
      say("Correct a value") + " · " + table.label,
      [
        labelled(controls[0]),
        controls.length > 1 ? others : null,
        issues.length ? element("label", { class: "check" }, also, " " + say("Also accept the issues of this value")) : null,
        ...sign.rows,
        message,
      ].filter(Boolean),
      [cancel(), save()],
    );
    controls[0].control.focus();
    function labelled({ field, control }) {
      const read = where.row.c[field.name] ?? "";
      return row(field.label, control, say("as read") + ": " + shown(field, read));
    }
    function warn(text, control) {
      message.textContent = text;
      control?.focus();
      return null;
    }
    form.addEventListener("submit", (event) => {
      if (event.submitter?.value !== "save") return;
      event.preventDefault();
      const changed = controls
        .map(({ field, control }) => ({ field, control, text: clean(control.value) }))
        .filter(({ field, text }) => text !== (current[field.name] ?? ""));
      if (!changed.length) return warn(say("Nothing was changed."), controls[0].control);
      for (const { field, control, text } of changed) {
        const fault = problem(field, text);
        if (fault) {
          others.open = others.open || field !== fields[0];
          return warn(field.label + ": " + fault, control);
        }
      }
      const by = signed(sign, warn);
      if (!by) return;
      for (const { field, text } of changed) {
        Store.add({ ...origin(where), column: field.name, old: where.row.c[field.name] ?? "", new: plain(field, text), ...by });
      }
      if (also.checked) for (const issue of issues) Store.add({ ...acceptance(where.card, issue), ...by });
      made.close();
      done?.();
    });
  }

  /* A value as people read it. */
  function shown(field, text) {
    if (!text) return say("empty");
    if (field.type === "bool") return text === "true" ? say("yes") : say("no");
    if (field.names) return field.names[text] ?? text;
    if (field.type === "int64") return text.replace(/\B(?=(\d{3})+$)/g, ",");
    return text;
  }

  const clean = (text) => text.normalize("NFC").trim().replace(/\s+/g, " ");
  const plain = (field, text) => (/^(int|float)/.test(field.type) ? text.replaceAll(",", "").replace(/^\+/, "") : text);
  const origin = (where) => ({ card_id: where.card, table: where.row.t, row_key: where.row.k });
  const acceptance = (card, issue) => ({
    ...origin({ card, row: issue }), column: "code", old: issue.c.code, new: "correction.accepted",
  });

  /* The values of a row with what was put right here but is not in the dataset yet. */
  function currentOf(where) {
    const values = { ...where.row.c };
    for (const c of Store.pending()) {
      if (c.card_id === where.card && c.table === where.row.t && c.row_key === where.row.k) values[c.column] = c.new;
    }
    return values;
  }

  function accept(card, issue, text, done) {
    const sign = signature();
    const message = element("p", { class: "problem", role: "alert" });
    const body = [element("p", {}, text), ...sign.rows, message];
    const { made, form } = dialog(say("Accept an issue"), body, [cancel(), save()]);
    (sign.by.value ? sign.why : sign.by).focus();
    form.addEventListener("submit", (event) => {
      if (event.submitter?.value !== "save") return;
      event.preventDefault();
      const by = signed(sign, (fault, control) => {
        message.textContent = fault;
        control.focus();
        return null;
      });
      if (!by) return;
      Store.add({ ...acceptance(card, issue), ...by });
      made.close();
      done?.();
    });
  }

  const states = { new: say("not yet in the dataset"), applied: say("in the dataset"), stale: say("not applied"), missing: say("not applied") };

  function list() {
    const body = element("div", { class: "corrections" });
    const fill = () => {
      const lines = Store.all().map((c) => {
        const table = Store.tables[c.table];
        const field = table.fields.find((one) => one.name === c.column);
        const change = c.table === "issues"
          ? [Store.titles[c.old] ?? c.old, " → ", say("accepted")]
          : [element("del", {}, shown(field, c.old)), " → ", element("ins", {}, shown(field, c.new))];
        return element("tr", {},
          element("td", {}, c.card_id), element("td", {}, table.label + (c.table === "issues" ? "" : " · " + field.label)),
          element("td", {}, ...change), element("td", {}, [c.by, c.why].filter(Boolean).join(": ")),
          element("td", { class: "state " + c.state }, states[c.state] ?? c.state),
          element("td", {}, element("button", { type: "button", class: "button", onclick: () => { Store.drop(c); fill(); } }, say("Undo"))));
      });
      body.replaceChildren(lines.length ? element("table", {}, ...lines) : element("p", { class: "quiet" }, say("Nothing has been corrected yet.")));
    };
    fill();
    dialog(say("Corrections"), [body], [
      element("button", { type: "button", class: "button strong", onclick: Store.download }, say("Download corrections.csv")),
      element("button", { class: "button", value: "close" }, say("Close")),
    ]);
  }

  function wire() {
    const show = () => {
      document.getElementById("correction-count").textContent = Store.pending().length;
      document.getElementById("download").disabled = Store.all().length === 0;
    };
    document.getElementById("show-corrections").addEventListener("click", list);
    document.getElementById("download").addEventListener("click", Store.download);
    document.addEventListener("corrections", show);
    window.addEventListener("pageshow", show);
    window.addEventListener("storage", () => document.dispatchEvent(new Event("corrections")));
    show();
    if (!Store.keeps()) {
      document.body.prepend(element("p", { class: "note" },
        say("This browser keeps no data for local files: download your corrections before you leave the page.")));
    }
  }

  wire();
  return { accept, correct, currentOf, dialog, shown };
})();
