/**
 * A copy that has its own members and no others. A fault elsewhere on the page may have given every object more of them,
 * and `Object.prototype.submit_url` is no answer of a server.
 */
export function ownProperties<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null) as object, value)
}
