/* The legend: over the free corner of a wide map, under a narrow one; it can be folded away. */
(function () {
  "use strict";

  const { element, shape, number, words, counted } = window.coverageElements;

  function swatch(key) {
    return shape("svg", { width: 22, height: 14, "aria-hidden": "true", class: "swatch" }, [
      shape("rect", { x: 0.5, y: 0.5, width: 21, height: 13, class: "district " + key }),
    ]);
  }

  /* Build the legend, empty at first.
   *
   * `tools` are `dim(class)`, which makes all others pale (null: none), `showVenues(shown)`, and
   * `resized()`, which is told when it was folded.
   */
  function build(tools) {
    const title = element("summary", { class: "legend-title" });
    const entries = element("ul");
    const box = element("input", { type: "checkbox" });
    const name = element("span"), count = element("b");
    name.textContent = words.venueDistricts;
    const venues = element("label", { class: "venue-switch" }, [box, mark(), name, count]);
    const fold = element("details", {}, [title, entries, venues]);
    fold.open = true;
    box.checked = true;
    box.addEventListener("change", () => tools.showVenues(box.checked));
    fold.addEventListener("toggle", () => tools.resized());
    const node = element("section", { id: "legend", "aria-label": words.legend }, [fold]);

    function draw(values) {
      title.textContent = values.measure;
      entries.replaceChildren(...values.classes.map((one, place) => entry(one, place, tools)),
        total(values.classes));
      venues.hidden = !values.venues.length;
      count.textContent = number.format(values.venues.length);
    }
    return { node, draw };
  }

  function mark() {
    return shape("svg", { width: 22, height: 14, "aria-hidden": "true" }, [
      shape("circle", { cx: 11, cy: 7, r: 4, class: "venue" }),
    ]);
  }

  function entry(one, place, tools) {
    const label = element("span"), count = element("b");
    label.textContent = one.label;
    count.textContent = number.format(one.count);
    const line = element("li", { "data-class": one.key }, [swatch(one.key), label, count]);
    line.addEventListener("mouseenter", () => tools.dim(place));
    line.addEventListener("mouseleave", () => tools.dim(null));
    return line;
  }

  function total(classes) {
    const sum = classes.reduce((districts, one) => districts + one.count, 0);
    const line = element("li", { class: "total" });
    line.textContent = counted(sum, words.sum);
    return line;
  }

  window.coverageLegend = { build };
})();
