/**
 * With a script the same page in another language finds the answers in this tab; without one the form carries them
 * there by itself.
 */
export function keepPlace(save: () => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.languages button')) {
    button.addEventListener('click', event => {
      event.preventDefault()
      save()
      location.assign(button.dataset['href'] ?? '')
    })
  }
}
