import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const src = fileURLToPath(new URL('../../../src/', import.meta.url))

export default defineConfig({
  plugins: [react()],
  cacheDir: fileURLToPath(new URL('../../../.cache/vite-docs/', import.meta.url)),
  resolve: {
    alias: [
      { find: /^matrix-phone-verification$/, replacement: `${src}index.ts` },
      { find: /^matrix-phone-verification\/styles\.css$/, replacement: `${src}styles.css` },
    ],
  },
})
