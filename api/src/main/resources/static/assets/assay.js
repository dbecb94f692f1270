// Small conveniences; every page works without them.
document.addEventListener('keydown', (event) => {
  const field = document.querySelector('[data-slash]');
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
  if (event.key === '/' && field && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});
document.addEventListener('change', (event) => {
  const field = event.target.closest('[data-submit]');
  if (field) {
    field.form.submit();
  }
});
// What is wider or higher than its frame is scrolled with the keyboard too, and says what it is.
const frames = () => {
  for (const frame of document.querySelectorAll('.scroll, .tall, pre')) {
    if (frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight) {
      const title = frame.querySelector('caption') ?? frame.closest('section, details, main')?.querySelector('h1, h2, h3, summary');
      frame.tabIndex = 0;
      frame.setAttribute('role', 'group');
      frame.setAttribute('aria-label', (title ?? document.querySelector('h1'))?.textContent.trim() || document.title);
    } else {
      frame.removeAttribute('tabindex');
    }
  }
};
frames();
window.addEventListener('resize', frames);
document.addEventListener('htmx:afterSettle', frames);
// Who logs out leaves no page of a visit on the device; what was entered and not sent yet stays.
document.addEventListener('submit', (event) => {
  if (event.target.action.endsWith('/logout') && 'caches' in window) {
    caches.delete('assay-visits');
  }
});
