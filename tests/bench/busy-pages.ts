/** What busy pages do, as scripts for the page itself. As text, because functions lose what the compiler adds around them on the way into a page. */

/**
 * `benchMutate(count, batch)`: so many mutations in batches, each batch in one turn and followed by a layout, as a
 * framework does it. Resolves with the ms of the page's own work. The page is as before when it ends.
 */
export const MUTATE = `globalThis.benchMutate = async (count, batch) => {
  const homes = [...document.querySelectorAll("article p")];
  let work = 0;
  let last = [];
  for (let done = 0; done < count; done += batch) {
    const started = performance.now();
    for (const tile of last) tile.remove();
    last = [];
    for (let at = 0; at < batch; at += 4) {
      const home = homes[(done + at) % homes.length];
      const tile = document.createElement("i");
      tile.textContent = "new";
      home.append(tile);
      tile.firstChild.data = "old";
      // Frameworks write the same words again.
      home.firstChild.data = home.firstChild.data;
      last.push(tile);
    }
    document.body.offsetHeight;
    work += performance.now() - started;
    await new Promise((next) => setTimeout(next));
  }
  for (const tile of last) tile.remove();
  return work;
};`;

/** `benchFrames()`: begins to note frames and long tasks. The function that it returns ends that and says what was seen. */
export const FRAMES = `globalThis.benchFrames = () => {
  let last = performance.now();
  const seen = { longestGap: 0, frames: 0, longTasks: 0 };
  let on = true;
  const frame = (now) => {
    seen.longestGap = Math.max(seen.longestGap, now - last);
    seen.frames += 1;
    last = now;
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(frame); });
  const observer = new PerformanceObserver((list) => { seen.longTasks += list.getEntries().length; });
  observer.observe({ entryTypes: ["longtask"] });
  globalThis.benchFramesEnd = () => {
    on = false;
    seen.longTasks += observer.takeRecords().length;
    observer.disconnect();
    return seen;
  };
};`;

/** A live range over the first words of each of `count` paragraphs: how one would mark them without knowing better. */
export const LIVE_RANGES = `globalThis.benchLive = (count) => {
  globalThis.benchRanges = [...document.querySelectorAll("article p")].slice(0, count).map((home) => {
    const range = new Range();
    range.setStart(home.firstChild, 0);
    range.setEnd(home.firstChild, Math.min(3, home.firstChild.length));
    return range;
  });
  return globalThis.benchRanges.length;
};`;
