/* The inset of the map: Karachi's districts, which are points at the scale of the country.
 *
 * A window onto the same outlines, drawn larger in the corner of the map over the sea. It shares
 * the classes, the tooltip, the pointer and the click of the map it stands in, and makes way where
 * it would lie over a part of the country.
 */
(function () {
  "use strict";

  const { element, shape, overlaps } = window.coverageElements;

  const SIZES = [210, 150, 110, 90]; // px of its side, the largest that finds room
  const GAP = 10; // px to the map's corner
  const SCALE_BAR = 30; // px of the bar in the right corner, over which the inset stands there
  const TITLE = 22; // px of its title over the window
  const FARTHEST_IN = 1.2; // levels of zoom from the whole country until it makes way

  /* Project [lat, lon] to px of the window; the same projection as the map's, at a higher zoom. */
  function projection(bounds, size) {
    const box = L.latLngBounds(bounds);
    const at = (point, zoom) => L.CRS.EPSG3857.latLngToPoint(L.latLng(point), zoom);
    const corner = [box.getNorth(), box.getWest()];
    const width = at(box.getSouthEast(), 0).subtract(at(corner, 0));
    const zoom = Math.log2(size / Math.max(width.x, width.y));
    const origin = at(corner, zoom);
    return (point) => at(point, zoom).subtract(origin);
  }

  function pathData(polygons, project) {
    const part = (ring) =>
      "M" + ring.map((point) => project(point)).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
        .join("L") + "Z";
    return polygons.flatMap((polygon) => polygon.map(part)).join("");
  }

  /* Put the inset into the map. Returns its `paths` by the district's place in the list, and
   * `arrange()`, for other values.
   *
   * `tools` are what the map lends it: `rings(district)`, `outer` (points of the outer border),
   * `pointAt(place, event)`, `hide()`, `highlight(place)`, `open(pcode)`, `left(place)`, which
   * tells whether a district is not in the Selection, and `taken()`, the boxes of the window that
   * the legend and the buttons have.
   */
  function mount(map, geometry, tools) {
    const inset = geometry.inset;
    if (!inset) return { paths: new Map(), arrange: () => {} };
    const size = SIZES[0];
    const project = projection(inset.bounds, size);
    const paths = new Map(inset.places.map((place) => {
      const district = geometry.districts[place];
      const d = pathData(tools.rings(district), project);
      return [place, shape("path", { d, class: "district inset", "fill-rule": "evenodd",
        "data-district": district.pcode })];
    }));
    const names = inset.names.map(({ name, at }) => {
      const { x, y } = project(at);
      const label = shape("text", { x, y, class: "inset-name" });
      label.textContent = name;
      return label;
    });
    const view = shape("svg", { viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" }, [
      shape("g", {}, [...paths.values()]), shape("g", {}, names),
    ]);
    const title = element("p");
    title.textContent = inset.label;
    const box = element("div", { id: "inset" }, [title, view]);
    map.getContainer().append(box);
    L.DomEvent.disableClickPropagation(box);
    const frame = L.rectangle(inset.bounds, {
      className: "inset-frame", pane: "lines", interactive: false,
    }).addTo(map);
    listen(paths, geometry, tools);
    const arrange = () => {
      makeWay(map, geometry, box, tools);
      frame.getElement().style.display = box.hidden ? "none" : "";
      giveRoom(names, size);
    };
    map.on("zoomend moveend resize", arrange);
    return { paths, arrange };
  }

  function listen(paths, geometry, tools) {
    for (const [place, path] of paths) {
      path.addEventListener("mouseenter", (event) => {
        tools.highlight(place);
        tools.pointAt(place, event);
        path.parentNode.append(path); // its line over those of its neighbours
      });
      path.addEventListener("mousemove", (event) => tools.pointAt(place, event));
      path.addEventListener("mouseleave", () => { tools.highlight(null); tools.hide(); });
      path.addEventListener("click", () => tools.open(geometry.districts[place].pcode));
    }
  }

  /* Take the largest size, and the corner, that covers no part of the country. It is not shown
   * where none is left, where the map is near, and where none of its own districts is selected. */
  function makeWay(map, geometry, box, tools) {
    const whole = map.getBoundsZoom(geometry.bounds), frame = map.getSize();
    const near = map.getZoom() > whole + FARTHEST_IN || geometry.inset.own.every(tools.left);
    const land = [...tools.outer, ...geometry.districts.map((district) => district.at)];
    const points = near ? [] : land.map((point) => map.latLngToContainerPoint(point));
    const corner = map.getContainer().getBoundingClientRect(), taken = tools.taken();
    const fits = ([size, right]) => {
      const wide = size + 2 * GAP, left = right ? frame.x - wide : 0;
      const top = frame.y - size - TITLE - 2 * GAP - right * SCALE_BAR;
      const place = { left: corner.left + left, right: corner.left + left + wide,
        top: corner.top + top, bottom: corner.top + frame.y };
      return !taken.some((other) => overlaps(place, other)) &&
        !points.some(({ x, y }) => x > left && x < left + wide && y > top && y < frame.y);
    };
    const places = SIZES.flatMap((size) => [[size, 0], [size, 1]]);
    const [size, right] = (near ? undefined : places.find(fits)) ?? [0, 0];
    box.hidden = size === 0;
    box.style.setProperty("--side", `${size}px`);
    box.classList.toggle("small", size === SIZES[1]);
    box.classList.toggle("smallest", size < SIZES[1]);
    box.classList.toggle("right", right === 1);
  }

  /* Move a name that would be cut by the window's edge into it, and leave out one that would run
   * into one before it. */
  function giveRoom(names, size) {
    const kept = [];
    for (const name of names) {
      name.style.display = "";
      name.removeAttribute("transform");
      const { x, width } = name.getBBox();
      const moved = Math.max(0, 2 - x) + Math.min(0, size - 2 - x - width);
      if (moved) name.setAttribute("transform", `translate(${moved} 0)`);
      const box = name.getBoundingClientRect();
      const clash = kept.some((other) => overlaps(box, other));
      name.style.display = clash ? "none" : "";
      if (!clash) kept.push(box);
    }
  }

  window.coverageInset = { mount };
})();
