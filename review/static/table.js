"use strict";
/* A table of many rows: only those in sight are in the page. */
class LongTable {
  static height = 34;

  /* columns: [{name, label, width, value(i): sort value, cell(i): nodes, right, from: the width of the table from which it is
     shown}]; open(i): what a click does, or null. */
  constructor(place, open) {
    this.place = place;
    this.open = open;
    this.rows = [];
    this.all = this.columns = [];
    this.head = element("div", { class: "head" });
    this.body = element("div", { class: "body" });
    place.replaceChildren(this.head, this.body);
    place.addEventListener("scroll", () => this.draw());
    window.addEventListener("resize", () => { this.show(this.all, this.sorted); this.draw(true); });
    window.addEventListener("beforeprint", () => this.draw(true, 1000));
    window.addEventListener("afterprint", () => this.draw(true));
  }

  show(columns, sort) {
    this.all = columns;
    this.columns = columns.filter((column) => !(column.from > this.place.clientWidth));
    this.sorted = sort;
    this.place.style.setProperty("--columns", this.columns.map((column) => column.width).join(" "));
    this.head.replaceChildren(
      ...this.columns.map((column) => {
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
    const top = this.place.scrollTop;
    const first = most ? 0 : Math.max(0, Math.floor(top / height) - 4);
    /* Rows below what is seen only when someone scrolls: a search draws no more than it shows. */
    const count = most || Math.ceil((top + this.place.clientHeight) / height) + (top ? 5 : 0) - first;
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
