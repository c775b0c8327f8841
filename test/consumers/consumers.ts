/** An app that installs the package from the registry's tarball. */
export interface Consumer {
  /** As its page calls itself. */
  name: string
  /** The package whose version the table shows. */
  tool: string
  /** The app's folder in `apps`, built there. */
  folder: string
  /** The arguments of Node that build it. */
  build: string[]
  /**
   * The folder that is served when it is built, or the arguments of Node that serve it at the port in `PORT`. Without it
   * the app verifies a number while it is built, or is the bundle that is named below.
   */
  serve?: string | string[]
  /** The bundle of an app without pages. */
  bundle?: string
  /** What `NODE_ENV` is, if it is not `production`. */
  mode?: 'test' | 'development'
  note?: string
}

/** What they install of what the tests have, besides the peers. */
export const SHARED = [
  '@testing-library/dom',
  '@testing-library/react',
  '@testing-library/user-event',
  'react-test-renderer',
]

/** What they install besides, from the public registry. */
export const PINS: Record<string, string> = {
  webpack: '5.113.0',
  '@rspack/core': '2.3.3',
  parcel: '2.16.4',
  esbuild: '0.28.2',
  rollup: '4.68.8',
  '@rollup/plugin-commonjs': '29.0.3',
  '@rollup/plugin-node-resolve': '16.0.3',
  '@rollup/plugin-replace': '6.0.3',
  next: '16.4.5',
  '@react-router/dev': '7.18.4',
  '@react-router/node': '7.18.4',
  '@react-router/serve': '7.18.4',
  'react-router': '7.18.4',
  isbot: '5.2.3',
  vite: '7.3.8',
  astro: '5.18.2',
  '@astrojs/react': '4.4.2',
  '@babel/preset-env': '7.29.14',
  jest: '30.5.2',
  'jest-environment-jsdom': '30.5.2',
  'jest-fixed-jsdom': '0.0.11',
  '@react-native/babel-preset': '0.88.1',
  '@react-native/metro-babel-transformer': '0.88.1',
  metro: '0.87.1',
}

const bin = (path: string) => `../node_modules/${path}`
const NEXT = bin('next/dist/bin/next')

const packer = (name: string, tool: string): Consumer => {
  const script = name.toLowerCase()
  return { name, tool, folder: 'static', build: [`${script}.js`], serve: 'site' }
}

const next = (router: string, folder: string): Consumer => ({
  name: `Next.js, ${router}`,
  tool: 'next',
  folder,
  build: [NEXT, 'build'],
  serve: [NEXT, 'start', '--hostname', '127.0.0.1'],
})

export const CONSUMERS: Consumer[] = [
  packer('webpack', 'webpack'),
  packer('Rspack', '@rspack/core'),
  packer('esbuild', 'esbuild'),
  packer('Rollup', 'rollup'),
  {
    name: 'Parcel',
    tool: 'parcel',
    folder: 'parcel',
    build: [bin('parcel/lib/bin.js'), 'build', 'index.html', '--no-cache', '--dist-dir', 'site'],
    serve: 'site',
    note: 'as it comes, with `packageExports` off',
  },
  next('App Router', 'next-app'),
  next('Pages Router', 'next-pages'),
  {
    name: 'React Router, framework mode',
    tool: 'react-router',
    folder: 'react-router',
    build: [bin('@react-router/dev/bin.js'), 'build'],
    serve: [bin('@react-router/serve/bin.js'), 'build/server/index.js'],
  },
  {
    name: 'Astro, an island',
    tool: 'astro',
    folder: 'astro',
    build: [bin('astro/astro.js'), 'build'],
    serve: 'dist',
  },
  {
    name: 'Jest',
    tool: 'jest',
    folder: 'jest',
    build: [bin('jest/bin/jest.js'), '--no-cache'],
    mode: 'test',
    note: 'with the settings below',
  },
  {
    name: 'Metro, the hooks alone',
    tool: 'metro',
    folder: 'metro',
    build: ['build.js'],
    bundle: 'bundle.js',
    mode: 'development',
    note: 'run without a DOM',
  },
]
