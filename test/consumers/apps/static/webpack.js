import webpack from 'webpack'
import { pack } from './pack.js'

pack(webpack)
