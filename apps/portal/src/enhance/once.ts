/** A button pressed twice sends once. The server sees to that too; this only spares the wait. */
export function tidyOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    window.addEventListener('pageshow', () => {
      sent = false;
    });
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.addEventListener('click', () => window.print());
  document.querySelector<HTMLElement>('.errors')?.focus();
}
