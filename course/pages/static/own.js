// One's own organisation: how its page reaches the session, over the server's address or in a worker.
// What is brought is asked about, and stays in the page until the learner agrees.

import { from } from "./connect.js";

const page = JSON.parse(document.getElementById("own-data")?.textContent ?? "");
const { words, language, address, xsrf } = page;
const engine = page.engine && from(page.engine);
/** @type {typeof import("../../widgets/static/own/page.js")} */
const { ownPage } = await import(`${from(page.files)}/widgets/static/own/page.js`);

/** @import { Ask } from "../../widgets/static/own/page.js" */

/** @type {Ask} to a server, as a form with files in it */
async function askServer(asked, ties, units) {
  const form = new FormData();
  form.append("_xsrf", xsrf);
  form.append("asked", JSON.stringify(asked));
  for (const [name, content] of /** @type {const} */ ([["ties", ties], ["units", units]])) {
    if (content?.length) form.append(name, new Blob([content]), name);
  }
  // A page that closes says so, and it arrives; a network could be larger than what may be sent like that.
  const answer = await fetch(address, { method: "POST", body: form, keepalive: asked.do === "leave" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @type {Promise<{call: (name: string, ...given: unknown[]) => Promise<string>}>} */
let session;
/** @type {(fault: Error) => void} */
let giveUp = () => {};
const lost = new Promise((_, reject) => { giveUp = reject; });
lost.catch(() => {}); // told to whoever asks

/** @type {Ask} to the engine; waits while that wakes */
async function askEngine(asked, ties, units) {
  session ??= import(`${engine}/worker-session.js`).then(({ WorkerSession }) =>
    WorkerSession.of(engine, language, "", { lost: () => giveUp(new Error("the engine is gone")), back: () => {} }));
  const nothing = new Uint8Array();
  const said = (await session).call("own", JSON.stringify(asked), ties ?? nothing, units ?? nothing);
  return JSON.parse(/** @type {string} */ (await Promise.race([said, lost])));
}

const root = document.getElementById("own");
if (root) ownPage(root, words, engine ? askEngine : askServer);
