// Not `export * as`: React Native's Babel preset does not compile that, and Metro bundles this file even if it is not
// used.
import * as PhoneVerification from './parts.js'

/**
 * The parts that the form and the field are made of. Each takes the props of its element, a `className` that may
 * depend on the state, and `render` to render another element. The element has the part's state as `data-*`
 * attributes.
 */
export { PhoneVerification }
