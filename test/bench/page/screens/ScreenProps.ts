/** What every screen gets: its own id, since there may be a hundred on a page. */
export interface ScreenProps {
  id: string
}
