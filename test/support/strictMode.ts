import { configure } from '@testing-library/react'

// Around everything: further down, React rehearses no effects on the first mount.
configure({ reactStrictMode: true })
