// A server at the other end of a WebSocket, which the test plays.

/** Every socket that has been opened, the latest last. */
export class Wire {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;

  /** @type {Wire[]} */
  static all = [];

  /** Put in the place of WebSocket, with nothing opened yet. */
  static install() {
    Wire.all = [];
    Object.assign(globalThis, { WebSocket: Wire });
  }

  static get latest() {
    return Wire.all[Wire.all.length - 1];
  }

  /** @type {any[]} */
  sent = [];
  readyState = Wire.CONNECTING;
  /** @type {() => void} */
  onopen = () => {};
  /** @type {() => void} */
  onclose = () => {};
  /** @type {(event: {data: string}) => void} */
  onmessage = () => {};

  constructor(/** @type {URL} */ url) {
    this.url = String(url);
    Wire.all.push(this);
  }

  send(/** @type {string} */ text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = Wire.CLOSED;
    this.onclose();
  }

  open() {
    this.readyState = Wire.OPEN;
    this.onopen();
  }

  /** What the server says. */
  tell(/** @type {string} */ exercise, /** @type {string} */ name, /** @type {any} */ value) {
    this.onmessage({ data: JSON.stringify({ exercise, name, value }) });
  }
}
