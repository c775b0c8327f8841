export { default } from '../../App.js'
