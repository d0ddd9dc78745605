/* The outlines of the map: from the arcs of the topology to Leaflet's layers, and their patterns. */
(function () {
  "use strict";

  /* Turn the arcs (integers, each a step from the last) into [lat, lon]. */
  function decode(geometry) {
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
  function district(one, arcs) {
    const look = { className: "district", pane: "districts", radius: 5 };
    return one.arcs.length ? L.polygon(rings(one.arcs, arcs), look) : L.circleMarker(one.at, look);
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

  /* Patterns, so that what is not known is told apart without colour. */
  function definePatterns(svg) {
    const page = new DOMParser().parseFromString(window.coveragePatterns, "image/svg+xml");
    svg.prepend(document.importNode(page.documentElement, true));
  }

  window.coverageOutlines = { decode, rings, district, drawLines, definePatterns };
})();
