// A session over a WebSocket. Messages go out in their order and wait while the line is down; an
// answer is kept here until it is durable, and is sent again when the line is back. It has an id,
// so that the session takes it once.

/** @import { Change, Changes, Listener, Message, Session } from "#types" */
/** @typedef {{exercise: string, message: Message}} Sent */
/** @typedef {{exercise: string, message: Extract<Message, {id?: string}>}} Answer  what is kept in the journal */
/** @typedef {{[Name in keyof Changes]: {exercise: string, name: Name, value: Changes[Name]}}[keyof Changes]} Told */
/** @typedef {ReturnType<typeof setTimeout> | undefined} Timer */

const PAUSES = [200, 400, 800, 1500, 3000]; // ms before each attempt to come back
const PATIENCE = 1500; // ms that the line may be down before anybody is told
const KEPT_AFTER = 2000; // ms after which a draft that was sent is surely kept at the other end

/** @implements {Session} */
export class SocketSession {
  /** @type {Map<string, Set<Listener>>} */
  #listeners = new Map();
  /** @type {Sent[]} */
  #queue = [];
  /** @type {Map<string, Answer>} by their ids, until they are durable */
  #answers = new Map();
  /** @type {Map<string, Message>} */
  #drafts = new Map();
  /** @type {Timer} to the next attempt */
  #timer;
  /** @type {Timer} until the watcher is told */
  #patience;
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
    this.socket = this.#connect();
  }

  /**
   * @param {string} exercise
   * @param {Message} message
   */
  send(exercise, message) {
    if (isKept(message)) {
      const id = crypto.randomUUID?.().replaceAll("-", "") ?? identifier();
      const answer = /** @type {Answer} */ ({ exercise, message: { ...message, id } });
      this.#answers.set(id, answer);
      if (message.do === "answer") this.#drafts.delete(exercise);
      this.#tell(answer);
    } else if (message.do === "draft") this.#draft(exercise, message);
    else this.#tell({ exercise, message });
  }

  /**
   * @param {string} exercise
   * @param {Listener} listener
   */
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
    if (this.socket.readyState === WebSocket.CLOSED) this.socket = this.#connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    this.socket.close();
  }

  #isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  #tell(/** @type {Sent} */ sent) {
    if (this.#isOpen()) this.socket.send(JSON.stringify(sent));
    else if (!isKept(sent.message)) this.#queue.push(sent);
  }

  // Sent again with a later line it would be later than an answer that another tab has given.
  #draft(/** @type {string} */ exercise, /** @type {Message} */ message) {
    this.#drafts.set(exercise, message);
    if (!this.#isOpen()) return;
    this.#tell({ exercise, message });
    const { socket } = this;
    setTimeout(() => {
      const isLatest = this.#drafts.get(exercise) === message;
      if (isLatest && socket === this.socket && this.#isOpen()) this.#drafts.delete(exercise);
    }, KEPT_AFTER);
  }

  /** @returns {WebSocket} */
  #connect() {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.address);
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = () => this.#down();
    return socket;
  }

  #opened() {
    this.#attempts = 0;
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (this.#told) this.watcher.back();
    this.#told = false;
    for (const sent of this.#answers.values()) this.#tell(sent);
    for (const [exercise, message] of this.#drafts) this.#draft(exercise, message);
    for (const sent of this.#queue.splice(0)) this.#tell(sent);
  }

  #down() {
    if (this.#closed) return;
    const pause = PAUSES[Math.min(this.#attempts++, PAUSES.length - 1)];
    this.#timer = setTimeout(() => { this.socket = this.#connect(); }, pause);
    this.#patience ??= setTimeout(() => {
      this.#told = true;
      this.watcher.lost();
    }, PATIENCE);
  }

  #receive(/** @type {Told} */ { exercise, name, value }) {
    if (name === "saved" && value.kept) this.#done(exercise, (n) => n <= (value.n ?? -1));
    // A deal that makes no answer yet is replied to by a state alone; what is recorded, by "saved".
    const isNothingToSave = name === "state" && value.deal && (!value.deal.over || value.deal.practice);
    if (isNothingToSave || (name === "state" && value.problem)) this.#done(exercise, (n) => n === value.n);
    const change = /** @type {Change} */ ([name, value]);
    for (const listener of this.#listeners.get(exercise) ?? []) listener(...change);
  }

  /**
   * What need not be sent again.
   * @param {string} exercise
   * @param {(n: number) => boolean} isDone  by the number of the message
   */
  #done(exercise, isDone) {
    for (const [id, sent] of this.#answers) {
      const { n } = sent.message;
      if (sent.exercise === exercise && n !== undefined && isDone(n)) this.#answers.delete(id);
    }
  }
}

/**
 * Whether a message says something that the journal keeps.
 * @param {Message} message
 */
function isKept(message) {
  return ["answer", "try", "recall", "promise", "outcome", "plan"].includes(message.do);
}

/** Where a page is served without a secure context, browsers make no identifiers. */
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
