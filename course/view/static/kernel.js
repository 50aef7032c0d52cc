// A small client of a Jupyter kernel: widgets' models over comms, and nothing else.
//
// Voilà's own client is JupyterLab's, two megabytes that load after the kernel has answered. Every
// widget of the course is an anywidget with plain files, so a page needs only the messages of
// https://jupyter-client.readthedocs.io/en/stable/messaging.html that carry a model's state.

const identifier = () => crypto.randomUUID().replaceAll("-", "");

/** A widget's model, with the part of anywidget's interface that the views use. */
class Model {
  #listeners = new Map();

  constructor(id, state, kernel) {
    this.id = id;
    this.state = state;
    this.kernel = kernel;
  }

  get(name) {
    return this.state[name];
  }

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  send(content) {
    this.kernel.tell(this.id, { method: "custom", content });
  }

  updated(state) {
    Object.assign(this.state, state);
    for (const name of Object.keys(state)) this.#call(`change:${name}`, state[name]);
  }

  received(content) {
    this.#call("msg:custom", content);
  }

  #call(event, value) {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }
}

/** A connection to a running kernel; `onlost` is called once, when the kernel or the line is gone. */
export class Kernel {
  #models = new Map();
  #waiting = new Map();
  #queue = [];
  #lost = false;

  constructor(server, id, onlost) {
    this.id = id;
    this.session = identifier();
    this.onlost = onlost;
    const address = new URL(`${server}api/kernels/${id}/channels`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.searchParams.set("session_id", this.session);
    this.socket = new WebSocket(address);
    this.socket.onopen = () => {
      for (const message of this.#queue.splice(0)) this.socket.send(message);
    };
    this.socket.onmessage = ({ data }) => {
      if (typeof data === "string") this.#receive(JSON.parse(data)); // no view sends binary data
    };
    this.socket.onclose = () => this.#gone();
  }

  /** The model of a widget; its state is asked for unless the kernel has told it already. */
  model(id) {
    const known = this.#models.get(id);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.tell(id, { method: "request_state" });
    });
  }

  /** Send a comm message to a widget. */
  tell(comm, data) {
    const header = {
      msg_id: identifier(), msg_type: "comm_msg", session: this.session, username: "",
      version: "5.4", date: new Date().toISOString(),
    };
    const message = JSON.stringify({
      channel: "shell", header, parent_header: {}, metadata: {}, buffers: [],
      content: { comm_id: comm, data },
    });
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(message);
    else this.#queue.push(message);
  }

  close() {
    this.#lost = true;
    this.socket.close();
  }

  #receive({ header, content }) {
    if (header.msg_type === "comm_open" && content.target_name === "jupyter.widget") {
      this.#know(content.comm_id, content.data.state);
    } else if (header.msg_type === "comm_msg") {
      this.#comm(content.comm_id, content.data);
    } else if (header.msg_type === "status"
      && ["restarting", "autorestarting", "dead"].includes(content.execution_state)) {
      this.#gone();
    }
  }

  #comm(id, { method, state, content }) {
    if (method === "custom") this.#models.get(id)?.received(content);
    else if (method === "update" && this.#models.has(id)) this.#models.get(id).updated(state);
    else if (method === "update") this.#know(id, state);
  }

  #know(id, state) {
    const model = this.#models.get(id) ?? new Model(id, state, this);
    this.#models.set(id, model);
    this.#waiting.get(id)?.(model);
    this.#waiting.delete(id);
  }

  #gone() {
    if (this.#lost) return;
    this.#lost = true;
    this.onlost();
  }
}
