import { fileURLToPath } from 'node:url'

// What is installed stands beside the apps.
export default { turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) } }
