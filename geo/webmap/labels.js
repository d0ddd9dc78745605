/* The names on the map. Each has its room; none runs into another.
 *
 * First the three cities, beside where they lie, then the provinces, clear of them, then the
 * districts whose name fits into their outline: venues, covered ones, the largest first. A province
 * that is too narrow is named outside it, at the end of a line. Sizes are measured once and places
 * computed, so that a change of the view costs no new layout of the page.
 */
(function () {
  "use strict";

  const { element, overlaps } = window.coverageElements;

  const BETWEEN = 2; // px beside a name
  const EDGE = 3; // px from the frame to a name
  const SHARE = 0.8; // of a name that has to lie in its province
  const FITS = 1.12; // widths of a district that its name may be wide
  const LONGEST_LINE = 12; // letters of a province's name
  const CITY = 7; // px from a city to its name
  const LINE = 16; // px at least from a narrow province to its name
  const CITIES_TO_ZOOM = 2.2; // levels from the whole country at which districts name themselves
  const NEAR = 4; // px around a name outside that are free of borders
  const STEPS_ASIDE = [0, 10, -10, 20, -20, 32, -32, 46, -46];

  /* Put all names into the map. `tools.choose(pcode)` is told which province was clicked;
   * `tools.taken()` returns the boxes of the window that other things have. */
  function mount(map, geometry, arcs, tools) {
    const pane = map.createPane("names");
    const outer = geometry.outer.map((index) => arcs[index]);
    const named = (place, className, tag = "span") => {
      const label = element(tag, { class: `${className} out` });
      label.textContent = className === "province-name" ? inLines(place.name) : place.name;
      pane.append(label);
      return { place, label, className };
    };
    const provinces = geometry.provinces.map((place) => province(named, place, map, tools));
    const cities = geometry.cities.map((place) => named(place, "city-name"));
    for (const { at } of geometry.cities) {
      L.circleMarker(at, { radius: 2.2, className: "city", pane: "lines", interactive: false })
        .addTo(map);
    }
    const districts = geometry.districts.map((place) => named(place, "district-name"));
    const names = { map, geometry, outer, provinces, cities, districts, order: districts,
      venues: [], taken: tools.taken };
    map.on("zoomend moveend resize", () => arrange(names));
    map.on("zoomstart", () => pane.classList.add("moving"));
    return {
      /* Measure the names anew: their type has come, or another size. */
      measure: () => { for (const one of all(names)) one.width = undefined; arrange(names); },
      /* Names for other values: the class of each district, and the venues. */
      paint: (keys, venues) => {
        names.venues = venues;
        rank(names, keys, new Set(venues.map(({ pcode }) => pcode)));
        arrange(names);
      },
    };
  }

  /* Break a long name into two lines, as even as its words allow. */
  function inLines(name) {
    const words = name.split(" ");
    const breaks = words.slice(1).map((_, before) =>
      [words.slice(0, before + 1).join(" "), words.slice(before + 1).join(" ")]);
    const longer = (lines) => Math.max(...lines.map((line) => line.length));
    breaks.sort((one, other) => longer(one) - longer(other));
    return name.length > LONGEST_LINE && breaks.length ? breaks[0].join("\n") : name;
  }

  const all = ({ provinces, cities, districts }) => [...cities, ...provinces, ...districts];

  function province(named, place, map, tools) {
    const one = named(place, "province-name", "button");
    one.label.type = "button";
    one.label.tabIndex = -1; // by keyboard, the filter of provinces does the same
    one.label.addEventListener("click", () => {
      if (!map.dragging.moved()) tools.choose(place.pcode);
    });
    return one;
  }

  /* Districts in the order of their claim to room, each in the ink of its class. */
  function rank(names, keys, venues) {
    const claim = (one, place) => {
      if (venues.has(one.place.pcode)) return 0;
      if (keys[place].startsWith("ramp") || keys[place] === "unknown") return 1;
      return keys[place] === "unselected" ? 3 : 2;
    };
    names.districts.forEach((one, place) => {
      one.claim = claim(one, place);
      one.label.className = `district-name on-${keys[place]} ${one.shown ? "" : "out"}`;
    });
    names.order = [...names.districts].sort((one, other) =>
      one.claim - other.claim || other.place.room - one.place.room);
  }

  function measure(names) {
    if (names.districts[0].width) return;
    for (const one of all(names)) {
      one.width = one.label.offsetWidth;
      one.height = one.label.offsetHeight;
    }
  }

  function arrange(names) {
    const { map } = names;
    measure(names);
    const size = map.getSize(), corner = map.containerPointToLayerPoint([0, 0]);
    const whole = map.getBoundsZoom(names.geometry.bounds);
    const { left, top } = map.getContainer().getBoundingClientRect();
    const scene = {
      kept: names.taken().map((other) => ({
        left: other.left - left + corner.x, right: other.right - left + corner.x,
        top: other.top - top + corner.y, bottom: other.bottom - top + corner.y })),
      frame: { left: corner.x + EDGE, top: corner.y + EDGE,
        right: corner.x + size.x - EDGE, bottom: corner.y + size.y - EDGE },
      degree: 256 * Math.pow(2, map.getZoom()) / 360, // px of a degree of longitude
      near: map.getZoom() > whole + CITIES_TO_ZOOM,
      at: (place) => map.latLngToLayerPoint(place),
    };
    for (const { at } of names.venues) scene.kept.push(dot(scene.at(at)));
    for (const one of names.cities) place(one, scene.near ? [] : besideCity(one, scene), scene);
    for (const one of names.provinces) {
      // A territory of one district has its district's name.
      if (!place(one, within(one, scene), scene) && one.place.districts > 1) {
        place(one, outside(one, names.outer, scene), scene);
      }
    }
    const said = new Set(names.cities.filter(({ shown }) => shown).map((one) => one.place.name));
    for (const one of names.order) {
      place(one, said.has(one.place.name) ? [] : districtBox(one, scene), scene);
    }
    map.getPane("names").classList.remove("moving");
  }

  const box = (one, x, y) => ({ left: x - one.width / 2, right: x + one.width / 2,
    top: y - one.height / 2, bottom: y + one.height / 2 });

  const dot = ({ x, y }) =>
    ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4, isDot: true });

  const inside = (inner, frame) => inner.left >= frame.left && inner.right <= frame.right &&
    inner.top >= frame.top && inner.bottom <= frame.bottom;

  /* Show a name in the first box that is free, or not at all; tells whether it is shown. */
  function place(one, boxes, { kept, frame }) {
    const free = boxes.find((some) => inside(some, frame) &&
      !kept.some((other) => overlaps(some, other) ||
        (some.way && !other.isDot && overlaps(some.way, other))));
    const shown = free !== undefined;
    if (shown !== one.shown) one.label.classList.toggle("out", !shown);
    one.shown = shown;
    if (!shown) return false;
    kept.push({ ...free, left: free.left - BETWEEN, right: free.right + BETWEEN });
    one.label.style.transform =
      `translate(${Math.round(free.left)}px, ${Math.round(free.top)}px)`;
    if (one.className === "province-name") {
      one.label.classList.toggle("to-right", free.line > 0);
      one.label.classList.toggle("to-left", free.line < 0);
      one.label.style.setProperty("--line", `${Math.abs(free.line ?? 0)}px`);
    }
    return true;
  }

  function besideCity(one, { at, kept }) {
    const { x, y } = at(one.place.at);
    kept.push(dot({ x, y })); // no other name hides it
    const right = x + CITY + one.width / 2, left = x - CITY - one.width / 2;
    const over = one.height / 2 + CITY - 2;
    return [[right, y], [left, y], [right, y + 8], [left, y + 8], [right, y - 8], [left, y - 8],
      [x, y + over], [x, y - over]].map(([across, down]) => box(one, across, down));
  }

  function within(one, { at, degree }) {
    return one.place.places
      .filter(([, , half]) => half * degree >= SHARE * one.width / 2)
      .map((spot) => at(spot)).map(({ x, y }) => box(one, x, y));
  }

  /* Boxes to the right or left of a narrow province, beyond all that is drawn. */
  function outside(one, outer, { at }) {
    const [lat, lon] = one.place.at, [[, west], [, east]] = one.place.bounds;
    const middle = at([lat, lon]);
    const borders = outer.map((line) => line.map((point) => at(point)));
    const boxes = [[1, at([lat, east]).x], [-1, at([lat, west]).x]].flatMap(([side, edge]) =>
      STEPS_ASIDE.map((down) => {
        const free = box(one, edge + side * (LINE + one.width / 2), middle.y + down);
        const line = (side > 0 ? free.left : free.right) - middle.x, y = middle.y + down;
        const way = { left: middle.x + Math.min(line, 0), right: middle.x + Math.max(line, 0),
          top: y - 2, bottom: y + 2 };
        return { ...free, line, way };
      }));
    return boxes.filter((free) => isBeyond(free, borders));
  }

  /* Whether a box is outside: no border runs through it, and an even number of them left of it. */
  function isBeyond({ left, right, top, bottom }, borders) {
    const y = (top + bottom) / 2;
    let crossed = false;
    for (const line of borders) {
      for (let step = 0; step < line.length; step += 1) {
        const here = line[step], before = line[step - 1];
        if (here.x > left - NEAR && here.x < right + NEAR && here.y > top - NEAR &&
            here.y < bottom + NEAR) return false;
        if (before && (here.y > y) !== (before.y > y) && here.x < left) crossed = !crossed;
      }
    }
    return !crossed;
  }

  function districtBox(one, { at, degree }) {
    if (one.width > FITS * one.place.room * degree) return [];
    const { x, y } = at(one.place.at);
    const over = one.height / 2 + 5; // above or below the dot of a venue
    return [0, over, -over].map((down) => box(one, x, y + down));
  }

  window.coverageLabels = { mount };
})();
