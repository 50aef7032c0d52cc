// A card that can be dragged onto a place, or swiped to one of two; what is pressed stays pressable.

const FAR = 90; // px that a swipe goes at least

/**
 * Follow a pointer on the card; `drop` is told the place that the card is left on.
 * @param {HTMLElement} card
 * @param {HTMLElement[]} places
 * @param {(place: number) => void} drop
 * @param {() => boolean} mayMove
 * @returns {() => void} what ends it
 */
export function drag(card, places, drop, mayMove) {
  /** @type {{id: number, x: number, y: number} | null} */
  let from = null;

  /** The place under the pointer; or, where there are two, the one that a swipe leads to. */
  function under(/** @type {PointerEvent} */ event) {
    const { clientX: x, clientY: y } = event;
    const on = places.findIndex((place) => {
      const { left, right, top, bottom } = place.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    const across = from ? x - from.x : 0;
    if (on >= 0 || places.length !== 2 || Math.abs(across) < FAR) return on;
    return across < 0 ? 0 : 1;
  }

  function mark(/** @type {number} */ at) {
    for (const [i, place] of places.entries()) place.classList.toggle("under", i === at);
  }

  function move(/** @type {PointerEvent} */ event) {
    if (!from || event.pointerId !== from.id) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    card.style.transform = `translate(${x}px, ${y}px) rotate(${x / 40}deg)`;
    card.classList.add("held");
    mark(under(event));
  }

  function leave(/** @type {PointerEvent} */ event) {
    if (!from || event.pointerId !== from.id) return;
    const at = event.type === "pointerup" ? under(event) : -1;
    from = null;
    card.style.transform = "";
    card.classList.remove("held");
    mark(-1);
    if (at >= 0) drop(at);
  }

  function take(/** @type {PointerEvent} */ event) {
    if (event.button !== 0 || !mayMove()) return;
    from = { id: event.pointerId, x: event.clientX, y: event.clientY };
    card.setPointerCapture?.(event.pointerId);
  }

  card.addEventListener("pointerdown", take);
  card.addEventListener("pointermove", move);
  for (const over of ["pointerup", "pointercancel"]) card.addEventListener(over, /** @type {EventListener} */ (leave));
  return () => { from = null; };
}
