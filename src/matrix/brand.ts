/** An error class. If a page loads several copies of the library, each copy has its own. */
interface BrandedClass {
  readonly prototype: object
}

/**
 * Marks the instances of a class with a symbol that all copies of the library share. It is called after the class
 * instead of in a static block, because React Native's preset does not compile static blocks.
 */
export function brand({ prototype }: BrandedClass, name: string): void {
  Object.defineProperty(prototype, symbolOf(name), { value: true })
}

/**
 * The result of `instanceof` for a branded class. It also recognises the errors of another copy of the library, for
 * example of a second version in the same bundle. A subclass gets the normal check.
 */
export function isBranded(asked: unknown, owner: BrandedClass, name: string, value: unknown): boolean {
  if (asked !== owner) return Function.prototype[Symbol.hasInstance].call(asked, value)
  return typeof value === 'object' && value !== null && symbolOf(name) in value
}

function symbolOf(name: string): symbol {
  return Symbol.for(`matrix-phone-verification.${name}`)
}
