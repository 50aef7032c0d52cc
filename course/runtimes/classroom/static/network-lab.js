// The class's own network in the network lab, for the instructor to try things in before the class: who is
// who, how strong the ties are, what happens without one, how far a new way of working comes.

import { h } from "../../../widgets/static/elements.js";
import { ask, given, sameInOther, secretOf } from "./line.js";
import { indexOf } from "./own-network.js";

/** @import { Listener, Message, Scene } from "#types" */

const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const key = secretOf("lead");
const problem = h("p", { class: "problem", role: "alert" });
/** @type {Set<Listener>} */
const listeners = new Set();
sameInOther(key);
draw();

/** What was asked for; null where it cannot be had, which is said in words. */
async function asked(/** @type {string} */ what, sent = {}) {
  problem.textContent = "";
  try {
    const { status, told } = await ask(what, { key, in: language, ...sent });
    if (status === 200) return told;
    problem.textContent = told.problem ?? words["no-server"];
  } catch {
    problem.textContent = words["no-server"];
  }
  return null;
}

/** What the lab asks: how it goes in the network as it is now. Nothing else of it is kept anywhere. */
async function send(/** @type {Message} */ message) {
  if (message.do !== "look") return;
  const scene = /** @type {Scene | null} */ (await asked("lab-look", { setting: message.setting }));
  if (scene) for (const hear of listeners) hear("scene", { ...scene, n: message.n });
}

async function draw() {
  view.replaceChildren(h("h1", {}, words["network-lab"]), problem);
  const told = await asked("lab");
  if (!told) return;
  const place = h("div", {});
  view.replaceChildren(h("h1", {}, words["network-lab"]), indexOf(told.network, words, language) ?? "", problem,
    h("h2", { class: "unseen" }, told.card.task.title), place); // the card's own heading is a third
  const { default: widget } = await import("../../../kinds/lab/view.js");
  widget.mount({
    card: told.card, send,
    on: (/** @type {Listener} */ listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  }, place);
}
