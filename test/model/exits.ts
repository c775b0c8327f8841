import type { Page } from './page.js'
import { NEVER_USED } from './people.js'
import { HEALTHY } from './wire.js'
import type { World } from './world.js'

const DAY = 24 * 3600 * 1000
/** How often a server may answer "wait" before a person gives up. */
const PATIENCE = 10

/** From wherever a walk ended, a person comes to a proof as soon as all goes well. */
export async function checkExits(world: World): Promise<void> {
  world.wire.fate = HEALTHY
  for (const { page, storage } of world.tabs) {
    if (storage !== null) storage.isFull = false
    await finishFrom(world, page)
    const { step } = page.view()
    if (step !== 'verified') await beginAnew(world, page)
  }
}

/** Who awaits an SMS asks for another one and types its code; if that came too late, once more. */
async function finishFrom(world: World, page: Page): Promise<void> {
  if (page.view().step !== 'code' || page.view().isPending) return
  for (let time = 0; time < 3 && page.view().step === 'code'; time += 1) {
    await world.wait(Math.max(0, page.view().resendAt - page.now()))
    await persist(world, page, 'resend', ({ resend }) => resend())
    await prove(world, page)
  }
  const { step, error } = page.view()
  // The server may not want this number, although somebody else said "sent" in its name.
  const isRefused = /^(sign-in|sign-up|edit-number|none)$/.test(error?.recovery ?? '')
  world.ledger.claim(step === 'verified' || isRefused, `no way on from the code: ${describe(page)}`)
}

/** Anybody can take another number, or begin anew. */
async function beginAnew(world: World, page: Page): Promise<void> {
  await world.touch(page, (actions) =>
    page.view().step === 'unsupported' ? actions.reset() : actions.changeNumber(),
  )
  world.ledger.claim(page.view().step === 'number', `no way back from ${describe(page)}`)
  await persist(world, page, 'send', ({ send }) => send(NEVER_USED))
  await prove(world, page)
  const { step } = page.view()
  const isPossible = world.setting.scenario !== 'synapse' || world.setting.purpose !== 'resetPassword'
  const end = isPossible ? 'verified' : 'unsupported'
  world.ledger.claim(step === end, `no way to a proof: ${describe(page)}`)
}

/** Asks, and again when the server's wait is over. */
async function persist(
  world: World,
  page: Page,
  does: 'send' | 'resend',
  ask: Parameters<Page['do']>[0],
): Promise<void> {
  for (let time = 0; time < PATIENCE; time += 1) {
    const sent = world.ledger.sends
    const asked = page.now()
    await world.act(page, does, ask)
    const { error, isPending } = page.view()
    if (error?.kind !== 'rate-limited' || isPending) return
    const wait = (error.retryAt ?? Infinity) - asked
    world.ledger.claim(wait <= DAY, 'a wait of more than a day')
    world.ledger.claim(wait > 0 || world.ledger.sends > sent, 'a wait that is over holds a person up')
    await world.wait(Math.min(Math.max(wait, 0), DAY))
  }
}

async function prove(world: World, page: Page): Promise<void> {
  const { step, sentTo } = page.view()
  const sms = world.homeserver.lastSms(sentTo ?? undefined)
  if (step === 'code') await world.act(page, 'verify', ({ verify }) => verify(sms?.code ?? ''), sms?.code)
  if (step === 'external') {
    world.followLink(sms)
    if (world.ledger.isProved(page.view().phone)) await world.touch(page, ({ confirm }) => confirm())
  }
}

function describe(page: Page): string {
  const { step, error } = page.view()
  return `${step}, ${error?.message ?? 'no error'}`
}
