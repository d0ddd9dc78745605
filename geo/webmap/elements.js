/* What the scripts of the map build pages of: elements with attributes, words set as text, in the
 * language of the server. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const number = new Intl.NumberFormat("en");

  function made(node, attributes, children) {
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    node.append(...(children || []));
    return node;
  }

  const element = (tag, attributes, children) =>
    made(document.createElement(tag), attributes, children);

  const shape = (tag, attributes, children) =>
    made(document.createElementNS(SVG, tag), attributes, children);

  const words = window.coverageWords;

  /* Put values, by their names, into words. */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const people = (count) => (count === null ? words.notKnown : number.format(count));

  /* Words that go by a number, in the form that is of it (`map_words`). */
  const counted = (count, [forms, form]) =>
    filled(forms[form[count < form.length ? count : 100 + count % 100]],
      { number: number.format(count) });

  /* Boxes are `left`, `right`, `top` and `bottom` in px. */
  const overlaps = (one, other) => one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom;

  window.coverageElements = { element, shape, number, words, filled, people, counted, overlaps };
})();
