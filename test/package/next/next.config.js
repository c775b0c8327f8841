// The packages beside this folder are links to the repository's, which lie somewhere else.
export default { turbopack: { root: '/' } }
