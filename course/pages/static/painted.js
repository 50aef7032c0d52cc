// When the text can be read. What takes long waits for that, and keeps no reader waiting.

const READ = "first-contentful-paint";
const UNPAINTED = 500; // ms after which what waits goes on, whatever the browser tells

/** Fulfilled when the page is on the screen; at once where it is already, or where none is shown. */
export function painted() {
  if (document.hidden || performance.getEntriesByName(READ).length) return Promise.resolve();
  return new Promise((/** @type {(value?: undefined) => void} */ done) => {
    const watch = new PerformanceObserver((seen) => {
      if (!seen.getEntriesByName(READ).length) return;
      watch.disconnect();
      done();
    });
    watch.observe({ type: "paint", buffered: true });
    setTimeout(done, UNPAINTED);
  });
}
