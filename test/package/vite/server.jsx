import { version } from 'react'
import { renderToString } from 'react-dom/server'
import { App } from './App.jsx'

console.log(JSON.stringify({ react: version, html: renderToString(<App />) }))
