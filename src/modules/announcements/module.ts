/** The module `announcements`: everything that is public, on one page, in one calendar and as news. It changes nothing. */
export { pages } from './pages.tsx'
