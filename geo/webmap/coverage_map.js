/* The map of coverage in the browser: outlines, legend and list of districts in one frame.
 *
 * The outlines, names and populations come once, in the global `coverageGeometry` of this same
 * file. A change of the Selection brings a few numbers a district (`paint`); nothing is mounted
 * anew, so zoom and pan stay. All words from records are set as text, never as HTML.
 */
(function () {
  "use strict";

  const WIDE = 720; // px of the frame from which map and list lie side by side
  const LIST_HEIGHT = 340; // px of the list below the map on a narrow screen
  const SMALLEST_MAP = 340;
  const SMALLEST_WIDE = 460;
  const TALLEST = 900;
  const BELOW_FRAME = 40; // px kept for the line that says as-of and source
  const BELOW_SLIDE = 76; // px kept for the notes under a slide
  const DISTRICT_NAMES_FROM_ZOOM = 7.6;
  const EDGE = 3; // px from the frame to a name that it would cut
  const SVG = "http://www.w3.org/2000/svg";
  const number = new Intl.NumberFormat("en");

  const state = { map: null, layers: [], inset: new Map(), values: null, listed: null, moved: false };

  // --- building blocks ------------------------------------------------------------------------

  function element(tag, attributes, children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    for (const child of children || []) node.append(child);
    return node;
  }

  function shape(tag, attributes, children) {
    const node = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    for (const child of children || []) node.append(child);
    return node;
  }

  function people(count) {
    if (count === null) return "not known";
    if (count >= 1e6) return (count / 1e6).toFixed(1) + " M";
    return number.format(Math.round(count / 1e3)) + " k";
  }

  // --- outlines ---------------------------------------------------------------------------------

  /* Turn the arcs of the topology (integers, each a step from the last) into [lat, lon]. */
  function decodeArcs(geometry) {
    const { scale, translate } = geometry.transform;
    return geometry.arcs.map((arc) => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => {
        x += dx; y += dy;
        return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
      });
    });
  }

  function ring(indices, arcs) {
    const points = [];
    for (const index of indices) {
      const arc = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
      points.push(...(points.length ? arc.slice(1) : arc));
    }
    return points;
  }

  function rings(polygons, arcs) {
    return polygons.map((polygon) => polygon.map((line) => ring(line, arcs)));
  }

  /* A district that the boundary set has not is a dot where it lies, so that it stays on the map. */
  function outline(district, arcs) {
    const look = { className: "district", pane: "districts", radius: 5 };
    return district.arcs.length ? L.polygon(rings(district.arcs, arcs), look)
      : L.circleMarker(district.at, look);
  }

  function drawDistricts(map, geometry, arcs) {
    geometry.districts.forEach((district, place) => {
      const layer = outline(district, arcs).addTo(map);
      const path = layer.getElement();
      path.dataset.pcode = district.pcode;
      layer.on("mouseover", () => highlight(place));
      layer.on("mousemove", (event) => showTooltip(place, event.latlng));
      layer.on("mouseout", () => { highlight(null); hideTooltip(); });
      layer.on("click", () => open(district.pcode));
      state.layers.push(layer);
    });
    for (const other of geometry.beyond) drawBeyond(map, other, arcs);
  }

  /* A district of the boundary set that the list has not: drawn, but without figures. */
  function drawBeyond(map, other, arcs) {
    const about = element("div", { class: "about" });
    about.textContent = `${other.pcode}: not in the district list, so nothing is counted here`;
    L.polygon(rings(other.arcs, arcs), { className: "beyond", pane: "districts" })
      .bindTooltip(about, { sticky: true, className: "over" })
      .addTo(map);
  }

  function drawLines(map, geometry, arcs) {
    const pick = (indices) => indices.map((index) => arcs[index]);
    const line = (indices, className) =>
      L.polyline(pick(indices), { className, pane: "lines", interactive: false }).addTo(map);
    const control = new Set(geometry.line_of_control);
    line(geometry.outer.filter((index) => !control.has(index)), "outer-line");
    line(geometry.province_lines, "province-line");
    line(geometry.line_of_control, "line-of-control");
  }

  /* Names in the order of their claim to room; one that would run into another is left out. */
  function drawNames(map, geometry) {
    const name = (place, className) => {
      const label = element("span");
      label.textContent = place.name;
      const icon = L.divIcon({ className, html: label, iconSize: null });
      L.marker(place.at, { icon, interactive: false, keyboard: false, pane: "names" }).addTo(map);
      return label;
    };
    const provinces = geometry.provinces.map((place) => name(place, "province-name"));
    const districts = geometry.districts.map((place) => name(place, "district-name"));
    map.on("zoomend moveend resize", () => {
      const near = map.getZoom() >= DISTRICT_NAMES_FROM_ZOOM;
      districts.forEach((label) => { label.hidden = !near; });
      giveRoom(near ? [...districts, ...provinces] : provinces, map.getContainer());
    });
  }

  function giveRoom(labels, container) {
    labels.forEach((label) => { label.hidden = false; label.style.marginLeft = ""; });
    const frame = container.getBoundingClientRect();
    const moves = labels.map((label) => inwards(label.getBoundingClientRect(), frame));
    labels.forEach((label, place) => { label.style.marginLeft = `${moves[place]}px`; });
    const boxes = labels.map((label) => label.getBoundingClientRect());
    const kept = [];
    boxes.forEach((box, place) => {
      const clash = kept.some((other) => box.left < other.right && other.left < box.right &&
        box.top < other.bottom && other.top < box.bottom);
      if (!clash) kept.push(box);
      labels[place].hidden = clash;
    });
  }

  /* How far a name that the frame's edge cuts moves; none of whose place is out of sight. */
  function inwards(box, frame) {
    const over = Math.max(frame.left + EDGE - box.left, 0) -
      Math.max(box.right + EDGE - frame.right, 0);
    return Math.abs(over) < box.width / 2 + EDGE ? over : 0;
  }

  /* Patterns, so that what is not known is told apart without colour. */
  function definePatterns(svg) {
    const stripes = (id, d) => shape(
      "pattern",
      { id, width: 7, height: 7, patternUnits: "userSpaceOnUse" },
      [
        shape("rect", { width: 7, height: 7, class: id + "-ground" }),
        shape("path", { d, class: id + "-ink" }),
      ]
    );
    const dots = shape(
      "pattern",
      { id: "count-unknown", width: 6, height: 6, patternUnits: "userSpaceOnUse" },
      [
        shape("rect", { width: 6, height: 6, class: "count-unknown-ground" }),
        shape("circle", { cx: 3, cy: 3, r: 1.3, class: "count-unknown-ink" }),
      ]
    );
    svg.prepend(shape("defs", {}, [
      stripes("no-record", "M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6"), dots,
      stripes("named-within", "M0,1.75 H7 M0,5.25 H7"),
    ]));
  }

  // --- tooltip ----------------------------------------------------------------------------------

  function describe(place) {
    const district = window.coverageGeometry.districts[place];
    const values = state.values;
    const title = element("strong");
    title.textContent = district.name;
    const lines = [district.province, values.statuses[values.status[place]]];
    const participants = values.participants[place];
    if (participants !== null) lines.push(number.format(participants) + " participants");
    if (values.trainings[place]) {
      lines.push(`${values.trainings[place]} trainings, ${values.agencies[place]} of 6 agencies`);
    }
    const apart = district.population_includes, whose = district.population_in;
    const withOthers = apart.length ? ", with " + apart.join(" and ") : "";
    const within = whose.length ? ", within that of " + whose.join(" and ") : "";
    lines.push("population " + people(district.population) + withOthers + within);
    if (district.includes.length) lines.push("with " + district.includes.join(", "));
    return element("div", { class: "about" }, [
      title,
      ...lines.map((text) => { const line = element("div"); line.textContent = text; return line; }),
    ]);
  }

  function showTooltip(place, at) {
    state.tooltip.setLatLng(at).setContent(describe(place));
    if (!state.map.hasLayer(state.tooltip)) state.tooltip.addTo(state.map);
  }

  function hideTooltip() {
    state.tooltip.remove();
  }

  /* The outlines of a district: on the map and, where it lies in it, in the inset. */
  function paths(place) {
    const enlarged = state.inset.get(place);
    return enlarged ? [state.layers[place].getElement(), enlarged]
      : [state.layers[place].getElement()];
  }

  function highlight(place) {
    state.layers.forEach((_, other) => {
      for (const path of paths(other)) path.classList.toggle("pointed", other === place);
    });
    if (place !== null) state.layers[place].bringToFront();
  }

  /* Tell the page which district was opened (null: closed); the moment makes a second click new. */
  function open(pcode) {
    window.Streamlit.setComponentValue({ district: pcode, at: Date.now() });
  }

  // --- legend -----------------------------------------------------------------------------------

  function swatch(key) {
    return shape("svg", { width: 22, height: 14, "aria-hidden": "true", class: "swatch" }, [
      shape("rect", { x: 0.5, y: 0.5, width: 21, height: 13, class: "district " + key }),
    ]);
  }

  function drawLegend() {
    const { classes, measure, venues } = state.values;
    const title = element("p", { class: "legend-title" });
    title.textContent = measure;
    const entries = classes.map((one, place) => {
      const label = element("span"), count = element("b");
      label.textContent = one.label;
      count.textContent = number.format(one.count);
      const entry = element("li", { "data-class": one.key }, [swatch(one.key), label, count]);
      entry.addEventListener("mouseenter", () => dim(place));
      entry.addEventListener("mouseleave", () => dim(null));
      return entry;
    });
    const sum = classes.reduce((total, one) => total + one.count, 0);
    const total = element("li", { class: "total" });
    total.textContent = `= ${number.format(sum)} districts`;
    const marks = venues.length ? [venueSwitch()] : [];
    state.legend.replaceChildren(title, element("ul", {}, [...entries, total]), ...marks);
  }

  function venueSwitch() {
    const box = element("input", { type: "checkbox" });
    box.checked = state.venuesShown;
    box.addEventListener("change", () => { state.venuesShown = box.checked; drawVenues(); });
    const label = element("label", { class: "venue-switch" }, [
      box, shape("svg", { width: 12, height: 12, "aria-hidden": "true" }, [
        shape("circle", { cx: 6, cy: 6, r: 4.5, class: "venue" }),
      ]),
    ]);
    label.append("Venue districts");
    return label;
  }

  function dim(place) {
    state.layers.forEach((_, district) => {
      const other = place !== null && state.values.class[district] !== place;
      for (const path of paths(district)) path.classList.toggle("dimmed", other);
    });
  }

  // --- venues and ways to them -----------------------------------------------------------------

  function drawVenues() {
    state.venues.clearLayers();
    if (!state.venuesShown) return;
    for (const [from, to] of state.values.ways) {
      L.polyline([from, to], { className: "way", pane: "venues", interactive: false })
        .addTo(state.venues);
    }
    for (const venue of state.values.venues) {
      const radius = 4 + 2 * Math.sqrt(venue.trainings);
      const about = element("div", { class: "about" });
      about.textContent = `Venue: ${venue.name} (${venue.trainings} ${venue.trainings === 1 ? "training" : "trainings"})`;
      L.circleMarker(venue.at, { radius, className: "venue", pane: "venues" })
        .bindTooltip(about, { direction: "top" })
        .on("click", () => open(venue.pcode))
        .addTo(state.venues);
    }
  }

  // --- list -------------------------------------------------------------------------------------

  function drawList() {
    const { lists } = state.values;
    if (!lists.some((list) => list.key === state.listed)) state.listed = lists[0].key;
    state.choices.replaceChildren(
      ...lists.map((list) => {
        const choice = element("button", { type: "button", "data-list": list.key });
        choice.setAttribute("aria-pressed", String(list.key === state.listed));
        choice.textContent = `${list.title} ${number.format(list.places.length)}`;
        choice.addEventListener("click", () => { state.listed = list.key; drawList(); });
        return choice;
      })
    );
    drawRows();
  }

  function drawRows() {
    const list = state.values.lists.find((one) => one.key === state.listed);
    const sought = state.search.value.trim().toLowerCase();
    const districts = window.coverageGeometry.districts;
    const places = sought
      ? districts.map((_, place) => place)
          .filter((place) => districts[place].name.toLowerCase().includes(sought))
      : list.places;
    state.order.textContent = sought ? "all districts by that name" : list.order;
    state.rows.replaceChildren(...places.map((place) => row(place, list, sought !== "")));
    if (!places.length) {
      const none = element("li", { class: "none" });
      none.textContent = sought ? "No district of that name." : list.none;
      state.rows.append(none);
    }
  }

  function row(place, list, found) {
    const district = window.coverageGeometry.districts[place];
    const shown = found ? state.values.statuses[state.values.status[place]] : figure(place, list);
    const name = element("span", { class: "row-name" });
    const province = element("span", { class: "row-province" });
    const value = element("span", { class: "row-figure" });
    name.textContent = district.name;
    province.textContent = district.province;
    value.textContent = shown;
    const button = element("button", { type: "button", "data-pcode": district.pcode }, [
      name, province, value,
    ]);
    button.addEventListener("click", () => open(district.pcode));
    for (const start of ["mouseenter", "focus"]) {
      button.addEventListener(start, () => highlight(place));
    }
    for (const end of ["mouseleave", "blur"]) {
      button.addEventListener(end, () => highlight(null));
    }
    return element("li", {}, [button]);
  }

  function figure(place, list) {
    if (list.figure === "population") return people(window.coverageGeometry.districts[place].population);
    const value = state.values[list.figure][place];
    return value === null ? "not published" : number.format(value);
  }

  // --- the frame --------------------------------------------------------------------------------

  /* As tall as the window of the page leaves under what stands above the frame. */
  function frameHeight() {
    const legend = state.legend.offsetHeight;
    const presenting = state.values?.presenting;
    if (presenting && window.innerWidth < WIDE) return SMALLEST_MAP + legend;
    if (window.innerWidth < WIDE) return SMALLEST_MAP + LIST_HEIGHT + legend;
    const frame = window.frameElement;
    if (!frame) return 620; // the page is of another origin: its window cannot be measured
    const scrolled = frame.closest("[data-testid=stMain]")?.scrollTop ?? 0;
    const above = frame.getBoundingClientRect().top + scrolled;
    const left = window.parent.innerHeight - above - (presenting ? BELOW_SLIDE : BELOW_FRAME);
    if (presenting) return Math.max(SMALLEST_MAP, left);
    return Math.max(SMALLEST_WIDE, Math.min(TALLEST, left));
  }

  /* Frames do not inherit fonts: take the page's own, which the browser has already. */
  function takeFonts() {
    const page = window.frameElement?.ownerDocument;
    for (const sheet of page?.styleSheets ?? []) {
      let rules;
      try { rules = sheet.cssRules; } catch (error) { continue; } // of another origin
      for (const rule of rules) {
        if (rule.constructor.name !== "CSSFontFaceRule") continue;
        const base = sheet.href ?? page.baseURI;
        const text = rule.cssText.replace(/url\("?([^")]+)"?\)/g, (_, address) =>
          `url("${new URL(address, base)}")`);
        if (/Source Sans/.test(text)) document.head.append(element("style", {}, [text]));
      }
    }
  }

  function layOut() {
    const wide = window.innerWidth >= WIDE;
    document.body.classList.toggle("wide", wide);
    const holder = document.getElementById("map_div");
    const beside = wide ? window.innerHeight - state.legend.offsetHeight : SMALLEST_MAP;
    holder.style.height = Math.max(beside, 200) + "px";
    holder.style.width = "";
    state.fitting = true; // the frame moves the map here, not the reader
    state.map.invalidateSize({ animate: false, pan: false });
    if (!state.moved) {
      state.map.fitBounds(window.coverageGeometry.bounds, { animate: false, padding: [6, 6] });
      state.map.setMinZoom(state.map.getZoom() - 0.5);
    }
    state.map.fire("zoomend"); // names find their room in the new size
    state.fitting = false;
  }

  function buildFrame(map) {
    const holder = document.getElementById("parent");
    state.legend = element("section", { id: "legend", "aria-label": "Legend" });
    state.choices = element("div", { class: "choices" });
    state.search = element("input", {
      type: "search", placeholder: "Find a district", "aria-label": "Find a district",
    });
    state.order = element("p", { class: "order" });
    state.rows = element("ul", { class: "rows" });
    const list = element("section", { id: "districts", "aria-label": "Districts" }, [
      state.choices, state.search, state.order, state.rows,
    ]);
    document.querySelector(".float-child").append(state.legend);
    holder.append(list);
    state.search.addEventListener("input", drawRows);
    document.addEventListener("keydown", passKeysOn, { capture: true });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && state.values?.selected) open(null);
    });
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute(
      "aria-label", "Map of districts; the list beside it has the same districts"
    );
  }

  function holdHeight() {
    const set = window.Streamlit.setFrameHeight.bind(window.Streamlit);
    window.Streamlit.setFrameHeight = () => set(frameHeight());
    const follow = () => { layOut(); window.Streamlit.setFrameHeight(); };
    window.addEventListener("resize", follow);
    // What was measured before the style and the fonts came is measured anew.
    document.addEventListener("load", ({ target }) => {
      if (target.tagName === "LINK") follow();
    }, true);
    document.fonts?.addEventListener("loadingdone", follow);
    // A page that grows taller alone does not change the frame. The frame outlives no page.
    const page = window.frameElement?.ownerDocument.defaultView;
    page?.addEventListener("resize", follow);
    window.addEventListener("pagehide", () => page?.removeEventListener("resize", follow));
  }

  /* On a slide the keys that turn it work also after a click into the map. */
  const TURNING = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " ", "Escape"];
  function passKeysOn(event) {
    const page = window.frameElement?.ownerDocument;
    if (!state.values?.presenting || !TURNING.includes(event.key) || !page) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const { key, code, keyCode, which } = event;
    for (const kind of ["keydown", "keyup"]) {
      page.body.dispatchEvent(
        new KeyboardEvent(kind, { key, code, keyCode, which, bubbles: true, cancelable: true })
      );
    }
  }

  /* The frame is told the colours of the page's theme, not its name. */
  function followTheme() {
    const colour = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) || [];
    const [red, green, blue, seen = 1] = colour.map(Number);
    if (!seen) return; // not told yet
    const dark = 0.3 * red + 0.59 * green + 0.11 * blue < 128;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    // Each message of the page appends one more style element; only the newest counts.
    const told = [...document.head.querySelectorAll("style")].filter((style) =>
      style.textContent.includes("--secondary-background-color")
    );
    told.slice(0, -1).forEach((style) => style.remove());
  }

  function mount(map) {
    const geometry = window.coverageGeometry;
    state.map = map;
    state.venuesShown = true;
    document.documentElement.lang = "en";
    ["districts", "lines", "venues", "names"].forEach((pane, order) => {
      map.createPane(pane).style.zIndex = 400 + 10 * order;
    });
    for (const pane of ["lines", "names"]) map.getPane(pane).style.pointerEvents = "none";
    new MutationObserver(followTheme).observe(document.head, { childList: true });
    takeFonts();
    buildFrame(map);
    const arcs = decodeArcs(geometry);
    map.setView([30.4, 69.4], 5);
    drawDistricts(map, geometry, arcs);
    drawLines(map, geometry, arcs);
    drawNames(map, geometry);
    const svg = map.getPane("districts").querySelector("svg");
    svg.setAttribute("aria-hidden", "true");
    definePatterns(svg);
    state.inset = window.coverageInset.mount(map, geometry, {
      rings: (district) => rings(district.arcs, arcs),
      outer: geometry.outer.flatMap((index) => arcs[index]),
      element, shape, describe, highlight, open,
    });
    state.venues = L.layerGroup().addTo(map);
    state.tooltip = L.tooltip({ className: "over", offset: [14, 0], direction: "auto" });
    L.control.scale({ imperial: false, maxWidth: 124, position: "bottomright" }).addTo(map);
    map.on("movestart", () => { if (!state.fitting) state.moved = true; });
    holdHeight();
    window.Streamlit.setFrameHeight();
  }

  /* Give every district its class and its numbers; returns the layer that folium expects. */
  function paint(values) {
    const first = state.values === null;
    state.values = values;
    followTheme();
    document.body.classList.toggle("presenting", values.presenting);
    state.layers.forEach((layer, place) => {
      const key = values.classes[values.class[place]].key;
      const chosen = values.selected === window.coverageGeometry.districts[place].pcode;
      for (const path of paths(place)) {
        const dot = window.coverageGeometry.districts[place].arcs.length ? "" : " dot";
        const kind = path === state.inset.get(place) ? "inset" : `leaflet-interactive${dot}`;
        path.setAttribute("class", `district ${kind} ${key}${chosen ? " chosen" : ""}`);
      }
      if (chosen) layer.bringToFront();
    });
    drawLegend();
    drawVenues();
    drawList();
    if (first) { layOut(); window.Streamlit.setFrameHeight(); }
    return L.layerGroup();
  }

  window.coverageMap = { mount, paint };
})();
