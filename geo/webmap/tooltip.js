/* What is said of a district where the pointer is: one box for the map and its inset. */
(function () {
  "use strict";

  const { element, number, words, filled, people, counted } = window.coverageElements;
  const GAP = 14; // px from the pointer

  /* Put the tooltip into the map. It is gone with the pointer, when the map moves and on touch. */
  function mount(map) {
    const holder = map.getContainer();
    const tip = element("div", { id: "tooltip" });
    tip.hidden = true;
    holder.append(tip);
    let shown = null, touched = false;

    function hide() { tip.hidden = true; shown = null; }

    /* Show what `describe()` returns at a point of the window; `key` tells one content from another. */
    function show(key, describe, { clientX, clientY }) {
      if (touched) return;
      if (shown !== key) tip.replaceChildren(describe());
      shown = key;
      tip.hidden = false;
      const frame = holder.getBoundingClientRect();
      const x = clientX - frame.left, y = clientY - frame.top;
      const before = x + GAP + tip.offsetWidth > frame.width;
      const over = y + GAP + tip.offsetHeight > frame.height;
      tip.style.left = `${Math.max(2, before ? x - GAP - tip.offsetWidth : x + GAP)}px`;
      tip.style.top = `${Math.max(2, over ? y - GAP - tip.offsetHeight : y + GAP)}px`;
    }

    for (const kind of ["pointerdown", "pointermove"]) {
      holder.addEventListener(kind, (event) => {
        touched = event.pointerType === "touch";
        if (touched) hide();
      }, { capture: true });
    }
    holder.addEventListener("mouseleave", hide);
    window.addEventListener("blur", hide);
    map.on("movestart zoomstart", hide);
    return { show, hide };
  }

  /* Return what is known of a district, as lines; the first is its name. */
  function lines(district, place, values) {
    const participants = values.participants[place], trainings = values.trainings[place];
    const venue = values.venues.find((one) => one.pcode === district.pcode);
    const held = trainings ? counted(trainings, words.trainings) : "";
    return [
      district.name,
      district.province,
      values.statuses[values.status[place]],
      ...(participants === null ? [] : [counted(participants, words.participants)]),
      ...(held ? [filled(words.agencies,
        { trainings: held, number: number.format(values.agencies[place]) })] : []),
      ...(venue ? [counted(venue.trainings, words.venue)] : []),
      population(district),
      ...(district.includes.length
        ? [filled(words.including, { others: district.includes.join(", ") })] : []),
    ];
  }

  /* The people of a district, and those of others that are counted with them or that hold them. */
  function population(district) {
    const named = (text, frame, names) =>
      names.length ? filled(frame, { words: text, others: names.join(words.and) }) : text;
    const text = filled(words.population, { people: people(district.population) });
    return named(named(text, words.withOthers, district.population_includes),
      words.within, district.population_in);
  }

  function content(texts) {
    return element("div", { class: "about" }, texts.map((text, place) => {
      const line = element(place ? "div" : "strong");
      line.textContent = text;
      return line;
    }));
  }

  window.coverageTooltip = { mount, lines, content };
})();
