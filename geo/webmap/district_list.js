/* The list of districts beside the map, and the search in it.
 *
 * The list is one stop of the Tab key: arrows, Home and End move in it. What did not change is not
 * drawn anew, so that focus and scroll stay.
 */
(function () {
  "use strict";

  const { element, number, words, filled, people } = window.coverageElements;
  const { find } = window.coverageSearch;

  /* Build the list.
   *
   * `tools` are `highlight(place)`, `open(pcode)` and `fly(place)`, which goes there on the map.
   */
  function build(geometry, tools) {
    const search = element("input", {
      type: "search", placeholder: words.find, "aria-label": words.find,
    });
    const parts = {
      geometry, tools, search, values: null, listed: null, drawn: "",
      choices: element("div", { class: "choices", role: "group", "aria-label": words.lists }),
      order: element("p", { class: "order", role: "status" }),
      rows: element("ul", { class: "rows", "aria-label": words.districts }),
    };
    const node = element("section", { id: "districts", "aria-label": words.districts }, [
      parts.choices, search, parts.order, parts.rows,
    ]);
    search.addEventListener("input", () => drawRows(parts));
    search.addEventListener("keydown", (event) => leaveSearch(event, parts));
    byArrows(parts.choices, () => 1);
    byArrows(parts.rows, () => getComputedStyle(parts.rows).gridTemplateColumns.split(" ").length);
    return {
      node,
      draw: (values) => { parts.values = values; drawChoices(parts); drawRows(parts); },
      focus: (pcode) => {
        const row = parts.rows.querySelector(`[data-pcode="${CSS.escape(pcode)}"]`);
        if (row) row.focus();
        return row !== null;
      },
    };
  }

  /* Let the arrow keys move among the buttons of a box of so many columns; one is a tab stop. */
  function byArrows(box, columns) {
    box.addEventListener("keydown", (event) => {
      const buttons = [...box.querySelectorAll("button")];
      const here = buttons.indexOf(document.activeElement);
      const row = columns(), last = buttons.length - 1;
      const there = { ArrowDown: here + row, ArrowUp: here - row, ArrowRight: here + 1,
        ArrowLeft: here - 1, Home: 0, End: last, PageDown: here + 8 * row,
        PageUp: here - 8 * row }[event.key];
      if (here < 0 || there === undefined) return;
      event.preventDefault();
      buttons[Math.min(last, Math.max(0, there))].focus();
    });
    box.addEventListener("focusin", ({ target }) => oneStop(box, target));
  }

  function oneStop(box, chosen) {
    for (const button of box.querySelectorAll("button")) {
      button.tabIndex = button === chosen ? 0 : -1;
    }
  }

  function leaveSearch(event, { search, rows, geometry, tools }) {
    const first = rows.querySelector("button");
    if (!first) return;
    if (event.key === "ArrowDown") { event.preventDefault(); first.focus(); }
    if (event.key !== "Enter" || !search.value.trim()) return;
    const { pcode } = first.dataset;
    tools.fly(geometry.districts.findIndex((one) => one.pcode === pcode));
    tools.open(pcode);
  }

  function drawChoices(parts) {
    const { lists } = parts.values;
    if (!lists.some((list) => list.key === parts.listed)) {
      // One with nothing in it is not what a reader should see first.
      parts.listed = (lists.find((list) => list.places.length) ?? lists[0]).key;
    }
    const focused = document.activeElement?.dataset?.list;
    parts.choices.replaceChildren(...lists.map((list) => {
      const choice = element("button", { type: "button", "data-list": list.key });
      choice.setAttribute("aria-pressed", String(list.key === parts.listed));
      choice.textContent = `${list.title} ${number.format(list.places.length)}`;
      choice.addEventListener("click", () => {
        parts.listed = list.key;
        drawChoices(parts);
        drawRows(parts);
      });
      return choice;
    }));
    const chosen = focused ?? parts.listed;
    const button = parts.choices.querySelector(`[data-list="${CSS.escape(chosen)}"]`);
    oneStop(parts.choices, button ?? parts.choices.firstChild);
    if (focused) button?.focus();
  }

  function drawRows(parts) {
    const { values, geometry } = parts;
    const list = values.lists.find((one) => one.key === parts.listed);
    const sought = parts.search.value.trim();
    const found = sought ? find(sought, geometry) : { places: list.places, alike: false };
    const shown = found.places.map((place, n) => [place, sought
      ? values.statuses[values.status[place]] : figure(place, list, parts),
      sought ? "" : list.notes[n] ?? ""]);
    parts.order.textContent = !sought ? list.order
      : found.alike ? words.lookAlike : words.byThatName;
    const none = sought ? words.noSuchName : list.none;
    const look = JSON.stringify([shown, none, values.selected]);
    if (look === parts.drawn) return;
    parts.drawn = look;
    const focused = document.activeElement?.dataset?.pcode;
    parts.rows.replaceChildren(...shown.map(([place, text, note]) =>
      row(place, text, note, sought, parts)));
    if (!shown.length) parts.rows.append(emptied(none));
    const again = focused && parts.rows.querySelector(`[data-pcode="${CSS.escape(focused)}"]`);
    oneStop(parts.rows, again || parts.rows.querySelector("button"));
    if (again) again.focus();
  }

  function emptied(text) {
    const none = element("li", { class: "none" });
    none.textContent = text;
    return none;
  }

  function row(place, text, note, sought, { geometry, values, tools }) {
    const district = geometry.districts[place];
    const [name, province, value] = ["row-name", "row-province", "row-figure"].map((part) =>
      element("span", { class: part }));
    name.textContent = district.name;
    const others = district.includes.join(", ");
    province.textContent = sought && others
      ? filled(words.withOthers, { words: district.province, others })
      : [district.province, note].filter(Boolean).join(", ");
    value.textContent = text;
    const button = element("button", { type: "button", "data-pcode": district.pcode }, [
      name, province, value,
    ]);
    if (district.pcode === values.selected) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => {
      if (sought) tools.fly(place);
      tools.open(district.pcode);
    });
    for (const start of ["mouseenter", "focus"]) {
      button.addEventListener(start, () => tools.highlight(place));
    }
    for (const end of ["mouseleave", "blur"]) {
      button.addEventListener(end, () => tools.highlight(null));
    }
    return element("li", {}, [button]);
  }

  function figure(place, list, { geometry, values }) {
    if (list.figure === "population") return people(geometry.districts[place].population);
    const value = values[list.figure][place];
    return value === null ? words.notPublished : number.format(value);
  }

  window.coverageList = { build };
})();
