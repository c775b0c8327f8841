import { Verification } from './Verification.jsx'

export default function Page() {
  return <Verification />
}
