// An option dragged onto the board, or off it, by a mouse or a pen: the same as pressing it. A finger that
// moves scrolls the page, and a press is the way there.

const LIFTED = 6; // px that a pointer moves before it drags

/**
 * Let something be dragged to where it is dropped.
 * @param {HTMLElement} taken  what is pressed and followed
 * @param {HTMLElement} onto  where it may be dropped
 * @param {{isOver: (inside: boolean) => boolean, drop: () => void}} does  `isOver` tells, of a pointer inside or
 *   outside `onto`, whether a drop there means anything
 */
export function draggable(taken, onto, { isOver, drop }) {
  /** @type {{x: number, y: number} | null} */
  let from = null;
  let isHeld = false;
  let wasDragged = false;

  function inside(/** @type {PointerEvent} */ { clientX: x, clientY: y }) {
    const { left, right, top, bottom } = onto.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  function hold(/** @type {boolean} */ now, /** @type {boolean} */ over) {
    isHeld = now;
    taken.classList.toggle("held", now);
    onto.classList.toggle("under", now && over);
  }

  function move(/** @type {PointerEvent} */ event) {
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!isHeld && Math.hypot(x, y) < LIFTED) return;
    taken.style.transform = `translate(${x}px, ${y}px)`;
    hold(true, isOver(inside(event)));
  }

  function leave(/** @type {PointerEvent} */ event) {
    const isDropped = isHeld && event.type === "pointerup" && isOver(inside(event));
    wasDragged = isHeld;
    from = null;
    taken.style.transform = "";
    hold(false, false);
    listen("removeEventListener");
    if (isDropped) drop();
  }

  /** Hear the pointer wherever it goes: it has left a small thing before that thing is lifted. */
  function listen(/** @type {"addEventListener" | "removeEventListener"} */ how) {
    document[how]("pointermove", /** @type {EventListener} */ (move));
    for (const name of ["pointerup", "pointercancel"]) document[how](name, /** @type {EventListener} */ (leave));
  }

  taken.addEventListener("pointerdown", (event) => {
    wasDragged = false;
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = { x: event.clientX, y: event.clientY };
    listen("addEventListener");
  });
  // What was dragged has not been pressed as well. A press of a key, which counts no clicks, is none of a drag.
  taken.addEventListener("click", (event) => {
    if (!wasDragged || event.detail === 0) return;
    wasDragged = false;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  taken.addEventListener("dragstart", (event) => event.preventDefault());
}
