// An engine at the other end of a worker, which the test plays.

/** Every worker that has been started, the latest last. */
export class Engine {
  /** @type {Engine[]} */
  static all = [];

  /** Put in the place of Worker, with none started yet. */
  static install() {
    Engine.all = [];
    Object.assign(globalThis, { Worker: Engine });
  }

  static get latest() {
    return Engine.all[Engine.all.length - 1];
  }

  /** @type {any[]} */
  sent = [];
  /** @type {(event: {data: any}) => void} */
  onmessage = () => {};
  onerror = () => {};
  isOver = false;

  constructor(/** @type {string} */ url, /** @type {{type: string}} */ how) {
    this.url = url;
    this.type = how.type;
    Engine.all.push(this);
  }

  postMessage(/** @type {any} */ message) {
    this.sent.push(structuredClone(message));
  }

  terminate() {
    this.isOver = true;
  }

  /** What the engine says of an exercise. */
  tell(/** @type {string} */ exercise, /** @type {string} */ name, /** @type {any} */ value) {
    this.say({ exercise, name, value });
  }

  say(/** @type {any} */ data) {
    this.onmessage({ data });
  }
}
