import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Root, type RootProps } from '../../src/form/Root.js'
import type { Scenario } from '../../src/testing/index.js'
import { connect } from './connect.js'
import { Person, Surroundings } from './person.js'

type Options = Partial<RootProps> & { scenario?: Scenario | undefined }

/** A form of the given parts on a simulated homeserver of its own, and a person who uses it. */
export function renderParts(parts: ReactNode, { scenario, ...props }: Options = {}) {
  const { homeserver, client } = connect(scenario)
  const { container } = render(
    <Root homeserver={client} purpose="register" defaultCountry="GB" locale="en" {...props}>
      {parts}
    </Root>,
    { wrapper: Surroundings },
  )
  return { homeserver, person: new Person(homeserver), container }
}
