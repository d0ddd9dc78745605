/* The frame in which the map stands: its height, and the type, colours and keys of the page. */
(function () {
  "use strict";

  const { element } = window.coverageElements;

  const WIDE = 720; // px of the frame from which map and list lie side by side
  const LIST_HEIGHT = 340; // px of the list below the map on a narrow screen
  const SMALLEST_MAP = 340;
  const FOOT = 70; // px that a narrow map is taller than wide, for the inset
  const TALLEST_NARROW = 520;
  const SMALLEST_WIDE = 290;
  const TALLEST = 900;
  const BELOW_FRAME = 40; // px kept for the line that says as-of and source
  const BELOW_SLIDE = 76; // px kept for the notes under a slide

  const page = () => window.frameElement?.ownerDocument;
  const isWide = () => window.innerWidth >= WIDE;

  /* How tall the map itself is in the frame. */
  function mapHeight() {
    if (isWide()) return window.innerHeight;
    return Math.max(SMALLEST_MAP, Math.min(TALLEST_NARROW, window.innerWidth + FOOT));
  }

  /* As tall as the window of the page leaves under what stands above the frame. */
  function height(legend, presenting) {
    if (!isWide()) return mapHeight() + legend.offsetHeight + (presenting ? 0 : LIST_HEIGHT);
    const frame = window.frameElement;
    if (!frame) return 620; // the page is of another origin: its window cannot be measured
    const scrolled = frame.closest("[data-testid=stMain]")?.scrollTop ?? 0;
    const above = frame.getBoundingClientRect().top + scrolled;
    const left = window.parent.innerHeight - above - (presenting ? BELOW_SLIDE : BELOW_FRAME);
    if (presenting) return Math.max(SMALLEST_MAP, left);
    return Math.max(SMALLEST_WIDE, Math.min(TALLEST, left));
  }

  /* Keep the frame as tall as it is to be; `layOut()` is called when its size or type changes. */
  function hold(legend, isPresenting, layOut) {
    const set = window.Streamlit.setFrameHeight.bind(window.Streamlit);
    let told = 0;
    window.Streamlit.setFrameHeight = () => set(told = height(legend, isPresenting()));
    const follow = () => { layOut(); window.Streamlit.setFrameHeight(); };
    window.addEventListener("resize", () => {
      // As tall as was told: its place needs no room of its own. Any sooner, what stands below
      // would come into sight for a moment.
      if (told && window.innerHeight >= told - 1) {
        window.frameElement?.setAttribute("data-measured", "");
      }
      follow();
    });
    // What was measured before the style and the fonts came is measured anew.
    document.addEventListener("load", ({ target }) => {
      if (target.tagName === "LINK") follow();
    }, true);
    document.fonts?.addEventListener("loadingdone", follow);
    // A page that grows taller alone does not change the frame. The frame outlives no page.
    const around = page()?.defaultView;
    around?.addEventListener("resize", follow);
    window.addEventListener("pagehide", () => around?.removeEventListener("resize", follow));
  }

  /* The picture of the view that stood in the page goes once the map itself is seen. */
  function replacePicture() {
    const replace = () => page()?.querySelector(".opening")?.remove();
    requestAnimationFrame(() => requestAnimationFrame(replace));
  }

  /* Frames do not inherit fonts: take the page's own, which the browser has already. */
  function takeFonts() {
    for (const sheet of page()?.styleSheets ?? []) {
      let rules;
      try { rules = sheet.cssRules; } catch (error) { continue; } // of another origin
      for (const rule of rules) {
        if (rule.constructor.name !== "CSSFontFaceRule") continue;
        const base = sheet.href ?? page().baseURI;
        const text = rule.cssText.replace(/url\("?([^")]+)"?\)/g, (_, address) =>
          `url("${new URL(address, base)}")`);
        if (/Source Sans/.test(text)) document.head.append(element("style", {}, [text]));
      }
    }
  }

  /* The frame is told the colours of the page's theme, not its name. */
  function followTheme() {
    const colour = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) || [];
    const [red, green, blue, seen = 1] = colour.map(Number);
    if (!seen) return; // not told yet
    const dark = 0.3 * red + 0.59 * green + 0.11 * blue < 128;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    // Each message of the page appends one more style element; only the newest counts.
    const told = [...document.head.querySelectorAll("style")].filter((style) =>
      style.textContent.includes("--secondary-background-color")
    );
    told.slice(0, -1).forEach((style) => style.remove());
  }

  /* On a slide the keys that turn it work also after a click into the map. */
  const TURNING = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " ", "Escape"];
  function passKeysOn(event) {
    if (!TURNING.includes(event.key) || !page()) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const { key, code, keyCode, which } = event;
    for (const kind of ["keydown", "keyup"]) {
      page().body.dispatchEvent(
        new KeyboardEvent(kind, { key, code, keyCode, which, bubbles: true, cancelable: true })
      );
    }
  }

  // --- the focus and the profile, which the page shows outside the frame ------------------------

  const PROFILE = ".st-key-profile";
  const PATIENCE = 5000; // ms in which a profile that was asked for is there

  /* The focus goes to the first button of a profile when it is there. A pointer needs no ring
     around what it did not press; a key that follows does. */
  function followIntoPage() {
    const first = () => page().querySelector(`${PROFILE} button`);
    if (!page() || first()) return;
    const watch = new MutationObserver(() => {
      if (!first()) return;
      watch.disconnect();
      const [button, mark] = [first(), "data-by-pointer"];
      button.toggleAttribute(mark, !document.activeElement?.matches(":focus-visible"));
      const byKey = () => button.removeAttribute(mark);
      page().addEventListener("keydown", byKey, { capture: true, once: true });
      button.focus({ preventScroll: true });
    });
    watch.observe(page().body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), PATIENCE);
  }

  /* Whether the reader is by now at something else on the page. */
  function isElsewhere() {
    const at = page()?.activeElement;
    return Boolean(at) && at !== page().body && at !== window.frameElement && !at.closest(PROFILE);
  }

  window.coverageFrame = { isWide, mapHeight, hold, replacePicture, takeFonts, followTheme, passKeysOn,
    followIntoPage, isElsewhere };
})();
