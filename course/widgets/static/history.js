// A way back and forth in what has been done.

/**
 * What stands now, with the way back and forth; nothing that is in it is ever changed in place.
 * @template Done
 * @param {() => Done} blank  how it is before anything is done
 */
export function backAndForth(blank) {
  let now = blank();
  /** @type {Done[]} */
  let past = [];
  /** @type {Done[]} */
  let future = [];
  const to = (/** @type {Done | undefined} */ next, /** @type {Done[]} */ kept) => {
    if (!next) return false;
    kept.push(now);
    now = next;
    return true;
  };
  return {
    now: () => now,
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    canRestart: () => JSON.stringify(now) !== JSON.stringify(blank()),
    add: (/** @type {(now: Done) => void} */ change) => {
      const next = structuredClone(now);
      change(next);
      future = [];
      to(next, past);
    },
    undo: () => to(past.pop(), future),
    redo: () => to(future.pop(), past),
    restart: () => to(blank(), past),
    /** Go on with what was done at another time. */
    begin: (/** @type {Done} */ next) => { [now, past, future] = [next, [], []]; },
  };
}
