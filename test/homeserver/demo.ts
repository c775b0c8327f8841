import { withoutLimit } from './configs.js'
import { startServers } from './servers.js'

/** Lets a person try the form by hand: a homeserver to enter, and every SMS in the terminal. */
export async function demonstrate(): Promise<void> {
  const servers = await startServers(
    { demo: { options: withoutLimit } },
    { onSms: ({ to, text }) => console.log(`SMS to ${to}: ${text}`) },
  )
  const stop = () => void servers.stop().then(() => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  console.log(`Synapse and Sydent are running. The homeserver is ${servers.urls.demo}`)
  console.log('Its text messages appear below. Ctrl+C stops it.\n')
}
