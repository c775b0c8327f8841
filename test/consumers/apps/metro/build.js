import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Metro from 'metro'

const require = createRequire(import.meta.url)
const here = import.meta.dirname
const root = dirname(here)

const config = await Metro.loadConfig(
  { cwd: here },
  {
    projectRoot: here,
    watchFolders: [join(root, 'node_modules')],
    resolver: {
      nodeModulesPaths: [join(root, 'node_modules')],
      resolverMainFields: ['react-native', 'browser', 'main'],
    },
    transformer: { babelTransformerPath: require.resolve('@react-native/metro-babel-transformer') },
  },
)
const { code } = await Metro.runBuild(config, { entry: 'app.js', platform: 'ios', dev: true, minify: false })
writeFileSync(join(here, 'bundle.js'), code)
