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

  taken.addEventListener("pointerdown", (event) => {
    wasDragged = false;
    if (event.button === 0 && event.pointerType !== "touch") from = { x: event.clientX, y: event.clientY };
  });
  taken.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!isHeld && Math.hypot(x, y) < LIFTED) return;
    if (!isHeld) taken.setPointerCapture?.(event.pointerId);
    taken.style.transform = `translate(${x}px, ${y}px)`;
    hold(true, isOver(inside(event)));
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) taken.addEventListener(name, (event) => {
    const isDropped = isHeld && name === "pointerup" && isOver(inside(event));
    wasDragged = isHeld;
    from = null;
    taken.style.transform = "";
    hold(false, false);
    if (isDropped) drop();
  });
  // What was dragged has not been pressed as well.
  taken.addEventListener("click", (event) => {
    if (!wasDragged) return;
    wasDragged = false;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  taken.addEventListener("dragstart", (event) => event.preventDefault());
}
