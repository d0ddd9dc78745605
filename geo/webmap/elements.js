/* What the scripts of the map build pages of: elements with attributes, words set as text. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const number = new Intl.NumberFormat("en");

  function filled(node, attributes, children) {
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    node.append(...(children || []));
    return node;
  }

  const element = (tag, attributes, children) =>
    filled(document.createElement(tag), attributes, children);

  const shape = (tag, attributes, children) =>
    filled(document.createElementNS(SVG, tag), attributes, children);

  const people = (count) => (count === null ? "not known" : number.format(count));

  const counted = (count, one) => `${number.format(count)} ${one}${count === 1 ? "" : "s"}`;

  /* Boxes are `left`, `right`, `top` and `bottom` in px. */
  const overlaps = (one, other) => one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom;

  window.coverageElements = { element, shape, number, people, counted, overlaps };
})();
