// The packages beside this folder are links to the repository's, which lie somewhere else.
// A new app has both; `cacheComponents` refuses a page that reads the time of day while it is built.
export default { cacheComponents: true, partialPrefetching: true, turbopack: { root: '/' } }
