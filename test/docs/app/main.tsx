import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'matrix-phone-verification/styles.css'
import { createRoot } from 'react-dom/client'
import { Registration } from '../../../stories/docs/snippets/Registration.js'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <Registration />
  </QueryClientProvider>,
)
