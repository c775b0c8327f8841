import { rspack } from '@rspack/core'
import { pack } from './pack.js'

pack(rspack)
