// What a browser keeps of the course: one record an event, so that two pages and a page that is
// killed lose nothing; small things by name; and how lessons stood when they were last seen.

const NAME = "course";
const STORES = ["events", "small", "seen"];
const NOTHING = "nothing"; // a record of its own among what was seen: the learner wants nothing kept

/** The name of the fault of a write that was refused, since nothing is to be kept. */
export const REFUSED = "NothingIsKept";

/** @typedef {{cleared: boolean, lines: string[], small: Record<string, string | null>, removed?: string[]}} Handed */

/** Open the database; it is made on the first visit. Rejects where the browser keeps nothing. */
export function open() {
  return /** @type {Promise<Kept>} */ (new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const store of STORES) asked.result.createObjectStore(store);
    };
    asked.onsuccess = () => resolve(new Kept(asked.result));
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  }));
}

class Kept {
  constructor(/** @type {IDBDatabase} */ database) {
    this.database = database;
    database.onversionchange = () => database.close(); // a newer version of the course opens it
  }

  /** The lines of all events. */
  async lines() {
    return /** @type {string[]} */ (await this.#all("events"));
  }

  /** The small things, by name. */
  async small() {
    const store = this.database.transaction("small").objectStore("small");
    const [names, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return Object.fromEntries(names.map((name, i) => [String(name), texts[i]]));
  }

  /** Whether the learner wants nothing kept. */
  async keepsNothing() {
    return await this.seen(NOTHING) === true;
  }

  /** Keep nothing, and delete all there is; or keep again. */
  keepNothing(/** @type {boolean} */ isWanted) {
    return this.#change((stores) => {
      for (const store of isWanted ? stores : []) store.clear();
      const [, , seen] = stores;
      if (isWanted) seen.put(true, NOTHING);
      else seen.delete(NOTHING);
    });
  }

  /** Make durable what was handed over: all of it or nothing. */
  keep(/** @type {Handed} */ { cleared, lines, small, removed = [] }) {
    return this.#write(([events, things, seen]) => {
      if (cleared) for (const store of [events, things, seen]) store.clear();
      for (const line of lines) events.put(line, JSON.parse(line).id);
      for (const id of removed) events.delete(id);
      for (const [name, text] of Object.entries(small)) {
        if (text === null) things.delete(name);
        else things.put(text, name);
      }
    });
  }

  /** How a page stood when it was last seen; undefined if it never was. */
  seen(/** @type {string} */ page) {
    return done(this.database.transaction("seen").objectStore("seen").get(page));
  }

  /** Remember how a page stands, for the next time. */
  see(/** @type {string} */ page, /** @type {unknown} */ standing) {
    return this.#write(([, , seen]) => seen.put(standing, page));
  }

  #all(/** @type {string} */ store) {
    return done(this.database.transaction(store).objectStore(store).getAll());
  }

  /**
   * Write, unless nothing is to be kept. That is looked up on the way, so that no page which has not
   * heard of it yet can be late with an answer.
   * @param {(stores: IDBObjectStore[]) => void} work
   */
  #write(work) {
    return this.#change((stores, refuse) => {
      const [, , seen] = stores;
      const asked = seen.get(NOTHING);
      asked.onsuccess = () => {
        if (asked.result === true) refuse();
        else try {
          work(stores);
        } catch (fault) { // here nobody would hear of it
          refuse(fault);
        }
      };
    });
  }

  /**
   * @param {(stores: IDBObjectStore[], refuse: (fault?: unknown) => void) => void} work
   * @returns {Promise<void>}
   */
  #change(work) {
    return new Promise((resolve, reject) => {
      const writing = this.database.transaction(STORES, "readwrite", { durability: "strict" });
      writing.oncomplete = () => resolve();
      writing.onabort = writing.onerror = () => reject(writing.error ?? new DOMException("nothing is to be kept", REFUSED));
      work(STORES.map((name) => writing.objectStore(name)), (fault) => {
        if (fault) reject(fault); // the database itself would only say that it was left off
        writing.abort();
      });
    });
  }
}

/**
 * What a question to the database comes to.
 * @template T
 * @param {IDBRequest<T>} asked
 * @returns {Promise<T>}
 */
function done(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
