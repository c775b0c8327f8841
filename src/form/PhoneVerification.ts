// Not `export * as`: the preset of React Native, which bundles what it does not use, does not compile that.
import * as PhoneVerification from './parts.js'

/**
 * The parts that the form and the field are made of. Each takes the props of its element, a `className` that
 * may depend on the state, and `render` to be another element; its state is on it as `data-*` attributes.
 */
export { PhoneVerification }
