import 'matrix-phone-verification/dist/styles.css'
import '../static/entry.js'
