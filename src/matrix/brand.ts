/** A class of errors of which several copies of the library may each have their own. */
interface BrandedClass {
  readonly prototype: object
}

/**
 * Marks the instances of a class with a symbol that every copy of the library knows by its name. Called behind the class
 * and not in a static block, which the preset of React Native does not compile.
 */
export function brand({ prototype }: BrandedClass, name: string): void {
  Object.defineProperty(prototype, symbolOf(name), { value: true })
}

/**
 * What `instanceof` says of a branded class: yes for the errors of another copy too, of a second version in one bundle,
 * say. A subclass is asked as any class is.
 */
export function isBranded(asked: unknown, owner: BrandedClass, name: string, value: unknown): boolean {
  if (asked !== owner) return Function.prototype[Symbol.hasInstance].call(asked, value)
  return typeof value === 'object' && value !== null && symbolOf(name) in value
}

function symbolOf(name: string): symbol {
  return Symbol.for(`matrix-phone-verification.${name}`)
}
