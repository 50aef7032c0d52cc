// A session over a WebSocket. Messages go out in their order and wait while the line is down; an
// answer is kept here until it is durable, and is sent again when the line is back. It has an id,
// so that the session takes it once.

/**
 * What a page asks its session; adapters speak it over a socket, to a worker, to a notebook's kernel.
 * @typedef {object} Session
 * @property {(exercise: string, message: object) => void} send  about the page itself: exercise ""
 * @property {(exercise: string, listener: (name: string, value: any) => void) => () => void} on
 *   calls the listener with each change until the function that it gives is called
 * @property {() => boolean} busy  whether anything waits to be made durable
 */

const PAUSES = [200, 400, 800, 1500, 3000]; // ms before each attempt to come back
const PATIENCE = 1500; // ms that the line may be down before anybody is told
const KEPT_AFTER = 2000; // ms after which a draft that was sent is surely kept at the other end

/** @implements {Session} */
export class SocketSession {
  #listeners = new Map();
  #queue = [];
  #answers = new Map();
  #drafts = new Map();
  #attempts = 0;
  #told = false;
  #closed = false;

  /**
   * @param {string} address  the line's, from this page
   * @param {{lost: () => void, back: () => void}} watcher  told when the line is down for long, and up again
   */
  constructor(address, watcher) {
    this.address = new URL(address, location.href);
    this.address.protocol = this.address.protocol.replace("http", "ws");
    this.watcher = watcher;
    this.#connect();
  }

  send(exercise, message) {
    if (message.do === "answer") {
      message = { ...message, id: crypto.randomUUID?.().replaceAll("-", "") ?? identifier() };
      this.#answers.set(message.id, { exercise, message });
      this.#drafts.delete(exercise);
    }
    if (message.do === "draft") this.#draft(exercise, message);
    else this.#tell({ exercise, message });
  }

  on(exercise, listener) {
    const all = this.#listeners.get(exercise) ?? new Set();
    this.#listeners.set(exercise, all.add(listener));
    return () => all.delete(listener);
  }

  busy() {
    return this.#answers.size > 0 || (this.#drafts.size > 0 && !this.#isOpen());
  }

  /** Try to come back now rather than in a while. */
  again() {
    if (this.#isOpen() || this.#closed) return;
    this.#attempts = 0;
    if (this.socket.readyState === WebSocket.CLOSED) this.#connect();
  }

  close() {
    this.#closed = true;
    this.socket.close();
  }

  #isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  #tell(sent) {
    if (this.#isOpen()) this.socket.send(JSON.stringify(sent));
    else if (sent.message.do !== "answer") this.#queue.push(sent);
  }

  // Sent again with a later line it would be later than an answer that another tab has given.
  #draft(exercise, message) {
    this.#drafts.set(exercise, message);
    if (!this.#isOpen()) return;
    this.#tell({ exercise, message });
    setTimeout(() => {
      const isLatest = this.#drafts.get(exercise) === message;
      if (isLatest && this.#isOpen()) this.#drafts.delete(exercise);
    }, KEPT_AFTER);
  }

  #connect() {
    clearTimeout(this.timer);
    this.socket = new WebSocket(this.address);
    this.socket.onopen = () => this.#opened();
    this.socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    this.socket.onclose = () => this.#down();
  }

  #opened() {
    this.#attempts = 0;
    clearTimeout(this.patience);
    this.patience = null;
    if (this.#told) this.watcher.back();
    this.#told = false;
    for (const sent of this.#answers.values()) this.#tell(sent);
    for (const [exercise, message] of this.#drafts) this.#draft(exercise, message);
    for (const sent of this.#queue.splice(0)) this.#tell(sent);
  }

  #down() {
    if (this.#closed) return;
    const pause = PAUSES[Math.min(this.#attempts++, PAUSES.length - 1)];
    this.timer = setTimeout(() => this.#connect(), pause);
    this.patience ??= setTimeout(() => {
      this.#told = true;
      this.watcher.lost();
    }, PATIENCE);
  }

  #receive({ exercise, name, value }) {
    if (name === "saved" && value.kept) {
      this.#answers.forEach((sent, id) => {
        if (sent.exercise === exercise && sent.message.n <= value.n) this.#answers.delete(id);
      });
    }
    if (name === "state" && value.problem) {
      this.#answers.forEach((sent, id) => {
        if (sent.exercise === exercise && sent.message.n === value.n) this.#answers.delete(id);
      });
    }
    for (const listener of this.#listeners.get(exercise) ?? []) listener(name, value);
  }
}

/** Where a page is served without a secure context, browsers make no identifiers. */
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
