// Keeps the pages of visits that were opened, so that they can be opened again without a connection. The server is always asked first.
const PAGES = 'assay-visits';
const isVisit = (url) => /\/assignments\/\d+$/.test(url.pathname);
const isPart = (url) => /\/(assets|webjars)\//.test(url.pathname);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !(isVisit(url) || isPart(url))) {
    return;
  }
  event.respondWith((async () => {
    const kept = await caches.open(PAGES);
    try {
      const answer = await fetch(request);
      if (answer.ok && !answer.redirected) {
        await kept.put(request, answer.clone());
      } else if (isVisit(url)) {
        // Who is logged out, or may not see it any more, finds nothing here either.
        await kept.delete(request);
      }
      return answer;
    } catch (offline) {
      const before = await kept.match(request, { ignoreVary: true });
      if (before) {
        return before;
      }
      throw offline;
    }
  })());
});
