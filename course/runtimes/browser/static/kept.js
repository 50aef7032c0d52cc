// What a browser keeps of the course: one record an event, so that two pages and a page that is
// killed lose nothing; small things by name; and how lessons stood when they were last seen.

const NAME = "course";
const STORES = ["events", "small", "seen"];

/** @typedef {{cleared: boolean, lines: string[], small: Record<string, string | null>}} Handed */

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

  /** Make durable what was handed over: all of it or nothing. */
  keep(/** @type {Handed} */ { cleared, lines, small }) {
    return this.#write(["events", "small", "seen"], ([events, things, seen]) => {
      if (cleared) for (const store of [events, things, seen]) store.clear();
      for (const line of lines) events.put(line, JSON.parse(line).id);
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
    return this.#write(["seen"], ([seen]) => seen.put(standing, page));
  }

  #all(/** @type {string} */ store) {
    return done(this.database.transaction(store).objectStore(store).getAll());
  }

  /**
   * @param {string[]} names
   * @param {(stores: IDBObjectStore[]) => void} work
   * @returns {Promise<void>}
   */
  #write(names, work) {
    return new Promise((resolve, reject) => {
      const writing = this.database.transaction(names, "readwrite", { durability: "strict" });
      writing.oncomplete = () => resolve();
      writing.onabort = writing.onerror = () => reject(writing.error);
      work(names.map((name) => writing.objectStore(name)));
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
