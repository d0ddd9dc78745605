/* Runs in the page under measure, before the page's own scripts.
 *
 * Looks at every frame that the browser paints: which colours the districts have (or, on a page
 * without a map, which text stands there), and notes when that changes, counted from the key
 * press. All times are milliseconds of one clock, that of the top page.
 *
 * `benchSubject` is set before this file: {frame, shapes} for a map, {text} for a page without.
 */
(function () {
  "use strict";
  if (window !== window.top) return;

  const QUIET_MS = 250; // so long nothing may change before the next key is pressed
  const UNSEEN_MS = 2500; // a change that shows nothing in so long shows nothing
  const subject = window.benchSubject;
  const seen = { look: "", since: 0, lastFrame: 0, firstPaint: null, picture: null, place: "", placeSince: 0 };
  let change = { pressed: null, before: "", changed: null, blank: 0 };

  function mapDocuments() {
    return [...document.querySelectorAll(`iframe[title="${subject.frame}"]`)]
      .filter((frame) => frame.clientHeight > 0 && frame.contentDocument)
      .map((frame) => frame.contentDocument);
  }

  function districts() {
    return mapDocuments().flatMap((page) => [...page.querySelectorAll(subject.shapes)]);
  }

  /* What a visitor sees of the figures; empty where nothing is painted. */
  function look() {
    if (subject.text) {
      return [...document.querySelectorAll(subject.text)].map((one) => one.textContent).join("|");
    }
    return districts()
      .map((one) => one.ownerDocument.defaultView.getComputedStyle(one))
      .map((style) => style.fill + style.fillOpacity)
      .join("|");
  }

  function place() {
    const boxes = districts().map((one) => one.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return [left, top, right, bottom].map(Math.round).join(" ");
  }

  function running() {
    const app = document.querySelector('[data-testid="stApp"]');
    return !app || app.dataset.testScriptState !== "notRunning";
  }

  function frame() {
    const now = performance.now();
    const shown = look();
    if (shown === "" && seen.firstPaint !== null) change.blank += now - seen.lastFrame;
    if (shown !== seen.look || running()) seen.since = now;
    if (shown !== "" && seen.firstPaint === null) seen.firstPaint = now;
    if (seen.picture === null && document.querySelector(".map-picture")?.clientWidth) {
      seen.picture = now; // the map in the page itself, which does not answer yet
    }
    if (change.pressed !== null && change.changed === null && shown !== "" && shown !== change.before) {
      change.changed = now;
    }
    seen.look = shown;
    seen.lastFrame = now;
    requestAnimationFrame(frame);
  }

  function quiet() {
    return seen.look !== "" && performance.now() - seen.since > QUIET_MS;
  }

  window.benchWatch = {
    painted: () => seen.firstPaint,
    seen: () => seen.picture ?? seen.firstPaint,
    quiet,
    arm: () => { change = { pressed: null, before: seen.look, changed: null, blank: 0 }; },
    settled: () =>
      change.pressed !== null && quiet() &&
      (change.changed !== null || performance.now() - change.pressed > UNSEEN_MS),
    change: () => ({
      ms: change.changed === null ? null : change.changed - change.pressed,
      blank_ms: change.blank,
    }),
    place,
    still: () => {
      const now = place();
      if (now !== seen.place) { seen.place = now; seen.placeSince = performance.now(); }
      return performance.now() - seen.placeSince > QUIET_MS;
    },
  };

  document.addEventListener("keydown", (event) => { change.pressed = event.timeStamp; }, true);
  requestAnimationFrame(frame);
})();
