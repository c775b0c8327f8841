'use client'
import type { ParsedPhoneNumber, PhoneNumber } from 'matrix-phone-verification'

/** Asks which number was meant, or whether to text one that does not look like a mobile number. */
export function NumberQuestion({
  number,
  onChoose,
}: {
  number: ParsedPhoneNumber | null
  onChoose: (chosen: PhoneNumber) => void
}) {
  if (number?.status === 'ambiguous') {
    return <Choices question="Which number did you mean?" numbers={number.candidates} onChoose={onChoose} />
  }
  if (number?.status !== 'ok') return null
  if (number.suggestions) {
    return (
      <Choices
        question="Did you mean another number?"
        numbers={[number, ...number.suggestions]}
        onChoose={onChoose}
      />
    )
  }
  if (number.warning !== 'not-mobile') return null
  return (
    <Choices
      question="This may be a landline. Send the code anyway?"
      numbers={[number]}
      onChoose={onChoose}
    />
  )
}

function Choices({
  question,
  numbers,
  onChoose,
}: {
  question: string
  numbers: readonly PhoneNumber[]
  onChoose: (chosen: PhoneNumber) => void
}) {
  return (
    <div role="status">
      <p>{question}</p>
      {numbers.map((number) => (
        <button key={number.phoneNumber} type="button" onClick={() => onChoose(number)}>
          {number.display}
        </button>
      ))}
    </div>
  )
}
