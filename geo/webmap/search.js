/* Finds districts by what is typed: every spelling that is known of them, in Latin or Urdu letters.
 *
 * A part of a spelling is enough. Where none has it, the names that look most alike are offered.
 */
(function () {
  "use strict";

  const ALIKE = 0.5; // share of pairs of letters that two names have in common
  const MOST_ALIKE = 5;

  /* Write a text as the spellings are written (`geo.names.spelling.folded`). */
  function folded(text, letters) {
    const spread = text.normalize("NFKC").toLowerCase().normalize("NFKD");
    const kept = spread.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "").replace(/[ʼʻ]/g, " ");
    const same = [...kept].map((letter) => letters[letter] ?? letter).join("");
    return same.replace(/&/g, " and ").replace(/[^\p{L}\p{N}]+/gu, " ").normalize("NFC").trim();
  }

  /* How well a spelling answers what is sought: 3 the same, 2 begins with it, 1 a word has it or
   * words from it on begin with it, with or without the spaces. */
  function rank(spelling, sought) {
    if (spelling === sought) return 3;
    if (spelling.startsWith(sought)) return 2;
    const every = spelling.split(" "), run = sought.replaceAll(" ", "");
    return every.some((word, from) => word.includes(sought)
      || every.slice(from).join("").startsWith(run)) ? 1 : 0;
  }

  const pairs = (text) => new Set([...text].slice(1).map((letter, place) => text[place] + letter));

  function alike(spelling, sought) {
    const some = pairs(spelling), others = pairs(sought);
    const both = [...some].filter((pair) => others.has(pair)).length;
    return 2 * both / (some.size + others.size || 1);
  }

  /* Return the places in the list of what is found, the best first, and whether they only look
   * alike. */
  function find(text, { districts, letters }) {
    const sought = folded(text, letters);
    const best = (measure) => districts
      .map(({ spellings }, place) => [place, Math.max(...spellings.map(measure))]);
    const found = best((spelling) => rank(spelling, sought)).filter(([, score]) => score)
      .sort((one, other) => other[1] - one[1]);
    if (found.length || !sought) return { places: found.map(([place]) => place), alike: false };
    const near = best((spelling) => alike(spelling, sought)).filter(([, score]) => score >= ALIKE)
      .sort((one, other) => other[1] - one[1]).slice(0, MOST_ALIKE);
    return { places: near.map(([place]) => place), alike: near.length > 0 };
  }

  window.coverageSearch = { find };
})();
