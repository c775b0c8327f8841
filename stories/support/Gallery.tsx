const files = import.meta.glob<string>('../screenshots/*.webp', { eager: true, import: 'default' })

const LOOKS = [
  { look: 'light', words: 'light', width: 432 },
  { look: 'dark', words: 'dark', width: 432 },
  { look: 'light-320', words: 'light, 320 pixels wide', width: 304 },
  { look: 'dark-320', words: 'dark, 320 pixels wide', width: 304 },
]

/** The pictures of one state of the form, in light and dark, wide and narrow. */
export function Gallery({ name, children }: { name: string; children: string }) {
  const pictures = LOOKS.map((one) => ({ ...one, src: files[`../screenshots/${name}.${one.look}.webp`] }))
  return (
    <div className="gallery">
      {pictures.map(({ look, words, width, src }) => (
        <img key={look} src={src} width={width} loading="lazy" alt={`${children}: ${words}`} />
      ))}
    </div>
  )
}
