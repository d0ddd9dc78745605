/* The map of coverage in the browser: outlines, legend and list of districts in one frame.
 *
 * The outlines, names and populations come once, in the global `coverageGeometry` of this same
 * file. A change of the Selection brings a few numbers a district (`paint`); nothing is mounted
 * anew, so zoom and pan stay, unless other provinces are selected: then the map goes there. All
 * words from records are set as text, never as HTML.
 *
 * What a reader opens or chooses in the frame is told to the page as its value: `{district: pcode}`
 * (null: closed) or `{province: pcode}`, with the moment (`at`), which makes a second click new.
 */
(function () {
  "use strict";

  const { decode, rings, district, drawLines, definePatterns } = window.coverageOutlines;
  const { words, filled } = window.coverageElements;
  const frame = window.coverageFrame;

  const state = { map: null, layers: [], inset: { paths: new Map() }, values: null,
    pointed: null, opener: null, venuesShown: true };

  const keyOf = (place) => state.values.classes[state.values.class[place]].key;
  const geometry = () => window.coverageGeometry;

  // --- districts --------------------------------------------------------------------------------

  function drawDistricts(map, arcs) {
    geometry().districts.forEach((one, place) => {
      const layer = district(one, arcs).addTo(map);
      layer.getElement().dataset.pcode = one.pcode;
      layer.on("mouseover", () => highlight(place));
      layer.on("mousemove", ({ originalEvent }) => pointAt(place, originalEvent));
      layer.on("mouseout", () => { highlight(null); state.tooltip.hide(); });
      layer.on("click", () => open(one.pcode));
      state.layers.push(layer);
    });
    for (const other of geometry().beyond) drawBeyond(map, other, arcs);
  }

  /* A district of the boundary set that the list has not: drawn, but without figures. */
  function drawBeyond(map, other, arcs) {
    const text = filled(words.beyond, other);
    L.polygon(rings(other.arcs, arcs), { className: "beyond", pane: "districts" })
      .on("mousemove", ({ originalEvent }) => state.tooltip.show(
        other.pcode, () => window.coverageTooltip.content([text]), originalEvent))
      .on("mouseout", () => state.tooltip.hide())
      .addTo(map);
  }

  /* Show what is known of a district at a place of the window; returns the words. */
  function pointAt(place, event) {
    const { lines, content } = window.coverageTooltip;
    const texts = () => lines(geometry().districts[place], place, state.values);
    state.tooltip.show(place, () => content(texts()), event);
    return texts;
  }

  /* The outlines of a district: on the map and, where it lies in it, in the inset. */
  function paths(place) {
    const enlarged = state.inset.paths.get(place);
    return enlarged ? [state.layers[place].getElement(), enlarged]
      : [state.layers[place].getElement()];
  }

  function highlight(place) {
    if (place === state.pointed) return;
    if (state.pointed !== null) for (const path of paths(state.pointed)) path.classList.remove("pointed");
    state.pointed = place;
    if (place === null) return;
    for (const path of paths(place)) path.classList.add("pointed");
    state.layers[place].bringToFront();
  }

  function dim(shown) {
    state.layers.forEach((_, place) => {
      const other = shown !== null && state.values.class[place] !== shown;
      for (const path of paths(place)) path.classList.toggle("dimmed", other);
    });
  }

  // --- what is told to the page -----------------------------------------------------------------

  function open(pcode) {
    state.tooltip.hide();
    if (pcode) {
      state.opener = document.activeElement;
      frame.followIntoPage();
    }
    window.Streamlit.setComponentValue({ district: pcode, at: Date.now() });
  }

  function chooseProvince(pcode) {
    if (!state.values.choosable) return;
    window.Streamlit.setComponentValue({ province: pcode, at: Date.now() });
  }

  /* A profile was closed: the focus goes back to what opened it, unless it is elsewhere by now. */
  function takeFocusBack() {
    const { opener, list, map } = state;
    state.opener = null;
    if (!opener || frame.isElsewhere()) return;
    const pcode = opener.dataset.pcode;
    if (pcode && list.focus(pcode)) return;
    (opener.isConnected ? opener : map.getContainer()).focus();
  }

  // --- venues and ways to them -----------------------------------------------------------------

  function drawVenues() {
    state.venues.clearLayers();
    if (!state.venuesShown) return;
    const look = { pane: "venues", interactive: false }; // the district under it says what it is
    for (const [from, to] of state.values.ways) {
      L.polyline([from, to], { className: "way", ...look }).addTo(state.venues);
    }
    for (const venue of state.values.venues) {
      const radius = Math.min(5, 2.4 + 0.8 * Math.sqrt(venue.trainings));
      L.circleMarker(venue.at, { radius, className: "venue", ...look }).addTo(state.venues);
    }
  }

  // --- the frame --------------------------------------------------------------------------------

  function layOut() {
    document.body.classList.toggle("wide", frame.isWide());
    const holder = document.getElementById("map_div");
    holder.style.height = `${frame.mapHeight()}px`;
    holder.style.width = "";
    state.view.resize();
    state.inset.arrange();
    state.labels.measure();
  }

  function buildFrame(map) {
    const holder = document.getElementById("parent");
    state.legend = window.coverageLegend.build({
      dim,
      showVenues: (shown) => { state.venuesShown = shown; drawVenues(); },
      resized: () => {
        if (state.values) layOut();
        window.Streamlit.setFrameHeight();
      },
    });
    state.list = window.coverageList.build(geometry(), {
      highlight, open, fly: (place) => state.view.fly(place),
    });
    document.querySelector(".float-child").append(state.legend.node);
    holder.append(state.list.node);
    document.addEventListener("keydown", (event) => {
      if (state.values?.presenting) frame.passKeysOn(event);
    }, { capture: true });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && state.values?.selected) open(null);
    });
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-roledescription", words.map);
    map.getContainer().setAttribute("aria-label", words.mapByKeys);
  }

  function mount(map) {
    state.map = map;
    document.documentElement.lang = words.language;
    ["districts", "lines", "venues"].forEach((pane, order) => {
      map.createPane(pane).style.zIndex = 400 + 10 * order;
    });
    for (const pane of ["lines", "venues"]) map.getPane(pane).style.pointerEvents = "none";
    new MutationObserver(frame.followTheme).observe(document.head, { childList: true });
    frame.takeFonts();
    buildFrame(map);
    const arcs = decode(geometry());
    map.setView([30.4, 69.4], 5);
    state.tooltip = window.coverageTooltip.mount(map);
    drawDistricts(map, arcs);
    drawLines(map, geometry(), arcs);
    const svg = map.getPane("districts").querySelector("svg");
    svg.setAttribute("aria-hidden", "true");
    definePatterns(svg);
    const taken = (selector) => () => [state.legend.node, ...map.getContainer()
      .querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
    state.inset = window.coverageInset.mount(map, geometry(), {
      rings: (one) => rings(one.arcs, arcs),
      outer: geometry().outer.flatMap((index) => arcs[index]),
      highlight, pointAt, open, hide: state.tooltip.hide, taken: taken(".leaflet-bar"),
      left: (place) => state.values !== null && keyOf(place) === "unselected",
    });
    state.labels = window.coverageLabels.mount(map, geometry(), arcs, {
      choose: chooseProvince, taken: taken("#inset, .leaflet-bar"),
    });
    window.coverageKeys.mount(map, geometry(), {
      highlight, hide: state.tooltip.hide, open,
      tell: (place, { x, y }) => {
        const { left, top } = map.getContainer().getBoundingClientRect();
        return pointAt(place, { clientX: left + x, clientY: top + y })();
      },
    });
    state.venues = L.layerGroup().addTo(map);
    L.control.scale({ imperial: false, maxWidth: 124, position: "bottomright" }).addTo(map);
    state.view = window.coverageView.mount(map, geometry(), state.legend.node, state.layers);
    frame.hold(state.legend.node, () => state.values?.presenting, layOut);
    window.Streamlit.setFrameHeight();
  }

  /* Give every district its class and its numbers; returns the layer that folium expects. */
  function paint(values) {
    const before = state.values;
    state.values = values;
    frame.followTheme();
    document.body.classList.toggle("presenting", values.presenting);
    document.body.classList.toggle("fixed", !values.choosable || values.presenting);
    state.tooltip.hide();
    state.pointed = null;
    state.layers.forEach((layer, place) => {
      const one = geometry().districts[place], chosen = values.selected === one.pcode;
      for (const path of paths(place)) {
        const kind = path === state.inset.paths.get(place) ? "inset"
          : `leaflet-interactive${one.arcs.length ? "" : " dot"}`;
        path.setAttribute("class", `district ${kind} ${keyOf(place)}${chosen ? " chosen" : ""}`);
      }
      if (chosen) layer.bringToFront();
    });
    state.legend.draw(values);
    drawVenues();
    state.list.draw(values);
    state.inset.arrange();
    state.labels.paint(geometry().districts.map((_, place) => keyOf(place)), values.venues);
    showSelected(before);
    if (before?.selected && !values.selected) takeFocusBack();
    if (!before) frame.replacePicture();
    return L.layerGroup();
  }

  /* Go where other provinces are selected; else lay out a first view, and one of another legend. */
  function showSelected(before) {
    const { provinces, presenting } = state.values, { node } = state.legend;
    const legendSize = `${node.offsetWidth} ${node.offsetHeight}`;
    const elsewhere = String(before?.provinces) !== String(provinces);
    if (elsewhere) state.view.select(provinces, before !== null);
    if (before?.presenting !== presenting || (legendSize !== state.legendSize && !elsewhere)) layOut();
    state.legendSize = legendSize;
    if (!before || !frame.isWide()) window.Streamlit.setFrameHeight(); // as tall as its legend
  }

  window.coverageMap = { mount, paint, goTo: (province) => state.view.select([province], true) };
})();
