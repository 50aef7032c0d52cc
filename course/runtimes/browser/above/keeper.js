// The course without a network. It lies at the root of the folder, since a service worker answers for
// what lies below it; the first line, which the builder writes, says what the version holds.
//
// A version is fetched as a whole or not at all, and its pages name folders that are the version's own:
// so a page and what it loads always belong together, whichever version it is of. A newer one answers
// as soon as it is all here: a page that is open goes on with its own files, and the next is the newer.

/** @type {{version: string, files: Record<string, string>}} the files of this version, and the hash of each */
const course = JSON.parse(/** @type {any} */ (self).COURSE);
const NAME = "course-";
const OURS = `${NAME}${course.version}`;
/** @type {any} a service worker, for which the checker has no types here */
const worker = self;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fetchAll().then(() => worker.skipWaiting())));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data.script in course.files) event.waitUntil(tidy()); // a page of this version is open
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});

/** Keep all of this version. What the page has fetched already is not fetched again. */
async function fetchAll() {
  const cache = await caches.open(OURS);
  const left = Object.entries(course.files);
  const some = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      const [file, integrity] = one; // a folder that is just being replaced is not kept by halves
      const isPage = file.endsWith(".html") || !file.includes("/"); // others lie in folders of their version
      const found = await fetch(new Request(file, { integrity, cache: isPage ? "no-cache" : "force-cache" }));
      if (!found.ok) throw new Error(`${file}: ${found.status}`);
      // A page that was led on from "x.html" to "x" could not be shown: it is kept as what it says.
      await cache.put(file, found.redirected ? new Response(found.body, { headers: found.headers }) : found);
    }
  };
  await Promise.all([some(), some(), some()]); // a few at a time: somebody is reading
}

/** What is kept of a file, or what the network has. Another version's files are its own. */
async function answer(/** @type {Request} */ request) {
  const address = new URL(request.url);
  const root = worker.registration.scope;
  const file = address.href.slice(root.length).split(/[?#]/)[0];
  const named = [file, `${file}.html`, `${file}index.html`].find((one) => one in course.files) ?? file;
  const own = await (await caches.open(OURS)).match(root + named) ?? await caches.match(root + named);
  if (!own) return fetch(request);
  // What is kept has an address without a question; a worker that is asked one reads it in its address.
  return address.search ? new Response(own.body, { headers: own.headers }) : own;
}

/** Remove other versions, unless a page may be open that is made of one, or one is on its way. */
async function tidy() {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== OURS);
  if (open.length > 1 || worker.registration.installing || worker.registration.waiting) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}
