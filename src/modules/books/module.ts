/** The books module: printable registers and case files; it changes nothing. */
export { bookPages as pages } from './pages.tsx'
