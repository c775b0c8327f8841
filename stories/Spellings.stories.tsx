import { useEffect, useState } from 'react'
import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { parsePhoneNumber, type ParsedPhoneNumber } from '../src/index.js'

/** What people type while a country is selected. */
const SPELLINGS: readonly [country: string, typed: string][] = [
  ['GB', '07400 123456'],
  ['GB', '+44 (0)7400 123456'],
  ['GB', '447400123456'],
  ['US', '011 44 20 7946 0958'],
  ['DE', '0044 7911 123456'],
  ['AU', '0011 1 202 555 0123'],
  ['IT', '06 698 12345'],
  ['GB', 'tel:+33-6-12-34-56-78'],
  ['IN', '९८७६५ ४३२१०'],
  ['CA', '(202) 555-0123'],
  ['GB', '33612345678'],
  ['GB', '+44 7700 900123'],
  ['GB', '020 7946'],
  ['GB', '📱 07400 123456'],
  ['JP', '携帯：090-1234-5678'],
  ['DE', 'https://wa.me/447400123456'],
  ['DE', 'TEL;TYPE=CELL:+44 7400 123456'],
  ['MX', '+52 1 55 1234 5678'],
  ['AR', '11 2345-6789'],
  ['UA', '8 (050) 123-45-67'],
  ['KR', '0082 010 1234 5678'],
  ['GB', '27/11/2026, 12:30 - Anna: **07400 123456**'],
  ['BR', '(11) 8123-4567'],
  ['CI', '07 12 34 56'],
  ['PL', '0 512 345 678'],
  ['AE', '+971 971 50 123 4567'],
  ['GB', '07400 l23456'],
  ['GB', '07400 123456 or 07400 654321'],
  ['GB', 'Tel: 07400 123456 / Mobile: 07500 654321'],
  ['GB', '*31#07400 123456'],
  ['US', '1-800-FLOWERS'],
  ['US', '202 555 0123 ext. 4'],
  ['GB', '+999 12345678'],
]

function Spellings() {
  const [outcomes, setOutcomes] = useState<readonly ParsedPhoneNumber[]>([])
  useEffect(() => {
    void Promise.all(SPELLINGS.map(([country, typed]) => parsePhoneNumber(typed, country))).then(setOutcomes)
  }, [])
  return (
    <main className="card">
      <h1>What is typed, and what it means</h1>
      <table className="card-table">
        <thead>
          <tr>
            <th scope="col">Selected</th>
            <th scope="col">Typed</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {SPELLINGS.map(([country, typed], index) => (
            <tr key={typed}>
              <td>{country}</td>
              <td>
                <bdi>{typed}</bdi>
              </td>
              <td>{describe(outcomes[index])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}

function describe(outcome: ParsedPhoneNumber | undefined): string {
  if (outcome === undefined) return '…'
  if (outcome.status === 'invalid') return `none: ${outcome.reason}`
  if (outcome.status === 'ambiguous') {
    return `did you mean ${outcome.candidates.map(({ display }) => display).join(' or ')}?`
  }
  const warning = outcome.warning === undefined ? '' : `, with a warning: ${outcome.warning}`
  const others = outcome.suggestions?.map(({ display }) => display).join(' or ')
  return `${outcome.display}${warning}${others === undefined ? '' : `; or did you mean ${others}?`}`
}

const meta = preview.meta({ title: 'Form/What was typed', component: Spellings })

export const EverySpelling = meta.story({
  name: 'Every spelling',
  play: async ({ canvas }) => {
    const outcomeOf = async (typed: string) => {
      const row = (await canvas.findByText(typed)).closest('tr')
      return row?.lastElementChild
    }
    await expect(await canvas.findByText('none: extension')).toBeVisible()
    await expect(await outcomeOf('011 44 20 7946 0958')).toHaveTextContent('+44 20 7946 0958')
    await expect(await outcomeOf('0044 7911 123456')).toHaveTextContent('+44 7911 123456')
    await expect(await outcomeOf('33612345678')).toHaveTextContent('did you mean +33 6 12 34 56 78?')
    await expect(await outcomeOf('९८७६५ ४३२१०')).toHaveTextContent('+91 98765 43210')
    await expect(await outcomeOf('+44 7700 900123')).toHaveTextContent('with a warning: not-mobile')
    await expect(await outcomeOf('1-800-FLOWERS')).toHaveTextContent('none: not-digits')
    await expect(await outcomeOf('📱 07400 123456')).toHaveTextContent('+44 7400 123456')
    await expect(await outcomeOf('11 2345-6789')).toHaveTextContent('or did you mean +54 9 11 2345 6789?')
    await expect(await outcomeOf('(11) 8123-4567')).toHaveTextContent('did you mean +55 11 98123 4567?')
    await expect(await outcomeOf('07400 123456 or 07400 654321')).toHaveTextContent('none: several-numbers')
    await expect(await outcomeOf('+999 12345678')).toHaveTextContent('none: unknown-country-code')
  },
})
