// A participant's telephone: comes in by the address on the screen, or by the code.

import { h } from "../../../widgets/static/elements.js";
import { InRoom } from "./in-room.js";
import { lastDoor } from "./kept.js";
import { ask, given } from "./line.js";

const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const door = location.hash.slice(1) || lastDoor();
history.replaceState(null, "", location.pathname + location.search); // the room's address stays in no bar
if (door) new InRoom(door);
else atDoor("");

/** Ask for the code that is on the screen. */
function atDoor(/** @type {string} */ problem) {
  const input = h("input", { id: "code", type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "12", "aria-describedby": "code-help" });
  const wrong = h("p", { class: "problem", role: "alert" }, problem);
  const enter = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      const { status, told } = await ask("enter", { code: input.value, in: language });
      if (status === 200) return void new InRoom(told.door, told.state);
      wrong.textContent = told.problem ?? words["no-server"];
    } catch {
      wrong.textContent = words["no-server"];
    }
    input.focus();
  };
  view.replaceChildren(h("form", { class: "door", onsubmit: enter },
    h("h1", {}, words["come-in"]), h("label", { for: "code" }, words.code), input,
    h("p", { id: "code-help", class: "soft" }, words["code-help"]), wrong,
    h("button", { type: "submit" }, words.enter)));
}
