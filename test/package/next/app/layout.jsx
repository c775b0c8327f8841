import 'matrix-phone-verification/styles.css'
import { Surroundings } from './Surroundings.jsx'

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <Surroundings>{children}</Surroundings>
      </body>
    </html>
  )
}
