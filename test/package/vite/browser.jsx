import 'matrix-phone-verification/styles.css'
import { version } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './App.jsx'

document.documentElement.dataset.react = version
hydrateRoot(document.getElementById('app'), <App />, {
  onRecoverableError: (error) => console.error(error),
})
