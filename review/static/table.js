"use strict";
/* A table of many rows: only those in sight are in the page. */
class LongTable {
  static height = 34;

  /* columns: [{name, label, width, value(i): sort value, cell(i): nodes, right}]; open(i): what a click does, or null. */
  constructor(place, open) {
    this.place = place;
    this.open = open;
    this.rows = [];
    this.columns = [];
    this.head = element("div", { class: "head" });
    this.body = element("div", { class: "body" });
    place.replaceChildren(this.head, this.body);
    place.addEventListener("scroll", () => this.draw());
    window.addEventListener("resize", () => this.draw(true));
    window.addEventListener("beforeprint", () => this.draw(true, 1000));
    window.addEventListener("afterprint", () => this.draw(true));
  }

  show(columns, sort) {
    this.columns = columns;
    this.sorted = sort;
    this.place.style.setProperty("--columns", columns.map((column) => column.width).join(" "));
    this.head.replaceChildren(
      ...columns.map((column) => {
        const on = this.sorted && this.sorted.column === column.name;
        const arrow = on ? (this.sorted.down ? " ▼" : " ▲") : "";
        return element("button", { type: "button", class: column.right ? "n" : "", "data-sort": column.name, "aria-pressed": on }, column.label + arrow);
      }),
    );
  }

  fill(rows) {
    this.rows = rows;
    this.body.style.height = rows.length * LongTable.height + "px";
    this.place.scrollTop = 0;
    this.draw(true);
  }

  draw(afresh = false, most = 0) {
    const height = LongTable.height;
    const first = most ? 0 : Math.max(0, Math.floor(this.place.scrollTop / height) - 4);
    const count = most || Math.ceil(this.place.clientHeight / height) + 9;
    if (!afresh && first === this.first && count === this.count) return;
    [this.first, this.count] = [first, count];
    const drawn = [];
    for (let n = first; n < Math.min(first + count, this.rows.length); n++) {
      const i = this.rows[n];
      const cells = this.columns.map((column) => element("span", { class: column.right ? "n" : "", title: column.title?.(i) }, ...[].concat(column.cell(i))));
      const target = this.open(i);
      const line = element(target ? "a" : "div", { class: "line", href: target, "data-i": i, style: `top:${n * height}px` }, ...cells);
      drawn.push(line);
    }
    this.body.replaceChildren(...drawn);
  }
}
