import 'matrix-phone-verification/styles.css'

export default function Site({ Component, pageProps }) {
  return <Component {...pageProps} />
}
