/** Numbering plans that have not loaded until a test says so; for `vi.mock` of the engine. */
let arrive = () => {}

export const arrived = new Promise<void>((resolve) => {
  arrive = resolve
})

/** Lets them load. */
export const plansArrive = () => arrive()
