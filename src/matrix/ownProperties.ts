/**
 * A copy with the value's own properties and no prototype. Other code on the page may have added properties to
 * `Object.prototype`, and `Object.prototype.submit_url` must not pass for a server's answer.
 */
export function ownProperties<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null) as object, value)
}
