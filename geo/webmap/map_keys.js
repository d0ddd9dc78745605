/* The map by keyboard: arrows move from district to district, Enter opens the one that is marked.
 *
 * Shift with an arrow moves the map itself, + and - zoom, as Leaflet has it.
 */
(function () {
  "use strict";

  const { element } = window.coverageElements;
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const ASIDE = 2.5; // how much longer a way counts for what lies beside the direction
  const MARGIN = [50, 50]; // px from the frame within which a marked district is brought

  /* `tools` are `highlight(place)`, `tell(place, point)`, which returns the words that are shown
   * there, `hide()` and `open(pcode)`. */
  function mount(map, geometry, tools) {
    const holder = map.getContainer();
    const said = element("p", { class: "unseen", role: "status" });
    holder.append(said);
    let marked = null;

    function mark(place) {
      marked = place;
      tools.highlight(place);
      if (place === null) { tools.hide(); said.textContent = ""; return; }
      const { at } = geometry.districts[place];
      map.panInside(at, { padding: MARGIN, animate: false });
      said.textContent = tools.tell(place, map.latLngToContainerPoint(at)).join(", ");
    }

    holder.addEventListener("keydown", (event) => {
      if (event.target !== holder || event.ctrlKey || event.altKey || event.metaKey) return;
      const step = event.shiftKey ? undefined : STEPS[event.key];
      if (step) mark(next(map, geometry, marked, step));
      else if (event.key === "Enter" && marked !== null) tools.open(geometry.districts[marked].pcode);
      else if (event.key === "Escape" && marked !== null) mark(null);
      else return;
      event.preventDefault();
      event.stopPropagation(); // Leaflet would move the map as well
    });
    holder.addEventListener("blur", () => { if (marked !== null) mark(null); });
  }

  /* The nearest district in a direction; at first the one in the middle of the map. */
  function next(map, { districts }, from, [right, down]) {
    const points = districts.map(({ at }) => map.latLngToLayerPoint(at));
    const start = from === null ? map.latLngToLayerPoint(map.getCenter()) : points[from];
    let best = from, least = Infinity;
    points.forEach((point, place) => {
      const way = point.subtract(start);
      const along = way.x * right + way.y * down, aside = Math.abs(way.x * down - way.y * right);
      const length = from === null ? Math.hypot(way.x, way.y) : along + ASIDE * aside;
      if (place === from || (from !== null && along < 2) || length >= least) return;
      [best, least] = [place, length];
    });
    return best;
  }

  window.coverageKeys = { mount };
})();
