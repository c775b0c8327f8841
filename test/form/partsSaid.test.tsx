import type { ReactNode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import * as P from '../../src/form/parts.js'
import { listen, NUMBER, settled, setUp, SHOWN } from './person.js'
import { renderParts } from './renderParts.js'

beforeEach(setUp)

const VERIFIED = `${SHOWN} is verified.`

it.each<[string, ReactNode, string[]]>([
  ['a heading of another level', <P.VerifiedText render={<h3 />} />, [VERIFIED]],
  ['no heading element', <P.VerifiedText render={<div />} />, [VERIFIED]],
  [
    'a heading inside another element',
    <header>
      <P.VerifiedText />
    </header>,
    [VERIFIED],
  ],
  [
    'a paragraph of the app’s after it',
    <>
      <P.VerifiedText />
      <p>Go on.</p>
    </>,
    [VERIFIED, 'Go on.'],
  ],
  ['words of the app’s only', 'Done.', ['Done.']],
])('says the end of a step that has %s', async (_, children, words) => {
  const { person } = renderParts(
    <>
      <P.NumberStep />
      <P.CodeStep />
      <P.VerifiedStep>{children}</P.VerifiedStep>
      <P.LiveRegion />
    </>,
  )
  await person.askForCode()
  await listen(12_000)
  await person.submitCode(person.readCode())
  expect(await listen(12_000)).toEqual(words)
})

it('says the hint of a step whose elements are the app’s', async () => {
  const { person } = renderParts(
    <>
      <P.NumberStep />
      <P.ExternalStep>
        <P.ExternalTitle render={<h4 />} />
        <P.ExternalHint render={<div />} />
      </P.ExternalStep>
      <P.LiveRegion />
    </>,
    { scenario: 'no-submit-url' },
  )
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(await listen()).toEqual(['Check your texts', expect.stringMatching(/^Look for a text to/)])
})
