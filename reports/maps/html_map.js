/* Opens the map of coverage without a server: `coverageMap` as on screen, and beside it a panel
 * and a table with the figures of every district (`handedOver`). All words are set as text.
 */
(function () {
  "use strict";

  const { values, headings, rows, closing } = window.handedOver;
  const opened = document.getElementById("opened");
  const number = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  let from = null; // what had the focus when a district was opened

  function element(tag, words) {
    const node = document.createElement(tag);
    if (words !== undefined) node.textContent = words;
    return node;
  }

  function inWords(value) {
    if (value === null) return window.coverageWords.notKnown;
    return typeof value === "number" ? number.format(value) : value;
  }

  /* What the map tells of a click; a page of the dashboard listens to the same. */
  window.Streamlit = {
    setFrameHeight: () => {},
    setComponentValue: ({ district, province }) => {
      if (province) window.coverageMap.goTo(province);
      else if (district) open(district);
      else close();
    },
  };

  function open(pcode) {
    const row = rows.find((one) => one[0] === pcode);
    if (!row) return;
    from = document.activeElement?.dataset?.pcode ?? null;
    const figures = element("dl");
    headings.forEach((heading, place) => {
      if (place === 1) return; // the name is the title
      figures.append(element("dt", heading), element("dd", inWords(row[place])));
    });
    const end = element("button", closing);
    end.type = "button";
    end.addEventListener("click", close);
    opened.replaceChildren(element("h2", row[1]), figures, end);
    opened.hidden = false;
    paint(pcode);
    opened.focus();
  }

  function close() {
    if (opened.hidden) return;
    opened.hidden = true;
    paint(null);
    const back = from && document.querySelector(`#districts [data-pcode="${CSS.escape(from)}"]`);
    (back || document.getElementById("map_div")).focus();
  }

  function paint(selected) {
    values.selected = selected;
    window.coverageMap.paint(values);
  }

  function table() {
    const head = element("tr");
    headings.forEach((heading) => {
      const cell = element("th", heading);
      cell.scope = "col";
      head.append(cell);
    });
    const body = element("tbody");
    for (const row of rows) {
      const line = element("tr");
      for (const value of row) {
        const cell = element("td", inWords(value));
        if (typeof value === "number") cell.className = "number";
        line.append(cell);
      }
      body.append(line);
    }
    const top = element("thead"), whole = element("table");
    top.append(head);
    whole.append(top, body);
    return whole;
  }

  const twin = document.getElementById("twin");
  twin.addEventListener("toggle", () => {
    const holder = twin.querySelector(".table");
    if (twin.open && !holder.firstChild) holder.append(table());
  });

  const map = L.map("map_div", {
    center: [30.4, 69.4], zoom: 5, attributionControl: false, zoomControl: false, zoomSnap: 0,
    zoomDelta: 0.6, wheelPxPerZoomLevel: 100,
  });
  window.coverageMap.mount(map);
  paint(null);
  quietMarks();

  /* A mark of a venue is no stop of the Tab key: its district is one, and says the same. */
  function quietMarks() {
    document.querySelectorAll("#map_div path.venue").forEach((mark) => {
      mark.setAttribute("tabindex", "-1");
      mark.setAttribute("aria-hidden", "true");
    });
  }
  new MutationObserver(quietMarks).observe(
    document.getElementById("map_div"), { childList: true, subtree: true });

  /* The whole country, in the room that a page of paper or another window leaves. */
  function refit() {
    const bounds = L.latLngBounds([]);
    map.eachLayer((layer) => { if (layer.getBounds) bounds.extend(layer.getBounds()); });
    map.invalidateSize({ animate: false });
    map.setMinZoom(0);
    if (bounds.isValid()) map.fitBounds(bounds, { animate: false });
  }
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return; // a phone's bars come and go
    width = window.innerWidth;
    setTimeout(refit, 60); // after the map's own script has set its height
  });
  /* A pattern is printed as a picture for each shape that has it: those of a class become one. */
  function joinPatterns() {
    for (const kind of ["none", "unknown", "within"]) {
      const shapes = [...document.querySelectorAll(`#map_div path.district.${kind}:not(.dot)`)];
      for (const group of new Set(shapes.map((shape) => shape.parentNode))) {
        const joined = document.createElementNS(group.namespaceURI, "path");
        const lines = shapes.filter((shape) => shape.parentNode === group);
        joined.setAttribute("d", lines.map((shape) => shape.getAttribute("d")).join(""));
        joined.setAttribute("class", `district ${kind} joined`);
        joined.setAttribute("fill-rule", "evenodd");
        group.prepend(joined);
      }
    }
  }
  for (const [name, printed] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(name, () => {
      document.body.classList.toggle("printed", printed);
      document.body.classList.toggle("wide", printed || window.coverageFrame.isWide());
      document.querySelectorAll("path.joined").forEach((shape) => shape.remove());
      paint(values.selected); // in the colours of the ground that it now has
      refit();
      if (printed) joinPatterns();
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    paint(values.selected);
  });
})();
