import { act } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import * as P from '../../src/form/parts.js'
import { listen, NUMBER, problem, queryProblem, settled, setUp, SHOWN } from './person.js'
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
  [
    'words and a button',
    <>
      <p>Done.</p>
      <P.ChangeNumber />
    </>,
    ['Done. Change number'],
  ],
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

it('says the end of a wait once, and takes back the words about it, without a countdown', async () => {
  const { person, homeserver } = renderParts(
    <>
      <P.NumberStep>
        <P.NumberLabel />
        <P.NumberInput />
        <P.Submit />
        <P.Failure />
      </P.NumberStep>
      <P.CodeStep>
        <P.CodeEntry />
        <P.Resend>
          <P.ResendButton />
        </P.Resend>
      </P.CodeStep>
      <P.LiveRegion />
    </>,
    { scenario: 'rate-limited' },
  )
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await listen(10_000)
  expect(problem().textContent).toContain('Too many attempts')
  expect(await listen(330_000)).toEqual(['You can send a code now.'])
  expect(queryProblem()).toBeNull()
  homeserver.scenario = 'specification'
  await person.press('Send code')
  const resend = person.button('Resend code')
  expect(resend.getAttribute('aria-disabled')).toBe('true')
  await listen(20_000)
  expect(await listen(20_000)).toEqual(['You can resend the code now.'])
  expect(resend.getAttribute('aria-disabled')).toBe('false')
})

it('has no timer for a wait while nothing is waited for', async () => {
  const { person } = renderParts(
    <>
      <P.NumberStep />
      <P.CodeStep />
      <P.LiveRegion />
    </>,
  )
  await person.askForCode()
  await listen(45_000)
  expect(vi.getTimerCount()).toBe(0)
})

it('ends a wait as soon as the person comes back to a page that slept', async () => {
  const { person } = renderParts(
    <>
      <P.NumberStep />
      <P.CodeStep>
        <P.Resend>
          <P.ResendButton />
        </P.Resend>
      </P.CodeStep>
      <P.LiveRegion />
    </>,
  )
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  vi.setSystemTime(Date.now() + 60_000)
  await act(async () => window.dispatchEvent(new Event('focus')))
  expect(person.button('Resend code').getAttribute('aria-disabled')).toBe('false')
  expect(await listen()).toEqual(['You can resend the code now.'])
})
