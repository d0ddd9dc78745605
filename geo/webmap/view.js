/* What part of the country the map shows: all of it, what is selected, or what a reader moved to.
 *
 * A view that a reader chose stays until other provinces are selected.
 */
(function () {
  "use strict";

  const { element, shape, words } = window.coverageElements;

  const SMALLEST = 120; // px of a map on which there is something to be seen
  const BESIDE = 6; // px around what the map shows
  const FOOT = 80; // px at most under the country in a frame that is taller than wide
  const FLIGHT = 0.5; // seconds to what was selected
  const NEAREST = 8; // zoom to which a search goes at most
  const NEAR = 90; // px around a district that was searched for
  const OUT = 0.5; // levels of zoom beyond the whole country
  const IN = 0.2; // levels of zoom from which one finger moves the map

  /* Take over the view of a map; `legend` is the element that may lie over it, `layers` are those
   * of the districts in the order of the list. */
  function mount(map, geometry, legend, layers) {
    const view = { map, legend, layers, country: L.latLngBounds(geometry.bounds), geometry,
      target: L.latLngBounds(geometry.bounds), moved: false, fitting: false, fit: "" };
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    homeButton(() => goTo(view, view.country, true)).addTo(map);
    map.on("movestart", () => { if (!view.fitting) view.moved = true; });
    leaveOneFinger(view);
    return {
      select: (provinces, animate) => goTo(view, boundsOf(view, provinces), animate),
      resize: () => resize(view),
      fly: (place) => fly(view, place),
    };
  }

  /* The bounds of some provinces; of the country where there are none. */
  function boundsOf({ geometry, country }, provinces) {
    const drawn = geometry.provinces.filter(({ pcode }) => provinces.includes(pcode));
    const bounds = L.latLngBounds([]);
    for (const one of drawn) bounds.extend(one.bounds);
    return bounds.isValid() ? bounds : country;
  }

  /* Fit the map to the size of its frame; what a reader moved to stays in the middle. */
  function resize(view) {
    const { map, country, target } = view, { clientWidth, clientHeight } = map.getContainer();
    if (!map.getSize().equals([clientWidth, clientHeight])) {
      view.fitting = true; // the frame moves the map here, not the reader
      map.invalidateSize({ animate: false, pan: false });
      view.fitting = false;
    }
    map.setMinZoom(0); // that of a larger frame would cut the country
    if (!view.moved) goTo(view, target, false);
    map.setMinZoom(map.getBoundsZoom(country) - OUT);
  }

  /* Go to what is to be shown, clear of the legend where that lies over the map. */
  function goTo(view, bounds, animate) {
    const size = view.map.getSize();
    view.target = bounds;
    if (Math.min(size.x, size.y) < SMALLEST) return; // not laid out yet
    // What is taller than wide has its free part at the foot, for the inset.
    const foot = Math.max(BESIDE, Math.min(size.y - size.x, FOOT));
    const options = (left) =>
      ({ paddingTopLeft: [left, BESIDE], paddingBottomRight: [BESIDE, foot] });
    const box = boxOver(view.legend), points = box ? pointsIn(view, bounds) : [];
    const widths = [0, 0.25, 0.5, 0.75, 1].map((share) => BESIDE + share * (box?.right ?? 0));
    const left = widths.find((one) => !isUnder(box, points, view.map, bounds, options(one)));
    const fit = [bounds.toBBoxString(), size, left].join(" ");
    if (!view.moved && fit === view.fit) return; // it is there
    view.fitting = true;
    move(view.map, bounds, animate, options(left ?? BESIDE));
    view.fitting = false;
    Object.assign(view, { moved: false, fit });
  }

  /* The box of the legend in px of the map; null where it is not over it. */
  function boxOver(legend) {
    if (getComputedStyle(legend).position !== "absolute") return null;
    const right = legend.offsetLeft + legend.offsetWidth;
    return { right, bottom: legend.offsetTop + legend.offsetHeight };
  }

  /* The corners of the districts that lie within bounds. */
  function pointsIn({ layers }, bounds) {
    const wider = bounds.pad(0.01); // they are rounded
    return layers.filter((layer) => layer.getLatLngs && wider.contains(layer.getBounds()))
      .flatMap((layer) => layer.getLatLngs().flat(2));
  }

  /* Whether a legend would hide one of some points, were the map fitted to bounds. */
  function isUnder(legend, points, map, bounds, { paddingTopLeft, paddingBottomRight }) {
    const padding = L.point(paddingTopLeft).add(paddingBottomRight);
    const zoom = map.getBoundsZoom(bounds, false, padding);
    const [south, north] = [bounds.getSouthWest(), bounds.getNorthEast()]
      .map((corner) => map.project(corner, zoom));
    const middle = L.point(paddingTopLeft).add(map.getSize().subtract(paddingBottomRight));
    const corner = south.add(north).subtract(middle).divideBy(2);
    return points.some((point) => {
      const { x, y } = map.project(point, zoom);
      return x - corner.x < legend.right && y - corner.y < legend.bottom;
    });
  }

  function move(map, bounds, animate, options) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (animate && !still) map.flyToBounds(bounds, { ...options, duration: FLIGHT });
    else map.fitBounds(bounds, { ...options, animate: false });
  }

  function fly({ map, layers, geometry }, place) {
    const bounds = layers[place].getBounds?.() ??
      L.latLng(geometry.districts[place].at).toBounds(4e4); // a dot: so many metres
    move(map, bounds, true, { maxZoom: NEAREST, padding: [NEAR, NEAR] });
  }

  /* Where fingers do it, one of them moves the page while the map shows all that it is of. */
  function leaveOneFinger(view) {
    const { map } = view;
    if (!matchMedia("(pointer: coarse)").matches) return;
    map.on("moveend", () => {
      const near = map.getZoom() > map.getBoundsZoom(view.target) + IN;
      map.dragging[near ? "enable" : "disable"]();
    });
  }

  /* A button under those of the zoom, back to the whole country. */
  function homeButton(goHome) {
    const Home = L.Control.extend({
      onAdd: () => {
        const button = element("a", { href: "#", role: "button", title: words.wholeCountry,
          "aria-label": words.wholeCountry, class: "home" }, [
          shape("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, [
            shape("path", { d: "M2 8 L8 2.5 L14 8 M3.8 7 V13.5 H12.2 V7" }),
          ]),
        ]);
        L.DomEvent.on(button, "click", (event) => { L.DomEvent.stop(event); goHome(); });
        return element("div", { class: "leaflet-bar" }, [button]);
      },
    });
    return new Home({ position: "topleft" });
  }

  window.coverageView = { mount };
})();
